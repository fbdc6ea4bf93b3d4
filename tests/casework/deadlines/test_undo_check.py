from datetime import date, timedelta

import pytest

from apps.accounts.models import Role
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.record_act import Subject
from apps.casework.deadlines.undo_check import CannotUndoCheck, undo_check
from apps.casework.files.reopen import reopen
from apps.deadlines.models import Deadline
from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.legal.interruption import Doubt
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    UserFactory,
    acted,
    assigned,
    checked_act,
    declared_review,
    ended,
    qualified_incident,
    supervisor,
)

pytestmark = pytest.mark.django_db
PUBLISHED = Window.on_day(date(2026, 10, 20))
LAST_DAY = date(2027, 1, 20)
MONDAY = date(2026, 11, 23)
LATER = MONDAY_MORNING + timedelta(hours=1)
WHY = "La pièce est d’un autre dossier."


@pytest.fixture
def incident() -> Incident:
    return qualified_incident(reviews=[declared_review(window=PUBLISHED)])


def term(incident: Incident, number: int = 1) -> Deadline:
    return incident.deadlines.open().get(rule_code="PRESS_3M", review__number=number)


def test_the_earlier_date_is_back_at_once_and_both_rows_are_kept(incident) -> None:
    act, karim = checked_act(incident.reviews.get(), done_on=MONDAY), supervisor()
    undo_check(act, reason=WHY, by=karim, at=LATER)
    assert (term(incident).legal_last_day, term(incident).doubt) == (LAST_DAY, Doubt.PENDING_ACT)
    check = act.checks.get()
    assert (check.closed_at, check.closed_by, check.reason) == (LATER, karim, WHY)
    assert act.is_pending
    assert incident.events.get(kind=Kind.ACT_CHECK_UNDONE).actor == karim


def test_the_file_goes_back_to_its_place_in_the_queue(incident) -> None:
    act = checked_act(incident.reviews.get(), done_on=MONDAY)
    undo_check(act, reason=WHY, by=supervisor(), at=LATER)
    incident.refresh_from_db()
    assert (incident.queue_key, incident.doubt) == ("1-2027-01-19", Doubt.PENDING_ACT)
    assert incident.possible_until == date(2027, 2, 23)


def test_what_follows_in_the_suit_counts_no_more(incident) -> None:
    review = incident.reviews.get()
    summons = checked_act(review, done_on=date(2026, 11, 10))
    checked_act(review, "PLACEMENT", done_on=MONDAY, proceeding=summons.proceeding)
    undo_check(summons, reason=WHY, by=supervisor(), at=LATER)
    assert term(incident).legal_last_day == LAST_DAY


def test_an_act_about_two_contents_is_taken_back_for_both() -> None:
    incident = qualified_incident(reviews=[declared_review(window=PUBLISHED) for _ in range(2)])
    subjects = [Subject(review) for review in incident.reviews.order_by("number")]
    act = checked_act(subjects[0].review, subjects=subjects)
    assert len(undo_check(act, reason=WHY, by=supervisor(), at=LATER)) == 2
    assert {term(incident, number).legal_last_day for number in (1, 2)} == {LAST_DAY}


def test_everybody_is_told_each_time_that_the_date_moves(incident) -> None:
    """To and fro between the same dates, too."""
    lawyer = assigned(Partner.Kind.LAWYER, incident=incident).partner.members.get()
    act, karim = acted(incident.reviews.get(), done_on=MONDAY), supervisor()
    people = {incident.handler, karim, lawyer, incident.practitioner.user}
    for hours in (1, 3):
        check_act(act, by=karim, at=MONDAY_MORNING + timedelta(hours=hours))
        undo_check(act, reason=WHY, by=karim, at=MONDAY_MORNING + timedelta(hours=hours + 1))
    letters = Letter.objects.filter(kind="date_moved")
    assert {letter.recipient for letter in letters} == people
    assert letters.count() == 4 * len(people)


def test_one_senior_person_is_enough_even_who_recorded_or_checked_it(incident) -> None:
    karim, nadia = supervisor(), supervisor()
    for person in (karim, nadia):
        act = acted(incident.reviews.get(), by=karim)
        check_act(act, by=nadia, at=LATER)
        undo_check(act, reason=WHY, by=person, at=LATER)
    assert act.checks.count() == 2


@pytest.mark.parametrize("role", [Role.HANDLER, Role.ADMIN, Role.PRACTITIONER, Role.PARTNER])
def test_nobody_else_takes_a_check_back(incident, role: Role) -> None:
    act = checked_act(incident.reviews.get(), done_on=MONDAY)
    with pytest.raises(CannotUndoCheck, match="responsable"):
        undo_check(act, reason=WHY, by=UserFactory(role=role), at=LATER)
    assert term(incident).legal_last_day == date(2027, 2, 23)


def test_taken_back_twice_the_second_is_told_that_it_is_over(incident) -> None:
    act, karim = checked_act(incident.reviews.get()), supervisor()
    undo_check(act, reason=WHY, by=karim, at=LATER)
    with pytest.raises(CannotUndoCheck, match="plus en vigueur"):
        undo_check(act, reason=WHY, by=karim, at=LATER)
    assert incident.events.filter(kind=Kind.ACT_CHECK_UNDONE).count() == 1


def test_the_check_of_an_act_corrected_since_is_no_longer_in_force(incident) -> None:
    seen = checked_act(incident.reviews.get())
    acted(incident.reviews.get(), done_by="Me Blanc", at=LATER)
    with pytest.raises(CannotUndoCheck, match="vient d’être modifié"):
        undo_check(seen, reason=WHY, by=supervisor(), at=LATER)


def test_on_a_closed_file_no_check_is_taken_back_and_it_still_counts_once_opened(incident) -> None:
    act, karim = checked_act(incident.reviews.get(), done_on=MONDAY), supervisor()
    ended(incident, at=LATER)
    with pytest.raises(IllegalMove, match="terminé"):
        undo_check(act, reason=WHY, by=karim, at=LATER)
    reopen(incident, reason="À nouveau en ligne.", by=karim, at=LATER)
    assert term(incident).legal_last_day == date(2027, 2, 23)
