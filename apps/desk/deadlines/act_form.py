"""What a handler types about a procedural act: which, when, in which suit, about which words."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.text import capfirst

from apps.casework.deadlines.record_act import ActFacts, Subject
from apps.deadlines.clock import acts_of
from apps.deadlines.models import InterruptingAct
from apps.incidents.models import Review
from apps.legal.act_shape import Condition, Interrupts, Standing
from apps.legal.acts import ACTS, act
from apps.legal.territories import TERRITORIES
from apps.ui.branching import BranchingForm
from apps.ui.fields import DayField
from apps.ui.past_days import PastDaysForm

ACT_GROUPS = {
    Interrupts.YES: "Interrompent le délai, dans une procédure ouverte",
    Interrupts.CONDITIONAL: "Interrompent le délai sous conditions",
    Interrupts.NO: "N’interrompent pas le délai",
}
OPENING = tuple(row.code for row in ACTS if row.opens)
STEPS = tuple(row.code for row in ACTS if row.standing is Standing.STEP)
SERVED = tuple(row.code for row in ACTS if row.is_served)
DEPOSIT = tuple(row.code for row in ACTS if row.has_deposit)
# A list of ticks for each set of conditions, named by an act that has them: one is asked.
CONDITIONS = {
    "summons_conditions": act("ASSIGNATION").requires,
    "complaint_conditions": act("PLAINTE_CPC").requires,
    "requisition_conditions": act("REQUISITIONS_ARTICULEES").requires,
    "writing_conditions": act("CONCLUSIONS_NOTIFIEES").requires,
    "exhibit_conditions": act("COMMUNICATION_PIECES_BORDEREAU").requires,
    "service_conditions": act("SIGNIFICATION").requires,
}
EXCERPT = 60  # characters of a passage


def act_choices() -> list[tuple[str, Any]]:
    """Every act of the closed list, in three groups: what it does comes before what it is."""
    groups = [
        (title, [(row.code, row.label) for row in ACTS if row.interrupts is interrupts])
        for interrupts, title in ACT_GROUPS.items()
    ]
    return [("", "Choisissez un acte"), *groups]


def _ticks(name: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Conditions remplies",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(one.value, capfirst(one.label)) for one in CONDITIONS[name]],
        help_text="L’acte n’interrompt que si toutes le sont.",
    )


class ActForm(PastDaysForm, BranchingForm):
    """A procedural act that took place. A valid form gives what `record_act` takes."""

    code = forms.ChoiceField(
        label="Acte",
        choices=act_choices,
        error_messages={"required": "Choisissez l’acte accompli."},
    )
    done_on = DayField(
        label="Date de l’acte",
        help_text="Le jour de la signification, de la notification, du dépôt ou du tampon.",
        error_messages={"required": "Indiquez le jour où l’acte a été accompli."},
    )
    done_by = forms.CharField(
        label="Accompli par",
        max_length=120,
        help_text="Par exemple l’avocat ou le commissaire de justice.",
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Dites qui a accompli cet acte."},
    )
    proceeding = forms.ModelChoiceField(
        label="Procédure",
        queryset=None,
        required=False,
        empty_label="Aucune procédure connue",
        help_text="Une étape n’interrompt que dans une procédure ouverte par un acte régulier.",
    )
    court = forms.CharField(
        label="Tribunal", max_length=120, required=False, help_text="S’il est connu."
    )
    case_number = forms.CharField(
        label="Numéro de rôle ou de parquet",
        max_length=40,
        required=False,
        help_text="S’il est connu.",
    )
    about = forms.MultipleChoiceField(
        label="Publications que l’acte vise",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Il ne change que leurs délais. Pour une étape, rien de coché\u00a0: celles de "
        "l’acte qui a ouvert la procédure.",
    )
    passages = forms.MultipleChoiceField(
        label="Passages que l’acte vise",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Rien de coché\u00a0: tout le contenu.",
    )
    summons_conditions = _ticks("summons_conditions")
    complaint_conditions = _ticks("complaint_conditions")
    requisition_conditions = _ticks("requisition_conditions")
    writing_conditions = _ticks("writing_conditions")
    exhibit_conditions = _ticks("exhibit_conditions")
    service_conditions = _ticks("service_conditions")
    served_in = forms.ChoiceField(
        label="Département de la signification",
        required=False,
        choices=[
            ("", "Inconnu"),
            *((code, f"{code} – {place.name}") for code, place in TERRITORIES.items()),
        ],
        help_text="Ses jours fériés comptent (art. 664 CPC).",
    )
    judge_allowed = forms.BooleanField(
        label="Le juge a autorisé la signification un dimanche ou un jour férié", required=False
    )
    deposit_sum = forms.DecimalField(
        label="Montant de la consignation (€)",
        required=False,
        min_value=0,
        max_digits=9,
        decimal_places=2,
        localize=True,
    )
    deposit_due_on = DayField(
        label="Consignation à verser avant le",
        required=False,
        help_text="Le délai fixé par le juge. Il devient une échéance du dossier.",
    )
    deposit_paid_on = DayField(label="Consignation versée le", required=False)
    deposit_waived = forms.BooleanField(label="Dispensé de consignation", required=False)
    in_presence = forms.BooleanField(
        label="Jugement rendu en présence des parties",
        required=False,
        help_text="Sinon, il est à signifier dans les trois mois.",
    )
    is_regular = forms.BooleanField(
        label="L’acte est régulier",
        required=False,
        help_text="Décochez un acte nul, annulé ou retiré\u00a0: il est gardé et ne change aucune "
        "date. Les étapes qui le suivent tombent avec lui.",
    )
    exhibit = forms.ModelChoiceField(
        label="Pièce qui le prouve",
        queryset=None,
        required=False,
        empty_label="Aucune pièce pour l’instant",
        help_text="Sans elle, l’acte ne peut pas être vérifié.",
    )
    conditional_fields = ("about",)
    to_come = {
        "done_on": "Cette date est dans le futur. Enregistrez l’acte une fois accompli.",
        "deposit_paid_on": "Cette date est dans le futur. Indiquez un versement déjà fait.",
    }
    asked_when = {
        "proceeding": ("code", STEPS),
        "court": ("code", OPENING),
        "case_number": ("code", OPENING),
        "served_in": ("code", SERVED),
        "judge_allowed": ("code", SERVED),
        "in_presence": ("code", ("JUGEMENT",)),
        **dict.fromkeys(
            ("deposit_sum", "deposit_due_on", "deposit_paid_on", "deposit_waived"),
            ("code", DEPOSIT),
        ),
        **{
            name: ("code", tuple(row.code for row in ACTS if row.requires == requires))
            for name, requires in CONDITIONS.items()
        },
    }

    def __init__(
        self, *args: Any, review: Review, corrected: InterruptingAct | None = None, **kwargs: Any
    ) -> None:
        initial = _initial(corrected) if corrected else {"is_regular": True}
        super().__init__(*args, initial={"about": [f"{review.number}-1"]} | initial, **kwargs)
        self.review, self.corrected, incident = review, corrected, review.incident
        self.fields["exhibit"].queryset = incident.exhibits.current()
        self.fields["proceeding"].queryset = incident.proceedings.all()
        self.reviews = {
            one.number: one
            for one in incident.reviews.select_related("incident").order_by("number")
        }
        self.fields["about"].choices = list(_publications(self.reviews.values()))
        self.fields["passages"].choices = list(_passages(self.reviews.values()))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not {"code", "done_on", "done_by"} <= cleaned.keys() or self.errors:
            return cleaned
        self.facts = self._facts(cleaned)
        self.subjects = self._subjects(cleaned)
        if not self.subjects:
            self.add_error("about", "Cochez au moins une publication que l’acte vise.")
        try:
            _ = self.as_row().done
        except ValueError as error:
            self.add_error("deposit_paid_on", str(error))
        return cleaned

    def as_row(self) -> InterruptingAct:
        """The act as it would be recorded about the content looked at, not saved."""
        mine = next((one for one in self.subjects if one.review == self.review), None)
        opened = (
            self.corrected.proceeding if self.corrected and act(self.facts.code).opens else None
        )
        row = InterruptingAct(
            review=self.review,
            proceeding=self.cleaned_data.get("proceeding") or opened,
            publications=list(mine.publications) if mine else [],
            **self.facts.columns,
        )
        row.wished_passages = [passage.pk for passage in mine.passages] if mine else []
        return row

    def _facts(self, cleaned: dict[str, Any]) -> ActFacts:
        names = (
            *("code", "done_on", "done_by", "is_regular", "exhibit", "served_in", "judge_allowed"),
            *("in_presence", "deposit_sum", "deposit_due_on", "deposit_paid_on", "deposit_waived"),
        )
        known = {name: cleaned[name] for name in names if name in cleaned}
        ticked = [code for name in CONDITIONS for code in cleaned.get(name, [])]
        return ActFacts(**known, conditions=[Condition[code] for code in ticked])

    def _subjects(self, cleaned: dict[str, Any]) -> list[Subject]:
        proceeding = cleaned.get("proceeding")
        if act(cleaned["code"]).standing is Standing.STEP and not cleaned.get("about"):
            return list(_opened_about(self.reviews.values(), proceeding and proceeding.pk))
        publications: dict[int, list[int]] = {}
        for choice in cleaned.get("about", []):
            number, rank = map(int, choice.split("-"))
            publications.setdefault(number, []).append(rank)
        passages = [int(pk) for pk in cleaned.get("passages", [])]
        return [
            Subject(
                self.reviews[number],
                ranks,
                list(self.reviews[number].passages.filter(pk__in=passages)),
            )
            for number, ranks in publications.items()
        ]


def _initial(row: InterruptingAct) -> dict[str, Any]:
    """What was recorded, for every content that the act names, to be corrected."""
    names = [field.name for field in InterruptingAct._meta.concrete_fields]
    ticked = dict.fromkeys(CONDITIONS, row.conditions)
    rows = row.same_act.select_related("review").prefetch_related("passages")
    about = [(one.review.number, rank) for one in rows for rank in one.publications]
    return {
        **{name: getattr(row, name) for name in names},
        **ticked,
        "court": row.proceeding.court if row.proceeding else "",
        "case_number": row.proceeding.case_number if row.proceeding else "",
        "about": [f"{number}-{rank}" for number, rank in about],
        "passages": [str(pk) for one in rows for pk in one.named_passages],
    }


def _publications(reviews: Iterable[Review]) -> Iterator[tuple[str, str]]:
    for review in reviews:
        for publication in review.publications.open().order_by("number"):
            kind = publication.get_kind_display().lower()
            yield (
                f"{review.number}-{publication.number}",
                f"Contenu n°\u00a0{review.number}, {kind}",
            )


def _passages(reviews: Iterable[Review]) -> Iterator[tuple[str, str]]:
    for review in reviews:
        for passage in review.passages.labelled():
            words = passage.words[:EXCERPT].strip()
            yield str(passage.pk), f"Contenu n°\u00a0{review.number}\u00a0: «\u00a0{words}\u00a0»"


def _opened_about(reviews: Iterable[Review], proceeding: int | None) -> Iterator[Subject]:
    """What the act that opened the suit is about."""
    for review in reviews:
        for row in acts_of(review):
            if proceeding and row.proceeding_id == proceeding and row.kind.opens:
                yield Subject(review, row.publications, list(row.passages.all()))
