from datetime import date, datetime, timedelta

import pytest

from apps.accounts.models import Role, User
from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.remind_complaints import remind_complaints
from apps.casework.tasks import remind_of_complaints
from apps.correspondence.models import Complaint
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import MONDAY_MORNING, UserFactory, handler, supervisor, taken_incident

pytestmark = pytest.mark.django_db
LAST_DAY = date(2027, 1, 23)  # a Saturday
RECEIPT_DUE = date(2026, 12, 4)


@pytest.fixture
def boss(db: None) -> User:
    return supervisor()


@pytest.fixture
def complaint(boss: User) -> Complaint:
    """Sent from the portal on Monday 23 November, its receipt gone at once."""
    incident = taken_incident()
    sent = complain(incident.practitioner, words="motcanari", incident=incident, at=MONDAY_MORNING)
    receipt(sent).update(status=LetterStatus.SENT, sent_at=MONDAY_MORNING)
    assert (sent.answer_by, sent.acknowledge_by) == (LAST_DAY, RECEIPT_DUE)
    return sent


def receipt(complaint: Complaint):
    return Letter.objects.filter(kind="complaint_received", data__complaint=complaint.pk)


def refuse(complaint: Complaint) -> None:
    """The mail server wants no such address."""
    receipt(complaint).update(status=LetterStatus.FAILED, sent_at=None, error="refused-550")


def on(day: date, **clock: int) -> datetime:
    return MONDAY_MORNING + (day - MONDAY_MORNING.date()) + timedelta(**clock)


def before(days: int, **clock: int) -> datetime:
    return on(LAST_DAY - timedelta(days=days), **clock)


def rungs(kind: str = "complaint_reminder") -> list[int]:
    return [letter.data["rung"] for letter in Letter.objects.filter(kind=kind).order_by("pk")]


def test_each_rung_then_each_day_once_it_is_over(complaint: Complaint) -> None:
    told = [days for days in range(62, -4, -1) if remind_complaints(at=before(days))]
    assert rungs() == [30, 15, 7, 3, 1, 0, -1, -2, -3]
    assert told == [30, 15, 5, 3, 1, 0, -1, -2, -3]  # the seventh is a Saturday: told on Monday


def test_the_seniors_are_told_and_nobody_else(complaint: Complaint, boss: User) -> None:
    lead = UserFactory(role=Role.LEGAL_LEAD)
    supervisor(is_active=False)
    handler()
    assert remind_complaints(at=before(15)) == 2
    letters = Letter.objects.filter(kind="complaint_reminder")
    assert {letter.recipient for letter in letters} == {boss, lead}
    assert "motcanari" not in str([letter.data for letter in letters])


def test_run_again_it_says_nothing_twice(complaint: Complaint) -> None:
    assert [remind_complaints(at=before(15, minutes=15 * n)) for n in range(4)] == [1, 0, 0, 0]


def test_after_days_without_a_worker_the_nearest_rung_alone_is_told(complaint: Complaint) -> None:
    assert remind_complaints(at=before(2)) == 1
    assert rungs() == [3]
    remind_complaints(at=before(-5))
    assert rungs() == [3, -5]


def test_an_answer_ends_the_reminders(complaint: Complaint, boss: User) -> None:
    remind_complaints(at=before(15))
    answer_complaint(complaint, answer="Voici.", by=boss, at=before(14))
    assert remind_complaints(at=before(-2)) == 0


def test_far_rungs_wait_for_office_hours_and_near_ones_for_nothing(complaint: Complaint) -> None:
    at_night = {"hours": 12}
    assert remind_complaints(at=before(15, **at_night)) == 0
    assert remind_complaints(at=before(12)) == 1  # the Monday
    assert remind_complaints(at=before(1, **at_night)) == 1
    assert Letter.objects.latest("pk").not_before == before(1, **at_night)


def test_what_the_first_letter_has_told_is_not_told_again(boss: User) -> None:
    """Noted when ten days are left: the first reminder comes with the seventh."""
    incident = taken_incident()
    complain(
        incident.practitioner,
        words="Trop lent.",
        channel=Complaint.Channel.POST,
        sent_on=date(2026, 10, 3),
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    for days in range(4):
        remind_complaints(at=MONDAY_MORNING + timedelta(days=days))
    assert rungs() == [7]


def test_one_noted_after_its_last_day_is_told_from_the_day_after(boss: User) -> None:
    incident = taken_incident()
    late = complain(
        incident.practitioner,
        words="Trop lent.",
        channel=Complaint.Channel.POST,
        sent_on=date(2026, 9, 20),
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    receipt(late).update(status=LetterStatus.SENT, sent_at=MONDAY_MORNING)
    posted = [remind_complaints(at=MONDAY_MORNING + timedelta(days=days)) for days in range(3)]
    assert posted == [0, 1, 1]


# --- The receipt ----------------------------------------------------------------------------------


def of_receipt(days_left: int) -> datetime:
    return on(RECEIPT_DUE - timedelta(days=days_left))


def test_a_receipt_that_was_refused_is_told_three_days_before_then_on_the_day_then_once(
    complaint: Complaint,
) -> None:
    refuse(complaint)
    for days in range(11, -6, -1):
        remind_complaints(at=of_receipt(days))
    assert rungs("complaint_unacknowledged") == [3, 1, 0, -1]


def test_a_receipt_that_left_is_not_in_danger(complaint: Complaint) -> None:
    assert remind_complaints(at=of_receipt(-1)) == 0


def test_a_receipt_that_still_waits_for_the_mail_server_is_in_danger_too(
    complaint: Complaint,
) -> None:
    receipt(complaint).update(status=LetterStatus.QUEUED, sent_at=None)
    assert remind_complaints(at=of_receipt(3)) == 1


def test_once_it_has_left_again_nothing_more_is_said(complaint: Complaint) -> None:
    refuse(complaint)
    assert remind_complaints(at=of_receipt(3)) == 1
    receipt(complaint).update(status=LetterStatus.SENT, sent_at=of_receipt(2), error="")
    assert remind_complaints(at=of_receipt(0)) == 0


def test_the_receipt_of_one_noted_late_has_an_hour_to_leave_unless_it_is_refused(
    boss: User,
) -> None:
    incident = taken_incident()
    late = complain(
        incident.practitioner,
        words="Trop lent.",
        channel=Complaint.Channel.POST,
        sent_on=date(2026, 11, 2),
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    assert remind_complaints(at=MONDAY_MORNING + timedelta(minutes=10)) == 0
    refuse(late)
    assert remind_complaints(at=MONDAY_MORNING + timedelta(minutes=20)) == 1
    assert rungs("complaint_unacknowledged") == [-1]


def test_the_task_reminds(complaint: Complaint, time_machine) -> None:
    time_machine.move_to(before(15), tick=False)
    remind_of_complaints()
    assert rungs() == [15]
