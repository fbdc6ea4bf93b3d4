"""What a handler types about the dates of a content: acts, puttings on line, inaction."""

from typing import Any

from django import forms

from apps.deadlines.models import InactionDecision
from apps.incidents.models import Publication, Review
from apps.legal.acts import ACTS, ActDone, Interrupts
from apps.legal.republication import PublicationKind
from apps.ui.branching import BranchingForm
from apps.ui.dating import WindowForm
from apps.ui.fields import DayField, RadioRows, capitalised
from apps.ui.past_days import PastDaysForm

ACT_GROUPS = {
    Interrupts.YES: "Interrompent le délai",
    Interrupts.CONDITIONAL: "Interrompent le délai sous conditions",
    Interrupts.NO: "N’interrompent pas le délai",
}


def act_choices() -> list[tuple[str, Any]]:
    """Every act of the closed list, in three groups: what it does comes before what it is."""
    groups = [
        (title, [(act.code, act.label) for act in ACTS if act.interrupts is interrupts])
        for interrupts, title in ACT_GROUPS.items()
    ]
    return [("", "Choisissez un acte"), *groups]


class ActForm(PastDaysForm, BranchingForm):
    """A procedural act that took place. A valid form gives `done`, the act as the law sees it."""

    code = forms.ChoiceField(
        label="Acte",
        choices=act_choices,
        error_messages={"required": "Choisissez l’acte accompli."},
    )
    done_on = DayField(
        label="Date de l’acte",
        help_text="Le jour de la signification, de la notification ou du dépôt.",
        error_messages={"required": "Indiquez le jour où l’acte a été accompli."},
    )
    deposit_paid_on = DayField(label="Consignation versée le", required=False)
    done_by = forms.CharField(
        label="Accompli par",
        max_length=120,
        help_text="Par exemple l’avocat ou le commissaire de justice.",
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Dites qui a accompli cet acte."},
    )
    is_regular = forms.BooleanField(
        label="L’acte est régulier",
        required=False,
        help_text="Décochez un acte nul ou dont une condition manque\u00a0: il est gardé et ne "
        "change aucune date.",
    )
    exhibit = forms.ModelChoiceField(
        label="Pièce qui le prouve",
        queryset=None,
        required=False,
        empty_label="Aucune pièce",
    )
    to_come = {
        "done_on": "Cette date est dans le futur. Enregistrez l’acte une fois accompli.",
        "deposit_paid_on": "Cette date est dans le futur. Indiquez un versement déjà fait.",
    }
    asked_when = {"deposit_paid_on": ("code", ("PLAINTE_CPC",))}

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, initial={"is_regular": True}, **kwargs)
        self.review = review
        self.fields["exhibit"].queryset = review.incident.exhibits.current()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not {"code", "done_on"} <= cleaned.keys():
            return cleaned
        try:
            self.done = ActDone(
                cleaned["code"],
                cleaned["done_on"],
                valid=cleaned["is_regular"],
                deposit_paid_on=cleaned.get("deposit_paid_on"),
            )
        except ValueError as error:
            self.add_error("deposit_paid_on", str(error))
        return cleaned


class ChangePublicationForm(WindowForm):
    reason = forms.CharField(
        label="Motif de la correction",
        help_text="Ce qui établit la nouvelle date. L’ancienne reste au dossier avec ce motif.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Dites ce qui établit la nouvelle date."},
    )

    def __init__(self, *args: Any, publication: Publication, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.publication = publication

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("window") == self.publication.window:
            self.add_error("dating", "C’est déjà la date retenue\u00a0: il n’y a rien à corriger.")
        return cleaned


class AddPublicationForm(WindowForm):
    kind = forms.TypedChoiceField(
        label="Comment le contenu est revenu en ligne",
        choices=[
            (kind.value, kind.label)
            for kind in PublicationKind
            if kind is not PublicationKind.FIRST
        ],
        coerce=PublicationKind,
        widget=RadioRows(
            hints={
                kind.value: f"{kind.grade.label.capitalize()}. {kind.source}"
                for kind in PublicationKind
            }
        ),
        error_messages={"required": "Dites comment le contenu est revenu en ligne."},
    )
    reason = forms.CharField(
        label="Comment vous le savez",
        help_text="Capture, constat, courrier de la plateforme…",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Dites comment vous le savez."},
    )
    field_order = ("kind",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dating = self.fields["dating"]
        dating.label = "Quand a-t-il été remis en ligne\u00a0?"
        dating.help_text = "C’est cette date qui fait courir le nouveau délai."


class InactionForm(forms.Form):
    reason = forms.TypedChoiceField(
        label="Motif",
        choices=capitalised(InactionDecision.Reason),
        coerce=InactionDecision.Reason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez le motif de la décision."},
    )
    words = forms.CharField(
        label="Explication",
        help_text="Pourquoi ne pas saisir le tribunal. Elle reste au dossier\u00a0; le sociétaire "
        "ne la lit pas.",
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Expliquez la décision."},
    )
