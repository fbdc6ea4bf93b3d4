from typing import Any

from django import forms

from apps.incidents.models import Mark
from apps.ui.fields import RadioRows, capitalised


class MarkField(forms.TypedChoiceField):
    """From « pas du tout » to « tout à fait »."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=capitalised(Mark),
            coerce=lambda value: Mark(int(value)),
            widget=RadioRows,
            error_messages={"required": "Choisissez une réponse à cette question."},
            **kwargs,
        )


class SatisfactionForm(forms.Form):
    supported = MarkField(label="Vous êtes-vous senti soutenu\u00a0?")
    informed = MarkField(label="Avez-vous compris les suites et les délais\u00a0?")
    helped = MarkField(label="Êtes-vous satisfait de notre accompagnement\u00a0?")
    words = forms.CharField(
        label="Que pouvons-nous faire mieux\u00a0?",
        help_text="Pas de donnée de santé, ni la vôtre ni celle d’un patient.",
        required=False,
        max_length=2_000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={
            "max_length": "Votre remarque dépasse 2\u00a0000 caractères. Raccourcissez-la."
        },
    )
