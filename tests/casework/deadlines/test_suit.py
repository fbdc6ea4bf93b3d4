"""What a suit owes besides its next act, a deposit or the service of a judgment: dates of their
own, reminded like the others."""

from datetime import UTC, date, datetime, timedelta

import pytest

from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.remind import remind
from apps.casework.deadlines.undo_check import undo_check
from apps.deadlines.models import Deadline, Reminder
from apps.incidents.models import Incident
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    acted,
    checked_act,
    declared_review,
    qualified_incident,
    supervisor,
)

pytestmark = pytest.mark.django_db
FILED, DUE = date(2026, 11, 20), date(2026, 12, 14)
LATER = MONDAY_MORNING + timedelta(hours=1)


@pytest.fixture
def incident() -> Incident:
    published = Window.on_day(date(2026, 10, 20))
    return qualified_incident(reviews=[declared_review(window=published)])


def owed(incident: Incident, rule: str) -> list[date]:
    rows = incident.deadlines.open().filter(rule_code=rule)
    return list(rows.values_list("legal_last_day", flat=True))


# --- The deposit of a complaint -------------------------------------------------------------------


def complaint(incident: Incident, **fields):
    facts = {"done_on": FILED, "deposit_due_on": DUE, **fields}
    return acted(incident.reviews.get(), "PLAINTE_CPC", **facts)


def test_a_deposit_is_owed_by_the_day_that_the_judge_set(incident) -> None:
    act = complaint(incident)
    assert owed(incident, "CPC_DEPOSIT") == [DUE]
    row = Deadline.objects.driving(incident)
    assert (row.act, row.act_by) == (act, date(2026, 12, 11))
    incident.refresh_from_db()
    assert incident.act_by == date(2026, 12, 11)


def test_it_is_reminded_as_a_legal_date_is(incident) -> None:
    complaint(incident)
    remind(at=datetime(2026, 12, 4, 9, tzinfo=UTC))
    reminder = Reminder.objects.get(deadline__rule_code="CPC_DEPOSIT")
    assert reminder.rung == 7
    letter = Letter.objects.get(kind="deadline_reminder", data__deadline=reminder.deadline_id)
    assert (letter.recipient, letter.data["act_by"]) == (incident.handler, "2026-12-11")


def test_it_stays_owed_until_a_second_person_has_checked_the_payment(incident) -> None:
    check_act(complaint(incident), by=supervisor(), at=MONDAY_MORNING)
    paid = complaint(incident, deposit_paid_on=date(2026, 11, 22), at=LATER)
    assert owed(incident, "CPC_DEPOSIT") == [DUE]
    check_act(paid, by=supervisor(), at=LATER)
    assert owed(incident, "CPC_DEPOSIT") == []
    undo_check(paid, reason="Reçu d’un autre dossier.", by=supervisor(), at=LATER)
    assert owed(incident, "CPC_DEPOSIT") == [DUE]


def test_a_deposit_that_was_waived_is_owed_no_more_once_checked(incident) -> None:
    act = complaint(incident, deposit_waived=True)
    assert owed(incident, "CPC_DEPOSIT") == [DUE]
    check_act(act, by=supervisor(), at=LATER)
    assert owed(incident, "CPC_DEPOSIT") == []


@pytest.mark.parametrize("fields", [{"deposit_due_on": None}, {"is_regular": False}])
def test_nothing_is_owed_without_a_day_nor_for_an_irregular_complaint(incident, fields) -> None:
    complaint(incident, **fields)
    assert owed(incident, "CPC_DEPOSIT") == []


# --- The service of a judgment --------------------------------------------------------------------


@pytest.fixture
def judged(incident: Incident) -> Incident:
    """A judgment of 31 December: to be served by the last day of March."""
    summons = checked_act(incident.reviews.get(), done_on=FILED)
    suit = {"done_on": date(2026, 12, 31), "proceeding": summons.proceeding}
    checked_act(incident.reviews.get(), "JUGEMENT", **suit)
    return incident


def serve(incident: Incident, **fields):
    facts = {"done_on": date(2027, 1, 14), "proceeding": incident.proceedings.first(), **fields}
    return acted(incident.reviews.get(), "SIGNIFICATION", **facts)


def test_a_judgment_is_to_be_served_within_three_months(judged) -> None:
    assert owed(judged, "JUDGMENT_SERVICE") == [date(2027, 3, 31)]


def test_its_service_is_reminded_too(judged) -> None:
    remind(at=datetime(2027, 3, 23, 9, tzinfo=UTC))
    assert Reminder.objects.filter(deadline__rule_code="JUDGMENT_SERVICE").count() == 1


def test_it_is_done_once_a_second_person_has_checked_the_service(judged) -> None:
    served = serve(judged)
    assert owed(judged, "JUDGMENT_SERVICE") == [date(2027, 3, 31)]
    check_act(served, by=supervisor(), at=LATER)
    assert owed(judged, "JUDGMENT_SERVICE") == []


@pytest.mark.parametrize(
    "fields", [{"proceeding": None}, {"done_on": date(2026, 12, 30)}, {"is_regular": False}]
)
def test_a_service_of_another_suit_or_before_or_void_settles_nothing(judged, fields) -> None:
    served = serve(judged, **fields)
    if served.is_regular:
        check_act(served, by=supervisor(), at=LATER)
    assert owed(judged, "JUDGMENT_SERVICE") == [date(2027, 3, 31)]


def test_a_judgment_given_in_the_presence_of_all_is_not_to_be_served(incident) -> None:
    checked_act(incident.reviews.get(), "JUGEMENT", in_presence=True)
    assert owed(incident, "JUDGMENT_SERVICE") == []
