from datetime import UTC, date, datetime, timedelta

import pytest

from apps.accounts.models import Role, User
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.confirm_dates import CannotConfirm, confirm_dates
from apps.casework.files.reopen import reopen
from apps.deadlines.models import Deadline
from apps.directory.models import Partner, Practitioner
from apps.incidents.models import Incident, Review
from apps.journal.kinds import Kind
from apps.legal.interruption import Doubt
from apps.legal.taxonomy import Label
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
    handler,
    qualified_incident,
    read_as,
    supervisor,
)

pytestmark = pytest.mark.django_db
FIRST = date(2026, 10, 20)
LAST_DAY = date(2027, 1, 20)
LATER = MONDAY_MORNING + timedelta(hours=1)


@pytest.fixture
def incident() -> Incident:
    return qualified_incident(reviews=[declared_review(window=Window.on_day(FIRST))])


def redate(incident: Incident, day: date | None, *, by: User | None = None, at=LATER) -> None:
    """Somebody corrects the day of publication; none: it is not known any more."""
    change_publication(
        incident.reviews.get().publications.open().get(number=1),
        window=Window.on_day(day) if day else Window.unknown(),
        reason="Capture datée retrouvée.",
        by=by or incident.handler,
        at=at,
    )


def term(incident: Incident, rule: str = "PRESS_3M") -> Deadline:
    return incident.deadlines.open().get(rule_code=rule)


def confirm(incident: Incident, by: User) -> None:
    confirm_dates(incident.reviews.get(), by=by, at=LATER)


# --- Held, then confirmed -------------------------------------------------------------------------


def test_a_later_day_of_publication_is_held_until_a_second_person_confirms_it(incident) -> None:
    redate(incident, date(2026, 10, 28))
    held = term(incident)
    assert (held.legal_last_day, held.doubt) == (LAST_DAY, Doubt.HELD)
    assert held.held_for == incident.handler
    assert held.beside[0]["legal_last_day"] == "2027-01-28"
    karim = supervisor()
    confirm(incident, karim)
    assert (term(incident).legal_last_day, term(incident).doubt) == (date(2027, 1, 28), "")
    assert not term(incident).is_held
    assert incident.events.get(kind=Kind.DATES_CONFIRMED).actor == karim


def test_the_file_keeps_its_place_until_then(incident) -> None:
    redate(incident, date(2026, 10, 28))
    incident.refresh_from_db()
    assert (incident.queue_key, incident.doubt) == ("1-2027-01-19", Doubt.HELD)
    assert incident.possible_until == date(2027, 1, 28)
    confirm(incident, supervisor())
    incident.refresh_from_db()
    assert (incident.queue_key, incident.doubt) == ("1-2027-01-27", "")


def test_the_same_people_are_told_that_it_waits_then_that_it_moved(incident) -> None:
    lawyer = assigned(Partner.Kind.LAWYER, incident=incident).partner.members.get()
    karim = supervisor()
    redate(incident, date(2026, 10, 28))
    people = {incident.handler, karim, lawyer, incident.practitioner.user}
    assert told("date_held") == people
    assert told("date_moved") == set()
    confirm(incident, karim)
    assert told("date_moved") == people


def told(kind: str) -> set[User]:
    return {letter.recipient for letter in Letter.objects.filter(kind=kind)}


def test_a_date_that_was_forgotten_then_found_later_is_held_all_the_same(incident) -> None:
    redate(incident, None)
    assert term(incident).act_by is None
    redate(incident, date(2026, 10, 28), at=LATER + timedelta(hours=1))
    held = term(incident)
    assert (held.act_by, held.doubt) == (None, Doubt.HELD)
    incident.refresh_from_db()
    assert (incident.act_by, incident.doubt) == (None, Doubt.HELD)
    confirm(incident, supervisor())
    assert term(incident).legal_last_day == date(2027, 1, 28)


