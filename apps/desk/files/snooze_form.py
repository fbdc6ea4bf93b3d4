from django import forms

from apps.casework.files.snooze import EVENTS
from apps.ui.fields import DayField, capitalised

STAYS = ("", "Personne\u00a0: le dossier dort jusqu’à ce jour, quoi qu’il arrive")


class SnoozeForm(forms.Form):
    until = DayField(label="Jusqu’au")
    awaited = forms.ChoiceField(
        label="Réveiller avant ce jour si répond",
        choices=[STAYS, *capitalised(EVENTS)],
        widget=forms.RadioSelect,
        required=False,
    )
