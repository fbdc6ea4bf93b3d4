"""What a handler asks the practitioner: boxes to tick, a question of their own, a day."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.casework.correspondence.request_information import Item
from apps.correspondence.models import InformationRequest
from apps.correspondence.ready_questions import READY_QUESTIONS
from apps.incidents.models import Incident, Review
from apps.ui.fields import DayField

USUAL_DELAY = timedelta(days=7)


class RequestForm(forms.Form):
    """A valid form gives `items`, what the verb takes."""

    ready = forms.MultipleChoiceField(
        label="Ce dont vous avez besoin",
        required=False,
        choices=[(code, ready.label) for code, ready in READY_QUESTIONS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    question = forms.CharField(
        label="Une autre demande, avec vos mots",
        required=False,
        max_length=2000,
        help_text="Une seule chose. Le sociétaire lit ce texte tel quel.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "Cette demande dépasse 2\u00a0000 caractères."},
    )
    kind = forms.TypedChoiceField(
        label="Cette autre demande attend",
        choices=InformationRequest.Kind.choices,
        coerce=InformationRequest.Kind,
        initial=InformationRequest.Kind.INFORMATION,
        widget=forms.RadioSelect,
        required=False,
        empty_value=InformationRequest.Kind.INFORMATION,
    )
    review = forms.ModelChoiceField(
        label="Contenu concerné", queryset=None, required=False, empty_label="Tout le dossier"
    )
    due_on = DayField(label="Réponse attendue avant le")

    def __init__(self, *args: Any, incident: Incident, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"due_on": today + USUAL_DELAY}, **kwargs)
        self.today = today
        self.fields["review"].queryset = incident.reviews.order_by("number")

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on <= self.today:
            raise ValidationError("Choisissez un jour à venir.")
        return due_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "ready" in cleaned and "question" in cleaned and not self.items:
            self.add_error("ready", "Cochez au moins une demande, ou écrivez la vôtre.")
        return cleaned

    @property
    def items(self) -> list[Item]:
        review: Review | None = self.cleaned_data.get("review")
        asked = [READY_QUESTIONS[code] for code in self.cleaned_data["ready"]]
        items = [Item(kind=ready.kind, question=ready.question, review=review) for ready in asked]
        if own := self.cleaned_data["question"].strip():
            kind = self.cleaned_data.get("kind", InformationRequest.Kind.INFORMATION)
            items.append(Item(kind=kind, question=own, review=review))
        return items