def test_a_practitioner_who_moved_elsewhere_does_not_move_a_date_later_alone() -> None:
    """Good Friday is a holiday in Alsace, and none in Paris."""
    at = datetime(2026, 12, 29, 9, tzinfo=UTC)
    review = declared_review(window=Window.on_day(date(2026, 12, 28)))
    incident = qualified_incident(reviews=[review], at=at)
    assert term(incident).act_by == date(2027, 3, 26)
    for department, code in (("67", "CONSTAT"), ("75", "LRAR")):
        Practitioner.objects.update(department=department)
        acted(Review.objects.get(), code, done_on=at.date(), at=at)
    assert (term(incident).act_by, term(incident).doubt) == (date(2027, 3, 25), Doubt.HELD)
    confirm_dates(Review.objects.get(), by=supervisor(), at=at)
    assert term(incident).act_by == date(2027, 3, 26)


@pytest.fixture
def innocence(incident: Incident) -> Incident:
    """A direct summons puts off the press term, and not that of the presumption of innocence."""
    review = incident.reviews.get()
    read_as(review, Label.PRES_INNOCENCE)
    checked_act(review, "CITATION_DIRECTE")
    assert Deadline.objects.driving(incident).rule_code == "PRES_INNOCENCE_3M"
    return incident


def test_a_label_that_is_dropped_does_not_take_the_date_that_drove_with_it(innocence) -> None:
    karim = supervisor()
    read_as(innocence.reviews.get(), Label.DIFF_PUB, at=LATER)
    held = term(innocence, "PRES_INNOCENCE_3M")
    assert (held.legal_last_day, held.doubt) == (LAST_DAY, Doubt.HELD)
    assert (held.held_for, held.beside[0]["legal_last_day"]) == (innocence.handler, "2027-02-20")
    assert told("date_held") >= {innocence.handler, karim, innocence.practitioner.user}
    innocence.refresh_from_db()
    assert (innocence.act_by, innocence.doubt) == (date(2027, 1, 19), Doubt.HELD)
    confirm(innocence, karim)
    assert [row.rule_code for row in innocence.deadlines.open()] == ["PRESS_3M"]


def test_a_label_that_drove_nothing_is_dropped_with_its_dates(incident) -> None:
    read_as(incident.reviews.get(), Label.DIFF_PUB_AGG)
    read_as(incident.reviews.get(), Label.DIFF_PUB, at=LATER)
    assert [row.rule_code for row in incident.deadlines.open()] == ["PRESS_3M"]


# --- Corrected again ------------------------------------------------------------------------------


def test_to_refuse_one_corrects_the_fact_back(incident) -> None:
    redate(incident, date(2026, 10, 28))
    redate(incident, FIRST, at=LATER + timedelta(hours=1))
    assert (term(incident).legal_last_day, term(incident).doubt) == (LAST_DAY, "")
    with pytest.raises(CannotConfirm, match="Aucune date"):
        confirm(incident, supervisor())


def test_an_earlier_day_drives_at_once_whatever_waits(incident) -> None:
    redate(incident, date(2026, 10, 28))
    redate(incident, date(2026, 10, 12), at=LATER + timedelta(hours=1))
    assert (term(incident).legal_last_day, term(incident).doubt) == (date(2027, 1, 12), "")


def test_a_second_correction_by_somebody_else_keeps_being_held(incident) -> None:
    redate(incident, date(2026, 10, 28))
    redate(incident, date(2026, 11, 10), by=handler(), at=LATER + timedelta(hours=1))
    assert (term(incident).legal_last_day, term(incident).doubt) == (LAST_DAY, Doubt.HELD)
    assert [one["legal_last_day"] for one in term(incident).beside] == ["2027-02-10"]
    assert sum("date plus tardive" in step for step in term(incident).explanation) == 1


def test_who_asks_for_a_still_later_day_does_not_confirm_it(incident) -> None:
    karim, nadia = supervisor(), supervisor()
    redate(incident, date(2026, 10, 28))
    redate(incident, date(2026, 11, 10), by=karim, at=LATER + timedelta(hours=1))
    with pytest.raises(CannotConfirm, match="une autre personne"):
        confirm(incident, karim)
    confirm(incident, nadia)
    assert term(incident).legal_last_day == date(2027, 2, 10)


