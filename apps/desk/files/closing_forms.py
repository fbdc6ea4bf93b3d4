"""How a handler ends a file: an outcome and a proof or a reason for each content."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.casework.files.close import Ending
from apps.correspondence.ready_messages import LAWFUL_CLOSING, LAWFUL_REASON
from apps.exhibits.models import Exhibit
from apps.incidents.models import Review
from apps.incidents.status import Outcome
from apps.remedies.models import OnlineCheck
from apps.ui.fields import capitalised


class CloseForm(forms.Form):
    """Three questions for each content, `outcome_1`, `proof_1` and `reason_1`, then the summary.

    Where every reading is lawful, the answers are prepared: the file ends « accompagné ».
    """

    words = forms.CharField(
        label="Bilan adressé au sociétaire",
        help_text="Ce qui a été fait, ce qui reste possible et jusqu’à quand. Il le lit dans "
        "Vigie.",
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Écrivez au sociétaire ce qui a été fait."},
    )
    hold_reason = forms.CharField(
        label="Motif pour garder le dossier au-delà de sa date d’effacement",
        help_text="Une procédure en cours, par exemple. Rien n’est effacé tant que ce motif tient.",
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        reviews: Iterable[Review],
        exhibits: Iterable[Exhibit],
        checks: Iterable[OnlineCheck],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.reviews = list(reviews)
        self.proofs = {
            review.number: {
                **{f"piece-{exhibit.number}": exhibit for exhibit in exhibits},
                **{f"constat-{one.pk}": one for one in checks if one.review_id == review.pk},
            }
            for review in self.reviews
        }
        for review in self.reviews:
            self._ask_about(review)
            if review.is_read_as_lawful:
                self.fields[f"outcome_{review.number}"].initial = Outcome.LAWFUL
                self.fields[f"reason_{review.number}"].initial = LAWFUL_REASON
        if all(review.is_read_as_lawful for review in self.reviews):
            self.fields["words"].initial = LAWFUL_CLOSING
        self.order_fields([name for name in self.fields if name not in self.base_fields])

    def _ask_about(self, review: Review) -> None:
        about = f"Contenu n°\u00a0{review.number}"
        self.fields[f"outcome_{review.number}"] = forms.TypedChoiceField(
            label=f"{about}\u00a0: issue",
            choices=[("", "Choisir l’issue"), *capitalised(Outcome)],
            coerce=Outcome,
            error_messages={"required": f"{about}\u00a0: choisissez son issue."},
        )
        self.fields[f"proof_{review.number}"] = forms.ChoiceField(
            label=f"{about}\u00a0: preuve",
            required=False,
            choices=[
                ("", "Aucune"),
                *((code, _name(proof)) for code, proof in self.proofs[review.number].items()),
            ],
            help_text="Une pièce du dossier (courrier de la plateforme, décision, capture) ou une "
            "vérification en ligne.",
        )
        self.fields[f"reason_{review.number}"] = forms.CharField(
            label=f"{about}\u00a0: motif sans preuve",
            required=False,
            widget=forms.Textarea({"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for number in self.proofs:
            if not (cleaned.get(f"proof_{number}") or cleaned.get(f"reason_{number}")):
                message = f"Contenu n°\u00a0{number}\u00a0: joignez une preuve ou donnez un motif."
                self.add_error(f"proof_{number}", ValidationError(message))
        return cleaned

    @property
    def endings(self) -> list[Ending]:
        """What was answered, for the verb. Once the form is valid."""
        return [self._ending(review) for review in self.reviews]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Every answer, to be sent again from the page that shows the letter."""
        return [(bound.html_name, bound.value() or "") for bound in self]

    def _ending(self, review: Review) -> Ending:
        number = review.number
        proof = self.proofs[number].get(self.cleaned_data[f"proof_{number}"])
        return Ending(
            review,
            self.cleaned_data[f"outcome_{number}"],
            exhibit=proof if isinstance(proof, Exhibit) else None,
            online_check=proof if isinstance(proof, OnlineCheck) else None,
            reason=self.cleaned_data[f"reason_{number}"],
        )


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label="Pourquoi rouvrir ce dossier",
        help_text="Un contenu revenu, une pièce nouvelle… Le sociétaire ne lit pas ce motif.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Dites pourquoi ce dossier est rouvert."},
    )


def _name(proof: Exhibit | OnlineCheck) -> str:
    if isinstance(proof, Exhibit):
        return f"Pièce n°\u00a0{proof.number}\u00a0: {proof.get_kind_display()}"
    return f"{proof}\u00a0: {proof.get_presence_display()}"
