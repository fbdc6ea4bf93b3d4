"""Files are lived through, day after day: each by its story, and the clock between them, so that
reminders and letters come in the order in which they would have come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from django.utils.timezone import get_default_timezone

from apps.casework.deadlines.advance_queue import advance_queue
from apps.legal.territories import territory

from .cases import CASES
from .declared import declare_case
from .desk import Desk, Moment
from .mornings import morning, sweep
from .rows import Case, StoryStep
from .team import Happens

FRANCE = territory("75")
SWEEP, DESK_OPENS = time(8, 10), time(9)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
PLACES = {case.name: place for place, case in enumerate(CASES)}


@dataclass(frozen=True)
class Planned:
    """Something that happens at a moment."""

    at: datetime
    happen: Callable[[datetime], object]


def live(cases: Sequence[Case], desk: Desk, *, beside: Sequence[tuple[int, Happens]] = ()) -> None:
    """Declare and work the files of these cases, and whatever the team does besides, until now.

    Nothing is done to any other file, except those that a story names.
    """
    plan = [*_stories(cases, desk), *_days(cases, desk), *_beside(beside, desk)]
    for planned in sorted(plan, key=lambda each: each.at):
        planned.happen(planned.at)
    advance_queue(at=desk.now)


def declared_at(case: Case, desk: Desk) -> datetime:
    """The moment at which the file of a case is declared."""
    return moment_of(case.declared, _opens(case), rank=0, desk=desk, is_worked=False)


def moment_of(
    ago: int, after: timedelta, *, rank: int, desk: Desk, is_worked: bool = True
) -> datetime:
    """A moment of the day so many days ago, on the next working day if it `is_worked`; never after
    now, and always after those of a lower rank."""
    day = desk.today - timedelta(days=ago)
    while is_worked and day < desk.today and not FRANCE.is_business_day(day):
        day += timedelta(days=1)
    at = datetime.combine(day, DESK_OPENS, tzinfo=get_default_timezone()) + after
    return min(at, desk.now - (60 - rank) * MINUTE)


def _stories(cases: Sequence[Case], desk: Desk) -> Iterator[Planned]:
    for case in cases:
        yield Planned(declared_at(case, desk), _declares(case, desk))
        for rank, step in enumerate(case.story, start=1):
            at = moment_of(step.ago, _opens(case) + rank * 11 * MINUTE, rank=rank, desk=desk)
            yield Planned(at, _does(desk, case, step))


def _opens(case: Case) -> timedelta:
    """How long after the desk opens what concerns this file begins."""
    place = PLACES[case.name]
    return HOUR * (place * 7 % 5) + MINUTE * (place * 13 % 60)


def _declares(case: Case, desk: Desk) -> Callable[[datetime], object]:
    return lambda at: declare_case(case, desk, at=at)


def _does(desk: Desk, case: Case, step: StoryStep) -> Callable[[datetime], object]:
    return lambda at: step.do(Moment(desk, case, at), *step.given, **step.named)


def _days(cases: Sequence[Case], desk: Desk) -> Iterator[Planned]:
    """What the clock does each morning since the first declaration, and now."""
    files = desk.files(case.name for case in cases)
    for ago in range(max(case.declared for case in cases)):
        day = desk.today - timedelta(days=ago)
        at = datetime.combine(day, SWEEP, tzinfo=get_default_timezone())
        yield Planned(min(at, desk.now), lambda at: morning(files, at=at))
    yield Planned(desk.now, lambda at: sweep(files, at=at))


def _beside(beside: Sequence[tuple[int, Happens]], desk: Desk) -> Iterator[Planned]:
    """What the team and the practitioners do besides."""
    for rank, (ago, happens) in enumerate(beside, start=1):
        at = moment_of(ago, rank * 7 * MINUTE, rank=rank, desk=desk)
        yield Planned(at, partial(happens, desk))
