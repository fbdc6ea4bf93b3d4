"""The decision tree of legal.md §2.5: it suggests, a person decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from .labelled import Labelled
from .taxonomy import Label


class Readership(Labelled):
    """Who could read the words (legal.md §2.3)."""

    PUBLIC = "PUBLIC", "tout le monde"
    CLOSED_GROUP = "CLOSED_GROUP", "un groupe fermé et restreint"
    PRIVATE_MESSAGE = "PRIVATE_MESSAGE", "le praticien ou son équipe seulement"


class Practice(Labelled):
    """How the practitioner works: art. 31 or 32 of the act hangs on it (legal.md §2.4)."""

    LIBERAL = "LIBERAL", "libéral"
    HOSPITAL = "HOSPITAL", "praticien hospitalier"
    CIVIL_SERVANT = "CIVIL_SERVANT", "fonctionnaire (PU-PH, fonction publique hospitalière)"


class Question(Labelled):
    """The questions of the tree, in their order; each names a field of `Answers`."""

    IDENTIFIABLE = "identifiable", "Le praticien est-il nommé ou reconnaissable\u00a0?"
    THREAT = "threat", "Le texte menace-t-il ou appelle-t-il à s’en prendre à quelqu’un\u00a0?"
    EXPOSURE = "exposure", "Révèle-t-il une adresse ou une information qui met en danger\u00a0?"
    GROUND = (
        "ground",
        (
            "Vise-t-il l’origine, la religion, le sexe, l’orientation, l’identité de genre ou le "
            "handicap\u00a0?"
        ),
    )
    PRECISE_FACT = (
        "precise_fact",
        "Impute-t-il à la personne un fait précis, vérifiable, contraire à l’honneur\u00a0?",
    )
    OUTRAGE = "outrage", "Contient-il un terme outrageant ou méprisant, sans fait précis\u00a0?"
    UNFOUNDED_SERVICE = (
        "unfounded_service",
        "Attaque-t-il les prestations par un propos faux, malveillant ou sans base\u00a0?",
    )
    NOT_A_PATIENT = "not_a_patient", "L’auteur paraît-il n’avoir jamais été patient\u00a0?"
    SERIES = "series", "Y a-t-il plusieurs messages ou plusieurs auteurs liés\u00a0?"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What the handler answered about one passage; `None` is not answered yet."""

    identifiable: bool | None = None
    threat: bool | None = None
    exposure: bool | None = None
    ground: bool | None = None
    precise_fact: bool | None = None
    outrage: bool | None = None
    unfounded_service: bool | None = None
    not_a_patient: bool | None = None
    series: bool | None = None
    audience: Readership = Readership.PUBLIC
    practice: Practice = Practice.LIBERAL

    def to(self, question: Question) -> bool | None:
        """Return the answer to one question of the tree."""
        answer: bool | None = getattr(self, question.value)
        return answer

    @classmethod
    def of(cls, codes: Mapping[str, Any]) -> Self:
        """Read what `codes` wrote; a question that is missing is not answered yet."""
        return cls(
            **{question.value: codes.get(question.value) for question in Question},
            audience=Readership.__members__[codes.get("audience", "PUBLIC")],
            practice=Practice.__members__[codes.get("practice", "LIBERAL")],
        )

    @property
    def codes(self) -> dict[str, Any]:
        """The same as plain data, to be kept with the decision; unanswered questions left out."""
        answered = {question.value: self.to(question) for question in Question}
        given = {name: answer for name, answer in answered.items() if answer is not None}
        return given | {"audience": self.audience.value, "practice": self.practice.value}


@dataclass(frozen=True)
class Suggestion:
    """What the tree suggests for one passage.

    `label` is the one qualification; `also` lists what to examine beside it. `questions` were
    asked in this order: when the last one has no answer, the label is `UNDETERMINED`.
    `reasons` and `cautions` are French sentences. `needs_second_reader`: a ground of hatred
    never moves the three-month date before two people agree.
    """

    label: Label
    questions: tuple[Question, ...]
    reasons: tuple[str, ...]
    also: tuple[Label, ...] = ()
    cautions: tuple[str, ...] = ()
    is_urgent: bool = False
    needs_second_reader: bool = False


def suggest(answers: Answers) -> Suggestion:
    """Walk the tree in its order and stop at the first answer that settles the matter."""
    asked: list[Question] = []
    for branch in TREE:
        asked.append(branch.question)
        answer = answers.to(branch.question)
        if answer is None:
            return Suggestion(Label.UNDETERMINED, tuple(asked), (NOT_ANSWERED,))
        if answer is branch.settled_by:
            return _settled(branch.label(answers), branch.because, asked, answers)
    if answers.ground:
        return _settled(Label.UNDETERMINED, GROUND_ALONE, asked, answers)
    return _settled(Label.OPINION, FREE_CRITICISM, asked, answers)


def _settled(label: Label, because: str, asked: list[Question], answers: Answers) -> Suggestion:
    also = []
    reasons = [because]
    for question, added, reason in ADDITIONS if answers.identifiable else ():
        asked.append(question)
        if answers.to(question):
            also.append(added)
            reasons.append(reason)
    aggravated = Question.GROUND in asked and bool(answers.ground)
    return Suggestion(
        label,
        tuple(asked),
        tuple(reasons),
        tuple(also),
        tuple(text for applies, text in CAUTIONS if applies(label, answers)),
        is_urgent=label in URGENT,
        needs_second_reader=aggravated,
    )


