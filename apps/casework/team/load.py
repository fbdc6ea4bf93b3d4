"""How much each person carries, weighted with the days left, and who should get what next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, IntegerField, Q, Sum, Value, When

from apps.accounts.models import Absence, Role, User
from apps.casework.search.queue_facts import is_asleep, possible_handlers
from apps.incidents.models import RUNNING, UNDATED, Incident, IncidentQuerySet
from apps.incidents.status import OPEN, Status, WaitingOn

# What a file weighs while its date is at most so many days away.
WEIGHTS = ((7, 8), (21, 4), (60, 2))
WEIGHT_UNDATED = 8  # an unknown date is treated as almost over
WEIGHT_LATER = 1
AT_MOST = 500  # files shared out at once


@dataclass(frozen=True)
class Load:
    """What one person carries on a day; `substitute` stands in for them while they are absent."""

    person: User
    files: int
    weight: int
    week: int
    three_weeks: int
    undated: int
    waiting: int
    absence: Absence | None

    @property
    def is_present(self) -> bool:
        return self.absence is None


def loads(*, today: date) -> list[Load]:
    """One for each person who may follow a file, by name, in two queries."""
    mine = Q(handled_incidents__status__in=OPEN)
    path = "handled_incidents__"
    undated = Q(handled_incidents__queue_key__startswith=UNDATED)
    people = possible_handlers().annotate(
        files=Count("handled_incidents", filter=mine),
        weight=Sum(_weight(path, today), filter=mine, default=0),
        week=Count("handled_incidents", filter=mine & _within(7, path, today)),
        three_weeks=Count("handled_incidents", filter=mine & _within(21, path, today)),
        undated=Count("handled_incidents", filter=mine & undated),
        waiting=Count(
            "handled_incidents",
            filter=mine & ~Q(handled_incidents__waiting_on=WaitingOn.HANDLER),
        ),
    )
    away = {each.user_id: each for each in Absence.objects.on(today).select_related("substitute")}
    return [
        Load(
            person,
            person.files,
            person.weight,
            person.week,
            person.three_weeks,
            person.undated,
            person.waiting,
            away.get(person.pk),
        )
        for person in people
    ]


def unshared(*, today: date) -> IncidentQuerySet:
    """The new files that nobody has taken and that do not sleep, what expires first on top."""
    new = Incident.objects.filter(status=Status.RECEIVED, handler=None)
    return new.exclude(is_asleep(today)).in_queue_order()


def share_out(files: Iterable[Incident], *, today: date) -> list[tuple[Incident, User]]:
    """Each file with the handler present who carries least once those before it are given.

    The same facts give the same answer. Nobody present: nothing is shared out.
    """
    carried = {
        load.person: load.weight
        for load in loads(today=today)
        if load.is_present and load.person.role == Role.HANDLER
    }
    shares = []
    for incident in files:
        if not carried:
            break
        lightest = min(carried, key=lambda person: (carried[person], person.name, person.pk))
        carried[lightest] += weight(incident, today=today)
        shares.append((incident, lightest))
    return shares


def weight(incident: Incident, *, today: date) -> int:
    if incident.queue_key.startswith(UNDATED):
        return WEIGHT_UNDATED
    if incident.act_by is None or not incident.queue_key.startswith(RUNNING):
        return WEIGHT_LATER
    left = (incident.act_by - today).days
    return next((each for days, each in WEIGHTS if left <= days), WEIGHT_LATER)


def _weight(path: str, today: date) -> Case:
    """The same, as the database counts it."""
    steps = [When(**{f"{path}queue_key__startswith": UNDATED}, then=Value(WEIGHT_UNDATED))]
    steps += [When(_within(days, path, today), then=Value(each)) for days, each in WEIGHTS]
    return Case(*steps, default=Value(WEIGHT_LATER), output_field=IntegerField())


def _within(days: int, path: str, today: date) -> Q:
    """Files to be acted on in so many days at most; not those that the law no longer allows."""
    last = f"{RUNNING}{today + timedelta(days=days)}"
    return Q(**{f"{path}queue_key__range": (RUNNING, last)})
