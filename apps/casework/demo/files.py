"""The demonstration is lived through, day after day: each file by its story, and the clock between
them, so that references, reminders and letters come in the order in which they would have come."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from hashlib import sha256

from django.utils.timezone import get_default_timezone, localdate

from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.deadlines.acknowledge import acknowledge
from apps.casework.deadlines.advance_queue import advance_queue
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.remind import remind
from apps.casework.declarations.declare import Circumstances, DeclaredAgain, DeclaredReview, declare
from apps.casework.declarations.hand_over_declaration import hand_over_declaration
from apps.casework.declarations.make_receipt import make_receipt
from apps.casework.declarations.start_declaration import start_declaration
from apps.casework.exhibits.attach import attach_to_declaration
from apps.casework.files.wake_files import wake_files
from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.readings.do_step import do_step
from apps.casework.readings.ladder import to_do
from apps.casework.readings.skip_step import skip_step
from apps.deadlines.models import Deadline
from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.legal.playbook import LadderStep, Opens
from apps.legal.territories import territory
from apps.remedies.models import PlaybookStep

from .cases import CASES
from .desk import Desk, Moment, days_of
from .files_that_ended import ENDED
from .pictures import capture
from .rows import Case, Content, Days, StoryStep
from .team import BESIDE

FRANCE = territory("75")
FORGETFUL = "thomas@"  # leaves his reminders to those above him
LATE = timedelta(days=2)
SET_ASIDE = "Vu avec le sociétaire : sans utilité pour le moment."
# Each receipt takes a second. Those that would look like fresh news are made at their
# time; the worker makes the others.
RECENT = 21  # days
FOLLOWED_EVERY = 3  # days, in the place of one: a third of the time, and it asks as much
SWEEP, DESK_OPENS = time(8, 10), time(9)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
SITES = {
    "google": "https://www.google.com/maps/reviews/",
    "facebook": "https://www.facebook.com/groups/",
    "instagram": "https://www.instagram.com/p/",
    "trustpilot": "https://fr.trustpilot.com/reviews/",
    "pagesjaunes": "https://www.pagesjaunes.fr/pros/avis/",
    "x": "https://x.com/i/status/",
    "bing": "https://www.bing.com/maps/avis/",
    "doctissimo": "https://forum.doctissimo.fr/sante/",
    "blog": "https://blog-des-patients.example/",
    "": "",
}


@dataclass(frozen=True)
class Planned:
    """Something that happens at a moment."""

    at: datetime
    happen: Callable[[datetime], object]


def make_files(*, now: datetime) -> Desk:
    """Declare and work the files of `CASES`, and whatever the team does besides, until `now`."""
    desk = Desk(now=now)
    plan = [*_stories(desk), *_days(desk), *_beside(desk)]
    for planned in sorted(plan, key=lambda each: each.at):
        planned.happen(planned.at)
    return desk


def _stories(desk: Desk) -> Iterator[Planned]:
    for place, case in enumerate(CASES):
        opens = HOUR * (place * 7 % 5) + MINUTE * (place * 13 % 60)
        at = moment_of(case.declared, opens, rank=0, desk=desk, is_worked=False)
        yield Planned(at, _declares(desk, case))
        for rank, step in enumerate(case.story, start=1):
            at = moment_of(step.ago, opens + rank * 11 * MINUTE, rank=rank, desk=desk)
            yield Planned(at, _does(desk, case, step))


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


def _declares(desk: Desk, case: Case) -> Callable[[datetime], object]:
    return lambda at: _declare(desk, case, at=at)


def _does(desk: Desk, case: Case, step: StoryStep) -> Callable[[datetime], object]:
    return lambda at: step.do(Moment(desk, case, at), *step.given, **step.named)


def _days(desk: Desk) -> Iterator[Planned]:
    """What the clock does each morning since the first declaration, and now."""
    for ago in range(max(case.declared for case in CASES)):
        day = desk.today - timedelta(days=ago)
        at = datetime.combine(day, SWEEP, tzinfo=get_default_timezone())
        yield Planned(min(at, desk.now), _morning)
    yield Planned(desk.now, _sweep)


def _morning(at: datetime) -> None:
    """Each handler but one acknowledges what they were told since the day before."""
    told = Deadline.objects.unacknowledged()
    present = told.exclude(incident__handler__email__startswith=FORGETFUL)
    for deadline in present.select_related("incident__handler", "review"):
        if handler := deadline.incident.handler:
            acknowledge(deadline, by=handler, at=at)
    if _is_followed(at):
        _settle_steps(at)
    _sweep(at)


def _settle_steps(at: datetime) -> None:
    """What is left of a ladder two days late: advice was given, the rest is set aside."""
    late = to_do(PlaybookStep.objects.filter(due_on__lt=localdate(at) - LATE))
    present = late.filter(review__incident__handler__isnull=False).exclude(
        review__incident__handler__email__startswith=FORGETFUL
    )
    for step in present.select_related("review__incident__handler"):
        handler = step.review.incident.handler
        if handler and LadderStep.__members__[step.code].opens is Opens.MESSAGE:
            do_step(step, by=handler, at=at)
        elif handler:
            skip_step(step, reason=SET_ASIDE, by=handler, at=at)


def _sweep(at: datetime) -> None:
    """What the worker does every quarter of an hour."""
    advance_queue(at=at)
    remind(at=at)
    escalate(at=at)
    wake_files(at=at)
    if _is_followed(at):
        remind_requests(at=at)
        ask_online_checks(at=at)


def _is_followed(at: datetime) -> bool:
    return localdate(at).toordinal() % FOLLOWED_EVERY == 0


def _beside(desk: Desk) -> Iterator[Planned]:
    """What the team and the practitioners do besides."""
    for rank, (ago, happens) in enumerate(BESIDE, start=1):
        at = moment_of(ago, rank * 7 * MINUTE, rank=rank, desk=desk)
        yield Planned(at, partial(happens, desk))


def _declare(desk: Desk, case: Case, at: datetime) -> None:
    practitioner = Practitioner.objects.select_related("user").get(user=desk.people[case.who])
    typist, insured = desk.people[case.typed_by or case.who], practitioner.user
    declaration = start_declaration(practitioner, by=typist, at=at - HOUR / 2)
    for title in case.captures:
        attach_to_declaration(
            declaration, upload=capture(title), kind=Exhibit.Kind.CAPTURE, by=typist, at=at
        )
    if typist.is_delegate:
        hand_over_declaration(declaration, prudent_day=None, at=at - HOUR / 4)
    days = days_of(case, practitioner.department, today=desk.today)
    incident = declare(
        declaration,
        circumstances=_circumstances(case, days),
        reviews=[
            _declared(content, days, page=f"{case.name}-{number}")
            for number, content in enumerate(case.contents, start=1)
        ],
        by=typist if typist.is_insurer else insured,
        at=at,
    )
    if case.declared > RECENT and case not in ENDED:
        make_receipt(incident.receipt, at=at + MINUTE)
    desk.files[case.name] = incident.pk


def _circumstances(case: Case, days: Days) -> Circumstances:
    def back(ago: int | None) -> date | None:
        return None if ago is None else days.declared - timedelta(days=ago)

    return Circumstances(
        situation=case.situation,
        practice_mode=case.mode,
        facility_page=case.facility_page,
        facility_contact=case.facility_contact,
        already_replied=case.replied is not None,
        replied_on=back(case.replied),
        already_reported=case.reported is not None,
        reported_on=back(case.reported),
        bailiff_report_on=back(case.bailiff),
        bailiff_report_was_urgent=case.bailiff is not None,
        wishes=case.wishes,
    )


def _declared(content: Content, days: Days, *, page: str) -> DeclaredReview:
    site = SITES[content.on]
    return DeclaredReview(
        words=content.words,
        window=content.posted(days),
        audience=content.audience,
        url=f"{site}{sha256(page.encode()).hexdigest()[:12]}" if site else "",
        rating=content.rating,
        persons=content.persons,
        author_pseudonym=content.author,
        author_kind=content.author_kind,
        natures=content.natures,
        members=content.members,
        read_on=None if content.read is None else days.declared - timedelta(days=content.read),
        again=[DeclaredAgain(kind, posted(days)) for kind, posted in content.again],
    )
