from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import localdate

from apps.accounts.models import Absence, User
from apps.casework.access import can_work
from apps.casework.correspondence.write_message import write_message
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.remind import remind
from apps.casework.letters.daily_digest import daily_digest
from apps.casework.team.declare_absence import AbsenceRefused, declare_absence
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    declared_review,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
MONDAY = MONDAY_MORNING.date()
FRIDAY = MONDAY + timedelta(days=4)
NEAR = Window.on_day(date(2026, 9, 10))


def away(user: User, substitute: User, first: date = MONDAY, last: date = FRIDAY) -> Absence:
    return declare_absence(
        user,
        substitute=substitute,
        starts_on=first,
        ends_on=last,
        by=supervisor(),
        at=MONDAY_MORNING,
    )


def told(kind: str) -> set[User]:
    return {letter.recipient for letter in Letter.objects.filter(kind=kind)}


def test_who_stands_in_is_told() -> None:
    sofia, karim = handler(), handler()
    away(sofia, karim)
    assert told("substitute_named") == {karim}


def test_legal_rungs_go_to_both_while_the_handler_is_away() -> None:
    sofia, karim = handler(), handler()
    taken_incident(sofia, reviews=[declared_review(window=NEAR)])
    away(sofia, karim)
    remind(at=MONDAY_MORNING)
    assert {sofia, karim} <= told("deadline_reminder")


def test_and_to_the_handler_alone_once_they_are_back() -> None:
    sofia, karim = handler(), handler()
    taken_incident(sofia, reviews=[declared_review(window=NEAR)])
    away(sofia, karim, first=MONDAY - timedelta(days=7), last=MONDAY - timedelta(days=1))
    remind(at=MONDAY_MORNING)
    assert karim not in told("deadline_reminder")


def test_the_rungs_of_somebody_who_has_left_go_to_the_supervisors() -> None:
    sofia, boss = handler(), supervisor()
    taken_incident(sofia, reviews=[declared_review(window=Window.on_day(date(2026, 10, 1)))])
    sofia.is_active = False
    sofia.save()
    remind(at=MONDAY_MORNING + timedelta(days=10))
    assert told("deadline_reminder") == {boss}


def test_escalations_climb_to_who_stands_in_for_the_supervisor_too() -> None:
    boss, other = supervisor(), handler()
    taken_incident(reviews=[declared_review(window=NEAR)])
    away(boss, other, last=FRIDAY + timedelta(days=30))
    remind(at=MONDAY_MORNING)
    escalate(at=MONDAY_MORNING + timedelta(days=3))
    assert {boss, other} <= told("reminder_unacknowledged")


def test_messages_reach_both() -> None:
    sofia, karim = handler(), handler()
    incident = taken_incident(sofia)
    away(sofia, karim)
    write_message(incident, body="Bonjour", by=incident.practitioner.user, at=MONDAY_MORNING)
    assert told("new_message") == {sofia, karim}


def test_the_day_of_who_stands_in_counts_both_files() -> None:
    sofia, karim = handler(), handler()
    taken_incident(sofia)
    away(sofia, karim)
    daily_digest(at=MONDAY_MORNING)
    assert Letter.objects.get(kind="daily_digest", recipient=karim).data["answers"] == 1


@pytest.mark.parametrize(
    ("hour", "may"),
    [
        (datetime(2026, 11, 22, 23, 59, tzinfo=PARIS), False),
        (datetime(2026, 11, 23, 0, 0, tzinfo=PARIS), True),
        (datetime(2026, 11, 27, 23, 59, tzinfo=PARIS), True),
        (datetime(2026, 11, 28, 0, 0, tzinfo=PARIS), False),
    ],
)
def test_who_stands_in_may_work_on_those_days_in_paris_only(hour: datetime, may: bool) -> None:
    sofia, karim = handler(), handler()
    incident = taken_incident(sofia)
    away(sofia, karim)
    today = localdate(hour)
    assert can_work(karim, incident, today=today) is may
    assert can_work(sofia, incident, today=today)


def test_nobody_stands_in_who_is_away_or_gone_or_the_same_person() -> None:
    sofia, karim = handler(), handler()
    away(karim, handler())
    for substitute in (karim, sofia, handler(is_active=False)):
        with pytest.raises(AbsenceRefused):
            away(sofia, substitute)


def test_who_stands_in_for_somebody_cannot_leave_meanwhile() -> None:
    sofia, karim = handler(name="Sofia Renard"), handler()
    away(sofia, karim)
    with pytest.raises(AbsenceRefused, match="remplace Sofia Renard"):
        away(karim, handler())


def test_two_absences_of_one_person_do_not_cross_and_end_after_they_start() -> None:
    sofia, karim = handler(), handler()
    away(sofia, karim)
    with pytest.raises(AbsenceRefused, match="déjà une absence"):
        away(sofia, karim, first=FRIDAY, last=FRIDAY)
    with pytest.raises(AbsenceRefused, match="avant le premier"):
        away(handler(), karim, first=FRIDAY, last=MONDAY)
