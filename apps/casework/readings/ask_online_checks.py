from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from apps.casework.letters.quiet_hours import next_office_moment
from apps.casework.one_by_one import one_by_one
from apps.deadlines.models import Heartbeat
from apps.incidents.models import Incident, IncidentQuerySet, Review
from apps.mailbox.post import post
from apps.remedies.models import OnlineCheck
from apps.vocabulary.presence import Presence

JOB = "ask_online_checks"
AFTER_DECLARATION = (7, 30, 60)  # days
AFTER_REPLY = (3, 10, 30)  # days: a public answer may bring an escalation, an edit or a removal
BEFORE_ACT_BY = 5  # days: what goes to court must be there


def ask_online_checks(*, at: datetime, among: IncidentQuerySet | None = None) -> int:
    """Ask « toujours en ligne ? » about the contents whose day has come, one letter a file (E18).

    Once a civil day in Paris: a plan is made of days. After an outage only the last day of the
    plan is asked about. A content that was removed is asked about no more. Returns how many files.
    Asked `among` some files only, it looks at these whenever it last ran.
    """
    today = localdate(at)
    if among is None and Heartbeat.objects.filter(job=JOB, swept_on=today).exists():
        return 0
    files = Incident.objects.all() if among is None else among
    asked = sum(one_by_one(_ask, _old_enough(files, today), today=today, at=at))
    if among is None:
        Heartbeat.objects.update_or_create(job=JOB, defaults={"beat_at": at, "swept_on": today})
    return asked


def planned_days(review: Review, *, today: date) -> list[date]:
    """The days on which to look again at a content, in order; none before its declaration."""
    incident = review.incident
    declared_on = localdate(incident.declared_at)
    days = {declared_on + timedelta(days=days) for days in AFTER_DECLARATION}
    if incident.replied_on:
        days |= {incident.replied_on + timedelta(days=days) for days in AFTER_REPLY}
    driving = review.deadlines.open().by_urgency(today=today).exclude(act_by=None).first()
    if driving and driving.act_by:
        days.add(driving.act_by - timedelta(days=BEFORE_ACT_BY))
    return sorted(day for day in days if day > declared_on)


def _old_enough(files: IncidentQuerySet, today: date) -> Iterator[Incident]:
    yesterday = today - timedelta(days=1)
    declared = files.open().filter(declared_at__date__lte=yesterday).order_by("pk")
    return declared.iterator(chunk_size=500)


@transaction.atomic
def _ask(incident: Incident, *, today: date, at: datetime) -> int:
    """Lock one file, open the checks that are due, post one letter. Returns 1 if it was posted."""
    incident = Incident.objects.locked_anyway(incident.pk)
    due = [
        (review, day)
        for review in incident.reviews.order_by("number")
        if (day := _due_day(review, today=today))
    ]
    if not incident.is_open or not due:
        return 0
    for review, day in due:
        OnlineCheck.objects.update_or_create(
            review=review, answered_at=None, defaults={"planned_on": day, "asked_at": at}
        )
    post(
        "online_check_asked",
        to=incident.practitioner.user,
        key=f"incident-{incident.pk}-online-{today.isoformat()}",
        at=at,
        incident=incident,
        not_before=next_office_moment(at),
    )
    return 1


def _due_day(review: Review, *, today: date) -> date | None:
    """The last day of the plan that has come, unless it was asked about or answered for."""
    come = [day for day in planned_days(review, today=today) if day <= today]
    if not come:
        return None
    last = review.online_checks.answered().last()
    if last and (last.presence == Presence.REMOVED or localdate(last.answered_at) >= come[-1]):
        return None
    asked = review.online_checks.filter(planned_on__gte=come[-1]).exclude(asked_at=None)
    return None if asked.exists() else come[-1]
