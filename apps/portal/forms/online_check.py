from django import forms

from apps.ui.health import HealthAwareForm
from apps.vocabulary.presence import Presence


class OnlineCheckForm(HealthAwareForm):
    """One tap on a button, and a note if one wishes."""

    free_text = ("note",)

    number = forms.IntegerField(error_messages={"required": "Choisissez un contenu."})
    presence = forms.TypedChoiceField(
        choices=Presence.choices,
        coerce=Presence,
        error_messages={
            "required": "Choisissez une réponse.",
            "invalid_choice": "Choisissez une réponse.",
        },
    )
    note = forms.CharField(
        label="Ce qui a changé",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "Cette note dépasse 2\u00a0000 caractères."},
    )
