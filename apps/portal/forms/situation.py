from typing import Any

from django import forms

from apps.incidents.circumstances import Situation
from apps.ui.fields import RadioRows

from .kept import KeptForm

ADVICE = "advice"
EXAMPLES = {
    Situation.REVIEW: "Sur Google ou Pages Jaunes\u00a0: quelques mots, ou une étoile sans texte.",
    Situation.LISTING: "Une fiche d’établissement ou de notation créée sans votre accord.",
    Situation.POST: "Sur Facebook, Instagram, un forum, un blog, dans la presse.",
    Situation.PRIVATE: "Un SMS, un e-mail, un message vocal, l’annonce d’une visite.",
    ADVICE: "Une question, sans ouvrir de dossier.",
}


class SituationForm(KeptForm):
    """What happened. Only practitioners may leave it for a question without a file."""

    situation = forms.ChoiceField(
        label="Que se passe-t-il\u00a0?",
        choices=Situation.choices,
        widget=RadioRows(hints=EXAMPLES),
        error_messages={"required": "Choisissez ce qui ressemble le plus à votre situation."},
    )

    def __init__(self, *args: Any, may_ask_advice: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["situation"].is_titled = True
        if may_ask_advice:
            self.fields["situation"].choices = [
                *Situation.choices,
                (ADVICE, "Je veux seulement un conseil"),
            ]

    def typed(self) -> dict[str, str]:
        """What was typed, as it was typed."""
        return {"situation": self.data.get("situation", "")}

    @property
    def wants_advice(self) -> bool:
        return self.cleaned_data["situation"] == ADVICE

    @property
    def is_danger(self) -> bool:
        """A person is offered before any other question."""
        return self.cleaned_data["situation"] == Situation.PRIVATE

    @property
    def facts(self) -> dict[str, Any]:
        """What `Circumstances` says of the situation."""
        return {"situation": Situation(self.cleaned_data["situation"])}