def test_what_a_colleague_does_meanwhile_does_not_make_the_later_day_theirs(incident) -> None:
    karim = supervisor()
    redate(incident, date(2026, 10, 28), by=karim)
    acted(incident.reviews.get(), "CONSTAT", at=LATER)
    with pytest.raises(CannotConfirm, match="une autre personne"):
        confirm(incident, karim)


def test_a_window_opened_on_both_sides_moves_nothing_later_either(incident) -> None:
    """Its first reading is earlier, and already over: the last one would drive."""
    change_publication(
        incident.reviews.get().publications.open().get(),
        window=Window.between(date(2026, 8, 1), date(2026, 11, 20)),
        reason="Mention peu précise.",
        by=incident.handler,
        at=LATER,
    )
    assert (term(incident).legal_last_day, term(incident).doubt) == (LAST_DAY, Doubt.HELD)


def test_once_the_first_reading_has_passed_the_next_one_is_not_put_off_alone() -> None:
    window = Window.between(date(2026, 8, 1), date(2026, 9, 10))
    incident = qualified_incident(reviews=[declared_review(window=window)])
    assert term(incident).legal_last_day == date(2026, 12, 10)
    change_publication(
        incident.reviews.get().publications.open().get(),
        window=Window.between(date(2026, 8, 1), date(2026, 11, 20)),
        reason="Mention peu précise.",
        by=incident.handler,
        at=LATER,
    )
    held = (term(incident).legal_last_day, term(incident).doubt)
    assert held == (date(2026, 12, 10), Doubt.HELD)


def test_a_file_closed_then_opened_again_keeps_what_was_held(incident) -> None:
    redate(incident, date(2026, 10, 28))
    ended(incident, at=LATER)
    reopen(incident, reason="À nouveau en ligne.", by=supervisor(), at=LATER + timedelta(days=1))
    held = term(incident)
    assert (held.legal_last_day, held.doubt) == (LAST_DAY, Doubt.HELD)
    assert held.held_for == incident.handler


def test_a_dropped_label_stays_held_in_a_file_closed_then_opened_again(innocence) -> None:
    read_as(innocence.reviews.get(), Label.DIFF_PUB, at=LATER)
    ended(innocence, at=LATER)
    reopen(innocence, reason="À nouveau en ligne.", by=supervisor(), at=LATER + timedelta(days=1))
    held = term(innocence, "PRES_INNOCENCE_3M")
    assert (held.legal_last_day, held.doubt) == (LAST_DAY, Doubt.HELD)


# --- What keeps one from confirming ---------------------------------------------------------------


def test_who_asked_does_not_confirm_whatever_their_rank(incident) -> None:
    karim = supervisor()
    redate(incident, date(2026, 10, 28), by=karim)
    with pytest.raises(CannotConfirm, match="une autre personne"):
        confirm(incident, karim)
    assert term(incident).legal_last_day == LAST_DAY


@pytest.mark.parametrize("role", [Role.HANDLER, Role.ADMIN, Role.PRACTITIONER, Role.PARTNER])
def test_only_supervisors_and_the_legal_lead_confirm(incident, role: Role) -> None:
    redate(incident, date(2026, 10, 28))
    with pytest.raises(CannotConfirm, match="responsable"):
        confirm(incident, UserFactory(role=role))
    confirm(incident, UserFactory(role=Role.LEGAL_LEAD))


def test_confirmed_twice_the_second_is_told_that_nothing_waits(incident) -> None:
    redate(incident, date(2026, 10, 28))
    confirm(incident, supervisor())
    with pytest.raises(CannotConfirm, match="Aucune date"):
        confirm(incident, supervisor())
    assert incident.events.filter(kind=Kind.DATES_CONFIRMED).count() == 1
