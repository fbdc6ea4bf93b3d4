"""A declaration being written. Answers wait as they were typed and are judged at each reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.db import transaction
from django.shortcuts import get_object_or_404

from apps.accounts.models import User
from apps.casework.access import declarations_for
from apps.casework.declare import Circumstances, DeclaredReview
from apps.incidents.models import Declaration

from .forms.context import ContextForm
from .forms.practice import PracticeForm
from .forms.review import ReviewForm
from .steps import Step

F = TypeVar("F", bound=forms.Form)


class Draft:
    """The forms of a draft, and where its author is."""

    def __init__(self, declaration: Declaration, *, today: date) -> None:
        self.declaration = declaration
        self.today = today

    @classmethod
    def of(cls, user: User, *, today: date) -> "Draft | None":
        """The open draft of a practitioner: any of their devices finds it."""
        declaration = declarations_for(user).select_related("practitioner__user").first()
        return cls(declaration, today=today) if declaration else None

    @property
    def practice(self) -> PracticeForm:
        return _judged(PracticeForm(self.declaration.answers.get(Step.PRACTICE)))

    @property
    def context(self) -> ContextForm:
        return _judged(ContextForm(self.declaration.answers.get(Step.CONTEXT), today=self.today))

    @property
    def reviews(self) -> dict[int, ReviewForm]:
        """The contents by number. A number that was removed stays free: no other one moves."""
        typed = self.declaration.answers.get(Step.REVIEWS, {})
        return {
            int(number): _judged(ReviewForm(typed[number], today=self.today))
            for number in sorted(typed, key=int)
        }

    @property
    def next_number(self) -> int:
        """The number of a content that would be added now."""
        return max(self.reviews, default=0) + 1

    @property
    def first_incomplete(self) -> Step:
        """Where to go on: the first step that is not done, or the last look at all of them."""
        reviews = self.reviews.values()
        done = {
            Step.PRACTICE: self.practice.is_valid(),
            Step.REVIEWS: bool(reviews) and all(review.is_valid() for review in reviews),
            Step.EXHIBITS: Step.EXHIBITS in self.declaration.answers,
            Step.CONTEXT: self.context.is_valid(),
        }
        return next((step for step, is_done in done.items() if not is_done), Step.CHECK)

    @contextmanager
    def writing(self) -> Iterator[dict[str, Any]]:
        """The answers, to be changed in place: another tab may write another step meanwhile."""
        user = self.declaration.practitioner.user
        with transaction.atomic():
            current = get_object_or_404(declarations_for(user).select_for_update(of=("self",)))
            yield current.answers
            current.save(update_fields=["answers"])
        self.declaration.answers = current.answers

    @property
    def circumstances(self) -> Circumstances:
        """What the verb takes, once every step is done."""
        return Circumstances(**self.practice.facts, **self.context.facts)

    @property
    def declared_reviews(self) -> list[DeclaredReview]:
        """What the verb takes, once every step is done."""
        return [review.declared for review in self.reviews.values()]


def _judged(form: F) -> F:
    form.is_valid()
    return form
