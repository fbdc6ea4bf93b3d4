"""A declaration being written. Answers wait as they were typed and are judged when they are read,
once for what they say now."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import User
from apps.casework.access import declarations_for
from apps.casework.declarations.declare import Circumstances, DeclaredReview
from apps.casework.declarations.keep_answers import (
    NoLongerOpen,
    Place,
    SavingPage,
    keep_answers,
    mark_of,
)
from apps.deadlines.models import Deadline
from apps.incidents.circumstances import Audience, Situation
from apps.incidents.models import Declaration
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window

from .forecast import forecast
from .forms.context import ContextForm
from .forms.dates import DatesForm
from .forms.facility import FacilityForm
from .forms.practice import PracticeForm
from .forms.review import ReviewForm
from .forms.situation import SituationForm
from .steps import DeclarationStep

DAYS = ("prudent_day", "possible_until")  # noted in the answers, for the letters about the draft
NUMBERED = {DeclarationStep.REVIEWS: "declare_review", DeclarationStep.DATES: "declare_date"}


class Draft:
    """The forms of a draft, and where its author is. Each form is built once, and is only read."""

    def __init__(self, declaration: Declaration, *, today: date) -> None:
        self.declaration = declaration
        self.today = today
        self.page: SavingPage | None = None  # the one that saves, told by `at_step`

    @classmethod
    def at(cls, user: User, key: UUID, *, today: date) -> "Draft":
        """The open draft of this key: any device of its author finds it. Raises `Http404`."""
        visible = declarations_for(user).select_related("practitioner__user", "prepared_by")
        return cls(get_object_or_404(visible, key=key), today=today)

    @classmethod
    def all_of(cls, user: User, *, today: date) -> "list[Draft]":
        """The open drafts of a person, the one last written first."""
        visible = declarations_for(user).select_related("practitioner__user", "prepared_by")
        return [cls(declaration, today=today) for declaration in visible.order_by("-saved_at")]

    @property
    def key(self) -> UUID:
        return self.declaration.key

    def url(self, step: DeclarationStep) -> str:
        """The address of a step of this draft."""
        return reverse(step.view, args=[self.key])

    @property
    def next_url(self) -> str:
        """Where to go on."""
        return self.url(self.first_incomplete)

    @property
    def days(self) -> dict[str, date | None]:
        """Of the content that presses most, the first day to act by, by prudence, and the last one
        that may be left; nothing while one of them has no date."""
        windows = [each.first if each.is_valid() else None for each in self.dates.values()]
        clocks = [self.forecast(window) for window in windows if window and not window.is_unknown]
        if not windows or len(clocks) < len(windows):
            return dict.fromkeys(DAYS)
        _, first, until = min(
            (clock.is_over(self.today), clock.first_last_day or clock.legal_last_day, until)
            for clock in clocks
            if (until := clock.possible_until)  # nothing was done yet: each has an end
        )
        return dict(zip(DAYS, (first - timedelta(days=1), until), strict=True))

    def forecast(self, window: Window, kind: PublicationKind = PublicationKind.FIRST) -> Deadline:
        """The strictest deadline of a content put on line then, as of today."""
        territory = self.declaration.practitioner.department
        return forecast(window, territory=territory, today=self.today, kind=kind)

    @cached_property
    def situation(self) -> SituationForm:
        return SituationForm(self.declaration.answers.get(DeclarationStep.SITUATION)).judged()

    @cached_property
    def practice(self) -> PracticeForm:
        is_facility = self.declaration.practitioner.is_facility
        typed = self.declaration.answers.get(DeclarationStep.PRACTICE)
        return PracticeForm(typed, is_facility=is_facility).judged()

    @cached_property
    def facility(self) -> FacilityForm:
        """Asked only when the page is the establishment's own; it may be left blank."""
        return FacilityForm(self.declaration.answers.get("facility")).judged()

    @cached_property
    def context(self) -> ContextForm:
        return self.context_form(self.declaration.answers.get(DeclarationStep.CONTEXT)).judged()

    def context_form(self, typed: Any) -> ContextForm:
        """The form of the context, which asks about each of the contents."""
        contents = {number: str(form["words"].value()) for number, form in self.reviews.items()}
        return ContextForm(typed, contents=contents, **self._days)

    @cached_property
    def reviews(self) -> dict[int, ReviewForm]:
        """The contents by number. A number that was removed stays free: no other one moves."""
        typed = self.declaration.answers.get(DeclarationStep.REVIEWS, {})
        return {
            int(number): self.review_form(typed[number]).judged()
            for number in sorted(typed, key=int)
        }

    def review_form(self, typed: Any = None) -> ReviewForm:
        """The form of a content: what it asks depends on the situation and on the insured."""
        situation = self.situation
        return ReviewForm(
            typed,
            situation=situation.facts["situation"] if situation.is_valid() else Situation.REVIEW,
            is_facility=self.declaration.practitioner.is_facility,
        )

    @cached_property
    def dates(self) -> dict[int, DatesForm]:
        """When each content was published and read, by the number of the content."""
        typed = self.declaration.answers.get(DeclarationStep.DATES, {})
        return {
            number: self.dates_form(typed.get(str(number)), number=number).judged()
            for number in self.reviews
        }

    def dates_form(self, typed: Any, *, number: int | None = None) -> DatesForm:
        """The form of the dates of a content: a message is received, not published."""
        review = self.reviews.get(number) if number else None
        audience = review.facts.get("audience") if review else None
        return DatesForm(typed, is_private=audience == Audience.PRIVATE_MESSAGE, **self._days)

    @property
    def _days(self) -> dict[str, Any]:
        """What today is, in Paris and where the practitioner works."""
        return {
            "today": self.today,
            "territory": self.declaration.practitioner.department,
            "at": timezone.now(),
        }

    @property
    def next_number(self) -> int:
        """The number of a content that would be added now."""
        return max(self.reviews, default=0) + 1

    @property
    def first_incomplete(self) -> DeclarationStep:
        """Where to go on: the first step that is not done, or the last look at all of them."""
        return next(
            (step for step, is_done in self._done.items() if not is_done), DeclarationStep.CHECK
        )

    @property
    def steps_done(self) -> int:
        return sum(self._done.values())

    @cached_property
    def _done(self) -> dict[DeclarationStep, bool]:
        reviews, dates = self.reviews.values(), self.dates.values()
        return {
            DeclarationStep.SITUATION: self.situation.is_valid(),
            DeclarationStep.PRACTICE: self.practice.is_valid(),
            DeclarationStep.REVIEWS: bool(reviews) and all(review.is_valid() for review in reviews),
            DeclarationStep.DATES: bool(dates) and all(dating.is_valid() for dating in dates),
            DeclarationStep.EXHIBITS: DeclarationStep.EXHIBITS in self.declaration.answers,
            DeclarationStep.CONTEXT: self.context.is_valid(),
        }

    def url_of(self, place: Place) -> str:
        """The page that asks for the answers of this place."""
        name = NUMBERED.get(place.step) or f"declare_{place.step}"
        number = [] if place.number is None else [place.number]
        return reverse(f"portal:{name}", args=[self.key, *number])

    def mark(self, place: Place) -> str:
        """What a page bears of the answers it was shown with: see `keep_answers`."""
        return mark_of(place.read(self.declaration.answers))

    def form_at(self, place: Place, typed: Mapping[str, Any] | None) -> forms.Form:
        """The form of a place, bound to what was typed there. Raises `Http404`."""
        is_facility = self.declaration.practitioner.is_facility
        match place:
            case Place(step=DeclarationStep.SITUATION, number=None):
                return SituationForm(typed)
            case Place(step=DeclarationStep.PRACTICE, number=None):
                return PracticeForm(typed, is_facility=is_facility)
            case Place(step="facility", number=None):
                return FacilityForm(typed)
            case Place(step=DeclarationStep.CONTEXT, number=None):
                return self.context_form(typed)
            case Place(step=DeclarationStep.REVIEWS, number=int(number)) if (
                1 <= number <= self.next_number
            ):
                return self.review_form(typed)
            case Place(step=DeclarationStep.DATES, number=int(number)) if number in self.reviews:
                return self.dates_form(typed, number=number)
        raise Http404

    @contextmanager
    def writing(self) -> Iterator[dict[str, Any]]:
        """The answers, to be changed in place: another tab may write another step meanwhile.

        Raises `WrittenElsewhere` if it has written this one, which `at_step` answers.
        """
        try:
            with keep_answers(self.declaration, page=self.page, at=timezone.now()) as answers:
                yield answers
                self._say(answers)
                for name, day in self.days.items():
                    if day:
                        answers[name] = day.isoformat()
                    else:
                        answers.pop(name, None)
        except NoLongerOpen as error:
            raise Http404 from error
        if self.declaration.answers is not answers:  # they came late, and were not kept
            self._say(self.declaration.answers)

    def _say(self, answers: dict[str, Any]) -> None:
        """From now on the draft says this, and is read anew."""
        self.declaration.answers = answers
        for name, member in vars(Draft).items():
            if isinstance(member, cached_property):
                vars(self).pop(name, None)

    @property
    def circumstances(self) -> Circumstances:
        """What the verb takes, once every step is done."""
        facts = self.situation.facts | self.practice.facts | self.context.facts
        if self.practice.is_on_facility_page and self.facility.is_valid():
            facts |= self.facility.cleaned_data
        return Circumstances(**facts)

    @property
    def declared_reviews(self) -> list[DeclaredReview]:
        """What the verb takes, once every step is done."""
        dates, natures = self.dates, self.context.natures
        return [
            DeclaredReview(
                number=number,
                natures=natures.get(number, []),
                **review.facts,
                **dates[number].facts,
            )
            for number, review in self.reviews.items()
        ]
