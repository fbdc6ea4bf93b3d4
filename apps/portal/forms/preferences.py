from datetime import time

from django import forms

from apps.accounts.models import NotificationPreferences
from apps.mailbox.kinds import OPTIONAL
from apps.ui.fields import RadioRows

Frequency = NotificationPreferences.Frequency


def hours(first: int, last: int) -> list[tuple[str, str]]:
    return [(f"{hour:02}:00", f"{hour}\u00a0h") for hour in range(first, last + 1)]


def as_time(text: str) -> time:
    return time.fromisoformat(text)


class PreferencesForm(forms.Form):
    frequency = forms.ChoiceField(
        label="À quelle fréquence voulez-vous recevoir nos nouvelles\u00a0?",
        choices=[
            (Frequency.IMMEDIATE, "Aussitôt"),
            (Frequency.DAILY, "Une fois par jour"),
            (Frequency.WEEKLY, "Une fois par semaine"),
        ],
        widget=RadioRows(
            hints={
                Frequency.DAILY: "Un seul e-mail, à 8\u00a0h.",
                Frequency.WEEKLY: "Un seul e-mail, le lundi à 8\u00a0h.",
            }
        ),
        error_messages={"required": "Choisissez une fréquence."},
    )
    quiet_from = forms.TypedChoiceField(
        label="Pas d’e-mail après",
        choices=hours(17, 23),
        coerce=as_time,
        error_messages={"required": "Choisissez une heure du soir."},
    )
    quiet_until = forms.TypedChoiceField(
        label="Pas d’e-mail avant",
        choices=hours(6, 11),
        coerce=as_time,
        error_messages={"required": "Choisissez une heure du matin."},
    )
    quiet_weekends = forms.BooleanField(label="Pas d’e-mail le week-end", required=False)
    wanted = forms.MultipleChoiceField(
        label="Écrivez-moi aussi quand",
        choices=list(OPTIONAL.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @classmethod
    def initial_of(cls, chosen: NotificationPreferences) -> dict[str, object]:
        return {
            "frequency": chosen.frequency,
            "quiet_from": f"{chosen.quiet_from:%H:%M}",
            "quiet_until": f"{chosen.quiet_until:%H:%M}",
            "quiet_weekends": chosen.quiet_weekends,
            "wanted": [kind for kind in OPTIONAL if kind not in chosen.unwanted],
        }

    def choice(self) -> dict[str, object]:
        """The answers as `choose_notifications` takes them. Once the form is valid."""
        choice = dict(self.cleaned_data)
        wanted = choice.pop("wanted")
        return choice | {"unwanted": [kind for kind in OPTIONAL if kind not in wanted]}
