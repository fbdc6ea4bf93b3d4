"""What answers a request: words, a decision, or files."""

from typing import Any

from django import forms

from apps.correspondence.models import InformationRequest
from apps.ui.health import HealthAwareForm

from .exhibits import ExhibitsForm
from .fields import YesNoField

NO_HEALTH = "N’écrivez aucune information médicale. Nous n’en avons pas besoin."


def text_field(label: str, *, required: bool, hint: str = NO_HEALTH) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=10_000,
        help_text=hint,
        widget=forms.Textarea({"rows": 4}),
        error_messages={
            "required": "Écrivez votre réponse.",
            "max_length": "Cette réponse dépasse 10\u00a0000 caractères. Gardez l’essentiel.",
        },
    )


class AnswerForm(HealthAwareForm):
    """Words. `given` is what the verb takes."""

    free_text = ("text",)

    text = text_field("Votre réponse", required=True)

    @property
    def given(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"]}


class DecisionForm(AnswerForm):
    agreed = YesNoField(
        label="Êtes-vous d’accord\u00a0?",
        error_messages={"required": "Choisissez une réponse."},
    )
    text = text_field("Ce que vous souhaitez ajouter", required=False)

    field_order = ("agreed", "text")

    @property
    def given(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"], "agreed": self.cleaned_data["agreed"]}


class FileForm(AnswerForm, ExhibitsForm):
    text = text_field(
        "Un mot d’explication",
        required=False,
        hint=f"Si vous n’avez pas ce fichier, dites-le ici. {NO_HEALTH}",
    )

    field_order = ("files", "kind", "text")

    @property
    def given(self) -> dict[str, Any]:
        answers = self.cleaned_data
        return {"text": answers["text"], "uploads": answers["files"], "kind": answers["kind"]}


FORMS = {
    InformationRequest.Kind.INFORMATION: AnswerForm,
    InformationRequest.Kind.DECISION: DecisionForm,
    InformationRequest.Kind.FILE: FileForm,
}
