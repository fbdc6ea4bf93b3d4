"""Whom a date is told to when it moves: everybody who works with it, and the practitioner."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.letters.recipients import followers, supervisors, with_substitutes
from apps.deadlines.models import Deadline
from apps.directory.models import Partner
from apps.incidents.models import Incident, Review
from apps.legal.interruption import Doubt
from apps.mailbox.post import post

from .record_deadline import record_deadline


class Before:
    """The dates of a content as they stand, to be compared with what comes next."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.rows = {row.pk: row for row in _open(review)}
        self.driving = _driving(self.rows.values())


def tell_dates(before: Before, *, actor: User | None, at: datetime) -> None:
    """Write the deadlines that were just opened in the history, and tell of the date that drives
    the content if it has moved, or if a later one waits for a second person (E36, E37).

    Handler and supervisors, the partners at work on the content and the practitioner are told.
    """
    review = before.review
    incident = review.incident
    rows = _open(review)
    news = [row for row in rows if row.pk not in before.rows]
    for row in news:
        record_deadline(row, actor=actor, at=at)
    after = _driving(rows)
    if after is None or before.driving is None:
        return
    held = next(
        (row for row in news if row.doubt == Doubt.HELD and not _was_held(row, before)), None
    )
    if held:
        _tell("date_held", held, before, at=at, wished_act_by=held.beside[0]["act_by"])
    if after.act_by != before.driving.act_by:
        was = before.driving.act_by
        until = after.possible_until if after.first_last_day else None
        _tell(
            "date_moved",
            after,
            before,
            at=at,
            former_act_by=was.isoformat() if was else None,
            possible_until=until.isoformat() if until else None,
        )
        if not _is_earlier(after.act_by, was):
            _tell_next_act(after, incident, at=at)


def people_at_work(review: Review, *, today: date) -> list[User]:
    """The handler, the supervisors, those who stand in for them, and the partners whose mission is
    open on this content."""
    incident = review.incident
    insurers = [*followers(incident, today=today), *with_substitutes(supervisors(), today=today)]
    return list(dict.fromkeys([*insurers, *partners_of(review)]))


def partners_of(review: Review, **kinds: object) -> list[User]:
    """The people of the partners who hold a mission, proposed or accepted, on this content."""
    missions = Assignment.objects.open().filter(
        reviews=review,
        state__in=(Assignment.State.PROPOSED, Assignment.State.ACCEPTED),
        **kinds,
    )
    members = User.objects.filter(partners__assignments__in=missions, is_active=True)
    return list(members.order_by("pk").distinct())


def _open(review: Review) -> list[Deadline]:
    return list(review.deadlines.open().select_related("publication", "review").by_urgency())


def _driving(rows: Iterable[Deadline]) -> Deadline | None:
    dates = [row for row in rows if row.act_id is None]
    return min(dates, key=lambda row: row.act_by or date.min, default=None)


def _is_earlier(day: date | None, was: date | None) -> bool:
    """An unknown date counts as almost over: nothing known is earlier than it."""
    return was is not None and (day is None or day < was)


def _was_held(row: Deadline, before: Before) -> bool:
    return any(
        one.doubt == Doubt.HELD
        and one.rule_code == row.rule_code
        and one.publication.number == row.publication.number
        for one in before.rows.values()
    )


def _tell(kind: str, row: Deadline, before: Before, *, at: datetime, **data: Any) -> None:
    """A clock that was left may drive again: what it comes after makes it another letter."""
    incident, left = before.review.incident, before.driving and before.driving.pk
    people = [*people_at_work(before.review, today=localdate(at)), incident.practitioner.user]
    for person in dict.fromkeys(people):
        post(
            kind,
            to=person,
            key=f"deadline-{row.pk}-after-{left}-{kind}-user-{person.pk}",
            at=at,
            incident=incident,
            review=row.review.number,
            act_by=row.act_by.isoformat() if row.act_by else None,
            **data,
        )


def _tell_next_act(row: Deadline, incident: Incident, *, at: datetime) -> None:
    """During a lawsuit an act is owed every three months (L. 1881 art. 65; legal.md §5.2)."""
    if row.last_act_on is None or row.act_by is None:
        return
    lawyers = partners_of(row.review, kind=Partner.Kind.LAWYER)
    for person in dict.fromkeys([*lawyers, *followers(incident, today=localdate(at))]):
        post(
            "next_act_due",
            to=person,
            key=f"deadline-{row.pk}-next-act-user-{person.pk}",
            at=at,
            incident=incident,
            act_by=row.act_by.isoformat(),
        )