def _defamation(answers: Answers) -> Label:
    return DEFAMATION[answers.audience is Readership.PUBLIC, bool(answers.ground)]


def _insult(answers: Answers) -> Label:
    # Words addressed to the professional and made public to nobody: CP art. 433-5.
    if answers.audience is Readership.PRIVATE_MESSAGE:
        return Label.OUTRAGE_SANTE
    return INSULT[answers.audience is Readership.PUBLIC, bool(answers.ground)]


# The keys: is it public, is it aggravated.
DEFAMATION = {
    (True, False): Label.DIFF_PUB,
    (True, True): Label.DIFF_PUB_AGG,
    (False, False): Label.DIFF_NP,
    (False, True): Label.DIFF_NP_AGG,
}
INSULT = {
    (True, False): Label.INJ_PUB,
    (True, True): Label.INJ_PUB_AGG,
    (False, False): Label.INJ_NP,
    (False, True): Label.INJ_NP_AGG,
}
URGENT = frozenset({Label.MENACES, Label.DOXING})


@dataclass(frozen=True)
class _Branch:
    """A question of the tree. `settled_by` is the answer that ends the walk, if any."""

    question: Question
    settled_by: bool | None
    label: Callable[[Answers], Label] = lambda _: Label.UNDETERMINED
    because: str = ""


TREE = (
    _Branch(
        Question.IDENTIFIABLE,
        False,
        lambda _: Label.OPINION,
        "Personne n’est reconnaissable\u00a0: il n’y a ni diffamation ni injure envers quelqu’un.",
    ),
    _Branch(
        Question.THREAT,
        True,
        lambda _: Label.MENACES,
        "Une menace paraît relever du code pénal (art. 222-17 et 433-3), avant toute autre "
        "question.",
    ),
    _Branch(
        Question.EXPOSURE,
        True,
        lambda _: Label.DOXING,
        "Révéler une information pour exposer quelqu’un à un danger est un délit (CP "
        "art. 223-1-1).",
    ),
    _Branch(Question.GROUND, None),
    _Branch(
        Question.PRECISE_FACT,
        True,
        _defamation,
        "Un fait précis, imputé à la personne et contraire à son honneur, relève de la "
        "diffamation (L. 1881 art. 29 al. 1).",
    ),
    _Branch(
        Question.OUTRAGE,
        True,
        _insult,
        "Un terme outrageant ou méprisant, sans fait précis, relève de l’injure "
        "(L. 1881 art. 29 al. 2).",
    ),
    _Branch(
        Question.UNFOUNDED_SERVICE,
        True,
        lambda _: Label.DENIGREMENT,
        "Un propos sans base sur les prestations, et non sur la personne, relève du dénigrement "
        "(C. civ. art. 1240).",
    ),
)
ADDITIONS = (
    (
        Question.NOT_A_PATIENT,
        Label.FAUX_AVIS,
        "L’auteur n’a sans doute jamais été patient\u00a0: examiner aussi le faux avis.",
    ),
    (
        Question.SERIES,
        Label.CYBERHARC,
        "Plusieurs messages ou auteurs liés\u00a0: examiner aussi le harcèlement en ligne.",
    ),
)
NOT_ANSWERED = "La dernière question attend une réponse\u00a0: rien n’est suggéré avant."
GROUND_ALONE = (
    "Un motif discriminatoire est relevé sans fait précis ni injure\u00a0: examiner la provocation "
    "à la haine (L. 1881 art. 24 al. 7 et 8)."
)
FREE_CRITICISM = (
    "Ni fait précis sur la personne, ni terme outrageant, ni attaque sans base\u00a0: c’est la "
    "libre critique."
)
CAUTIONS: tuple[tuple[Callable[[Label, Answers], bool], str], ...] = (
    (
        lambda label, answers: label in URGENT,
        "Urgent\u00a0: prévenir la police ou PHAROS, porter plainte et notifier l’hébergeur.",
    ),
    (
        lambda label, answers: bool(answers.ground),
        (
            "Garder la date à trois mois tant que deux personnes, ou l’avocat, n’ont pas confirmé "
            "le motif discriminatoire."
        ),
    ),
    (
        lambda label, answers: label in DEFAMATION.values(),
        (
            "Si la critique vise surtout les prestations, comparer avec le dénigrement\u00a0: une "
            "même assignation ne peut pas donner deux qualifications aux mêmes mots."
        ),
    ),
    (
        lambda label, answers: label in INSULT.values(),
        (
            "Vérifier que le praticien n’a pas d’abord répondu avec agressivité\u00a0: la "
            "provocation excuse l’injure (L. 1881 art. 33 al. 2)."
        ),
    ),
    (
        lambda label, answers: label.is_press and answers.practice is Practice.HOSPITAL,
        (
            "Praticien hospitalier\u00a0: viser l’art. 32 et non l’art. 31 (Cass. crim. 11 mars "
            "2014). Statut à faire vérifier par l’avocat."
        ),
    ),
    (
        lambda label, answers: label.is_press and answers.practice is Practice.CIVIL_SERVANT,
        (
            "Fonctionnaire\u00a0: l’art. 31 peut s’appliquer au lieu de l’art. 32\u00a0; le choix "
            "revient à l’avocat."
        ),
    ),
)
