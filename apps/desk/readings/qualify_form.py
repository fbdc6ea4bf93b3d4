"""What the page that labels a passage asks: the passage, the questions of the tree, the label."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.incidents.circumstances import PracticeMode
from apps.incidents.models import Review
from apps.legal.qualification import Answers, Practice, Question, Readership
from apps.legal.taxonomy import Label

from .passages import occurrences

AROUND = 30
TO_ANSWERS = {"oui": True, "non": False, "": None}


def label_choices() -> list[tuple[str, Any]]:
    """Every label with its articles, in three groups."""
    groups = {"Permis par la loi": [], "Droit de la presse": [], "Autres fondements": []}
    lawful, press, others = groups.values()
    for label in Label:
        group = lawful if label.is_lawful else press if label.is_press else others
        articles = f" ({label.articles})" if label.articles else ""
        group.append((label.value, f"{label.label}{articles}"))
    return [("", "Choisissez une qualification"), *groups.items()]


class TreeForm(forms.Form):
    """The questions of legal.md §2.5, none of which has to be answered."""

    # The legend of all of them says it once.
    conditional_fields = tuple(question.value for question in Question)

    audience = forms.ChoiceField(
        label="Qui peut lire ces mots\u00a0?",
        choices=[(one.value, one.label) for one in Readership],
    )
    practice = forms.ChoiceField(
        label="Comment exerce le praticien\u00a0?",
        choices=[(one.value, one.label) for one in Practice],
    )

    def __init__(self, data: Mapping[str, str] | None = None, *, review: Review) -> None:
        hospital = review.incident.practice_mode == PracticeMode.HOSPITAL
        declared = {
            "audience": review.audience.upper(),
            "practice": (Practice.HOSPITAL if hospital else Practice.LIBERAL).value,
        }
        super().__init__(data and declared | dict(data.items()), initial=declared)
        for question in Question:
            self.fields[question.value] = forms.ChoiceField(
                label=question.label,
                choices=[("oui", "Oui"), ("non", "Non"), ("", "À voir")],
                widget=forms.RadioSelect,
                required=False,
            )
        self.order_fields([question.value for question in Question])

    @property
    def answers(self) -> Answers:
        """What was answered so far; an answer that is not in its list counts for none."""
        read = self.cleaned_data if self.is_bound and not self.errors else self.initial
        given = {question.value: TO_ANSWERS[read.get(question.value, "")] for question in Question}
        return Answers.of(given | {name: read[name] for name in ("audience", "practice")})

    @property
    def questions(self) -> list[forms.BoundField]:
        """The questions of the tree, in their order."""
        return [self[question.value] for question in Question]


class QualifyForm(forms.Form):
    words = forms.CharField(
        label="Le passage, mot pour mot",
        help_text="Sélectionnez-le dans le contenu ci-dessus, ou copiez-le ici sans rien corriger.",
        widget=forms.Textarea({"rows": 3, "data-quote-into": ""}),
        error_messages={"required": "Copiez ici les mots à qualifier."},
    )
    start = forms.CharField(required=False, widget=forms.HiddenInput({"data-quote-start": ""}))
    label = forms.ChoiceField(
        label="Qualification",
        choices=label_choices,
        error_messages={"required": "Choisissez une qualification."},
    )
    reason = forms.CharField(
        label="Motif",
        help_text="Pourquoi ces mots entrent dans cette qualification, et pourquoi vous vous "
        "écartez de la suggestion s’il y a lieu. Le sociétaire ne lit pas ce motif, l’avocat le "
        "lira.",
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Dites pourquoi vous retenez cette qualification."},
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review = review
        typed = self.data if self.is_bound else self.initial
        self.found = occurrences(typed.get("words", ""), review.words)
        if len(self.found) > 1:
            self.fields["start"] = forms.ChoiceField(
                label="Lequel de ces passages\u00a0?",
                choices=[
                    (str(start), _in_context(review.words, start, end)) for start, end in self.found
                ],
                widget=forms.RadioSelect,
                error_messages={
                    "required": f"Ces mots figurent {len(self.found)} fois dans ce contenu. "
                    "Choisissez lesquels.",
                    "invalid_choice": f"Ces mots figurent {len(self.found)} fois dans ce contenu. "
                    "Choisissez lesquels.",
                },
            )

    def clean_words(self) -> str:
        """Refuse words that the content does not hold."""
        words: str = self.cleaned_data["words"]
        if not self.found:
            raise ValidationError(
                f"Ces mots ne figurent pas dans le contenu n°\u00a0{self.review.number}. "
                "Copiez-les tels qu’ils y sont écrits."
            )
        return words

    @property
    def chosen_label(self) -> str:
        """The label typed so far, in words."""
        chosen = self["label"].value()
        return Label(chosen).label if chosen in list(Label) else ""

    @property
    def span(self) -> tuple[int, int]:
        """The passage chosen, as the verb takes it: its first character, and the one after it."""
        if len(self.found) == 1:
            return self.found[0]
        chosen = int(self.cleaned_data["start"])
        return next(span for span in self.found if span[0] == chosen)


def _in_context(text: str, start: int, end: int) -> str:
    before = text[max(0, start - AROUND) : start]
    after = text[end : end + AROUND]
    return f"…{before}«\u00a0{text[start:end]}\u00a0»{after}…"


def seen_ids(text: str) -> frozenset[int]:
    """The readings that the page sent back was showing; what is not a number counts for none."""
    return frozenset(int(each) for each in text.split(",") if each.isdecimal())
