"""What the demonstration is told in: rows of plain data, every date counted from today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from apps.incidents.circumstances import (
    Audience,
    AuthorKind,
    FacilityPage,
    Nature,
    PracticeMode,
    Situation,
    Wish,
)
from apps.legal.limitation import compute
from apps.legal.republication import PublicationKind
from apps.legal.rules import rule
from apps.legal.windows import Window

DAY = timedelta(days=1)
SHORTEST_TERM = timedelta(days=80)  # less than three months, whatever the months


@dataclass(frozen=True)
class Days:
    """The days that a date of publication is counted from, and whose holidays count."""

    today: date
    declared: date
    department: str = "75"


Posted = Callable[[Days], Window]


def act_within(days: int) -> Posted:
    """The day to act by is at most so many days after today: passed, when there are less than 0."""
    return lambda on: Window.on_day(latest_posting(on.today + days * DAY, on.department))


def before(days: int) -> Posted:
    """So many days before the declaration, as the site shows it."""
    return lambda on: Window.on_day(on.declared - days * DAY)


def about(days: int) -> Posted:
    """So many days before the declaration, as the practitioner remembers."""
    return lambda on: Window.declared(on.declared - days * DAY)


def between(first: int, last: int) -> Posted:
    """Between two days, counted back from the declaration."""
    return lambda on: Window.between(on.declared - first * DAY, on.declared - last * DAY)


def shown(words: str) -> Posted:
    """What the site showed on the day of the declaration, as « il y a 2 mois »."""
    return lambda on: Window.relative(words, seen_on=on.declared)


def last_month(on: Days) -> Window:
    """In the month before that of the declaration; nobody knows the day."""
    day = on.declared.replace(day=1) - DAY
    return Window.month(day.year, day.month)


def unknown(_on: Days) -> Window:
    """Nobody knows."""
    return Window.unknown()


def latest_posting(act_by: date, department: str) -> date:
    """The last day of publication that lets nobody act after this day (three months, art. 65)."""
    day = act_by - SHORTEST_TERM
    while (_act_by(day, department) or act_by) > act_by:
        day -= DAY
    return day


def _act_by(posted: date, department: str) -> date | None:
    return compute(rule("PRESS_3M"), Window.on_day(posted), territory=department).act_by


@dataclass(frozen=True, kw_only=True)
class Content:
    """One content. `on` names a site of `SITES`; `read` is counted back from the declaration."""

    words: str
    posted: Posted
    on: str = "google"
    author: str = ""
    author_kind: AuthorKind = AuthorKind.UNKNOWN
    audience: Audience = Audience.PUBLIC
    members: int | None = None
    rating: int | None = None
    read: int | None = None
    persons: tuple[str, ...] = ()
    natures: tuple[Nature, ...] = ()
    again: tuple[tuple[PublicationKind, Posted], ...] = ()


@dataclass(frozen=True)
class StoryStep:
    """What is done to a file so many days ago: a function of `steps.py`, and what it is given."""

    ago: int
    do: Callable[..., None]
    given: tuple[Any, ...]
    named: Mapping[str, Any]


def on(ago: int, do: Callable[..., None], *given: Any, **named: Any) -> StoryStep:
    """A step as rows write it: `on(3, taken, by="sofia")`."""
    return StoryStep(ago, do, given, named)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A file and its story. `who`, `handler` and `typed_by` are the first parts of addresses;
    `declared` is counted back from today, `replied`, `reported` and `bailiff` from the
    declaration. What nobody else is said to do, the `handler` does."""

    name: str
    who: str
    declared: int
    handler: str = "sofia"
    contents: tuple[Content, ...]
    story: tuple[StoryStep, ...] = ()
    situation: Situation = Situation.REVIEW
    mode: PracticeMode = PracticeMode.LIBERAL
    facility_page: FacilityPage | str = ""
    facility_contact: str = ""
    replied: int | None = None
    reported: int | None = None
    bailiff: int | None = None
    wishes: tuple[Wish, ...] = ()
    captures: tuple[str, ...] = ()
    typed_by: str = ""
    question: str = ""  # of the interview
    ruling: str = ""  # its first words in `legal/rulings.py`
