from datetime import date, timedelta

import pytest

from apps.accounts.models import Role
from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.check_act import CannotCheck, check_act
from apps.casework.deadlines.record_act import Subject
from apps.casework.deadlines.undo_check import undo_check
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.casework.missions.accept import accept
from apps.deadlines.models import ActCheck, Deadline
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.legal.interruption import Doubt
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    UserFactory,
    acted,
    assigned,
    attached,
    checked_act,
    declared_review,
    ended,
    handler,
    qualified_incident,
    read_as,
    supervisor,
)

pytestmark = pytest.mark.django_db
PUBLISHED = Window.on_day(date(2026, 10, 20))
LAST_DAY = date(2027, 1, 20)
MONDAY = date(2026, 11, 23)
LATER = MONDAY_MORNING + timedelta(hours=1)


@pytest.fixture
def incident() -> Incident:
    return qualified_incident(reviews=[declared_review(window=PUBLISHED)])


def term(incident: Incident, publication: int = 1) -> Deadline:
    return incident.deadlines.open().get(
        rule_code="PRESS_3M", publication__number=publication, review__number=1
    )


def told(kind: str) -> set:
    return {letter.recipient for letter in Letter.objects.filter(kind=kind)}


# --- What a check does ----------------------------------------------------------------------------


def test_a_confirmed_summons_opens_a_whole_new_term_and_keeps_the_old_row(incident) -> None:
    act = acted(incident.reviews.get(), done_on=MONDAY)
    old, karim = term(incident), supervisor()
    (check,) = check_act(act, by=karim, at=LATER)
    new = term(incident)
    assert (new.legal_last_day, new.doubt, new.last_act_on) == (date(2027, 2, 23), "", MONDAY)
    old.refresh_from_db()
    assert (old.legal_last_day, old.closed_at) == (LAST_DAY, LATER)
    assert (check.checked_by, check.checked_at) == (karim, LATER)
    event = incident.events.get(kind=Kind.ACT_CHECKED)
    assert (event.actor, event.data["act"]) == (karim, "ASSIGNATION")


def test_the_file_takes_its_new_place_in_the_queue(incident) -> None:
    checked_act(incident.reviews.get(), done_on=MONDAY)
    incident.refresh_from_db()
    assert (incident.act_by, incident.possible_until) == (date(2027, 2, 22), date(2027, 2, 23))
    assert (incident.queue_key, incident.doubt) == ("1-2027-02-22", "")


@pytest.mark.parametrize(
    ("done_on", "last_day"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 1, 18), date(2027, 4, 18)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_a_new_term_ends_on_the_same_day_or_on_the_last_one_of_the_month(
    incident, done_on: date, last_day: date
) -> None:
    checked_act(incident.reviews.get(), done_on=done_on)
    assert term(incident).legal_last_day == last_day


def test_each_act_of_the_suit_opens_the_next_term(incident) -> None:
    review = incident.reviews.get()
    summons = checked_act(review, done_on=MONDAY)
    steps = [("PLACEMENT", date(2027, 2, 20)), ("CONCLUSIONS_NOTIFIEES", date(2027, 5, 19))]
    for code, day in steps:
        checked_act(review, code, done_on=day, proceeding=summons.proceeding)
    assert term(incident).legal_last_day == date(2027, 8, 19)


def test_a_step_confirmed_before_the_act_that_opens_its_suit_waits_for_it(incident) -> None:
    review = incident.reviews.get()
    summons = acted(review, done_on=date(2026, 11, 10))
    checked_act(review, "PLACEMENT", done_on=MONDAY, proceeding=summons.proceeding)
    assert term(incident).legal_last_day == LAST_DAY
    check_act(summons, by=supervisor(), at=LATER)
    assert term(incident).legal_last_day == date(2027, 2, 23)


def test_an_act_of_the_past_may_be_confirmed_after_its_term_has_passed(incident) -> None:
    act = acted(incident.reviews.get(), done_on=MONDAY)
    after = MONDAY_MORNING + timedelta(days=70)
    check_act(act, by=supervisor(), at=after)
    assert after.date() > LAST_DAY
    assert term(incident).legal_last_day == date(2027, 2, 23)


def test_a_deposit_paid_later_completes_the_complaint_once_checked(incident) -> None:
    review, filed = incident.reviews.get(), date(2026, 11, 20)
    due = {"done_on": filed, "deposit_due_on": date(2026, 12, 20)}
    checked_act(review, "PLAINTE_CPC", **due)
    assert (term(incident).legal_last_day, term(incident).doubt) == (LAST_DAY, Doubt.DEPOSIT)
    later = MONDAY_MORNING + timedelta(days=20)
    paid = acted(review, "PLAINTE_CPC", deposit_paid_on=date(2026, 12, 10), at=later, **due)
    assert term(incident).legal_last_day == LAST_DAY
    check_act(paid, by=supervisor(), at=later)
    assert (term(incident).legal_last_day, term(incident).doubt) == (date(2027, 3, 10), "")


def test_a_deposit_paid_late_interrupts_nothing(incident) -> None:
    checked_act(
        incident.reviews.get(),
        "PLAINTE_CPC",
        deposit_due_on=date(2026, 11, 21),
        deposit_paid_on=MONDAY,
    )
    assert term(incident).legal_last_day == LAST_DAY
    assert any("après le délai" in step for step in term(incident).explanation)


# --- Whom it is told to ---------------------------------------------------------------------------


def test_everybody_who_works_with_the_date_is_told_and_its_recorder_thanked(incident) -> None:
    mission = assigned(Partner.Kind.LAWYER, incident=incident)
    lawyer, karim, nadia = mission.partner.members.get(), supervisor(), supervisor()
    accept(mission, by=lawyer, at=MONDAY_MORNING)
    check_act(acted(incident.reviews.get(), done_on=MONDAY), by=karim, at=LATER)
    people = {incident.handler, karim, nadia, lawyer, incident.practitioner.user}
    assert told("date_moved") == people
    letter = Letter.objects.filter(kind="date_moved").first()
    assert (letter.data["former_act_by"], letter.data["act_by"]) == ("2027-01-19", "2027-02-22")
    assert told("act_checked") == {incident.handler}
    assert told("next_act_due") == {lawyer, incident.handler}


# --- What it is about -----------------------------------------------------------------------------


def test_an_act_about_two_contents_is_one_check_and_moves_both() -> None:
    incident = qualified_incident(reviews=[declared_review(window=PUBLISHED) for _ in range(2)])
    subjects = [Subject(review) for review in incident.reviews.order_by("number")]
    act = acted(subjects[0].review, subjects=subjects, done_on=MONDAY)
    assert len(check_act(act, by=supervisor(), at=LATER)) == 2
    rows = incident.deadlines.open().filter(rule_code="PRESS_3M")
    assert {row.legal_last_day for row in rows} == {date(2027, 2, 23)}


def test_a_summons_about_the_first_text_does_not_move_a_third_persons_share(incident) -> None:
    review = incident.reviews.get()
    add_publication(
        review,
        kind=PublicationKind.THIRD_PARTY_SHARE,
        window=Window.on_day(date(2026, 10, 28)),
        reason="Partage par un tiers.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    checked_act(review, done_on=MONDAY, publications=(1,))
    assert term(incident, 1).legal_last_day == date(2027, 2, 23)
    assert term(incident, 2).legal_last_day == date(2027, 1, 28)
    assert Deadline.objects.driving(incident) == term(incident, 2)
    incident.refresh_from_db()
    assert incident.act_by == date(2027, 1, 27)


def test_a_summons_too_late_for_the_first_text_is_in_time_for_its_repost() -> None:
    old = Window.on_day(date(2026, 8, 10))
    incident = qualified_incident(reviews=[declared_review(window=old)])
    review = incident.reviews.get()
    add_publication(
        review,
        kind=PublicationKind.REPOST,
        window=PUBLISHED,
        reason="Nouvelle mise en ligne.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    checked_act(review, done_on=MONDAY, publications=(1, 2))
    assert term(incident, 1).legal_last_day == date(2026, 11, 10)
    assert term(incident, 2).legal_last_day == date(2027, 2, 23)


def test_an_act_that_names_one_passage_of_two_leaves_the_earlier_date_driving(incident) -> None:
    review = incident.reviews.get()
    read_as(review, start=51, end=57)
    first, second = review.passages.order_by("start")
    summons = checked_act(review, done_on=MONDAY, passages=(first,))
    assert (term(incident).legal_last_day, term(incident).doubt) == (LAST_DAY, "")
    assert term(incident).beside[0]["doubt"] == Doubt.OTHER_PASSAGES
    assert term(incident).possible_until == date(2027, 2, 23)
    named = {"done_on": date(2026, 11, 20), "passages": (second,)}
    checked_act(review, "ASSIGNATION_REFERE", **named)
    assert term(incident).legal_last_day == date(2027, 2, 20)
    assert summons.named_passages == {first.pk}


# --- What keeps one from confirming ---------------------------------------------------------------


def test_who_recorded_an_act_does_not_confirm_it_whatever_their_rank(incident) -> None:
    karim = supervisor()
    act = acted(incident.reviews.get(), by=karim)
    with pytest.raises(CannotCheck, match="une autre personne"):
        check_act(act, by=karim, at=LATER)


@pytest.mark.parametrize("role", [Role.HANDLER, Role.ADMIN, Role.PRACTITIONER, Role.PARTNER])
def test_only_supervisors_and_the_legal_lead_confirm(incident, role: Role) -> None:
    act = acted(incident.reviews.get())
    with pytest.raises(CannotCheck, match="responsable"):
        check_act(act, by=UserFactory(role=role), at=LATER)
    check_act(act, by=UserFactory(role=Role.LEGAL_LEAD), at=LATER)
    assert ActCheck.objects.count() == 1


def test_an_act_corrected_by_who_would_confirm_it_is_theirs(incident) -> None:
    karim = supervisor()
    acted(incident.reviews.get(), by=handler())
    corrected = acted(incident.reviews.get(), by=karim, done_by="Me Blanc", at=LATER)
    with pytest.raises(CannotCheck, match="une autre personne"):
        check_act(corrected, by=karim, at=LATER)


def test_nothing_is_confirmed_that_no_exhibit_proves(incident) -> None:
    act = acted(incident.reviews.get(), exhibit=None)
    with pytest.raises(CannotCheck, match="la pièce qui le prouve"):
        check_act(act, by=supervisor(), at=LATER)
    assert term(incident).legal_last_day == LAST_DAY


def test_an_exhibit_that_was_set_aside_proves_nothing(incident) -> None:
    proof = attached(incident)
    act = acted(incident.reviews.get(), exhibit=proof)
    wrong = Exhibit.Withdrawal.WRONG_FILE
    withdraw_exhibit(proof, reason=wrong, by=incident.handler, at=MONDAY_MORNING)
    with pytest.raises(CannotCheck, match="la pièce qui le prouve"):
        check_act(act, by=supervisor(), at=LATER)


def test_a_condition_that_nobody_said_to_be_met_is_named(incident) -> None:
    act = acted(incident.reviews.get(), conditions=())
    with pytest.raises(CannotCheck, match=r"Il manque une condition.*mot pour mot"):
        check_act(act, by=supervisor(), at=LATER)


def test_an_irregular_act_is_not_confirmed(incident) -> None:
    act = acted(incident.reviews.get(), is_regular=False)
    with pytest.raises(CannotCheck, match="irrégulier"):
        check_act(act, by=supervisor(), at=LATER)


def test_an_act_corrected_since_it_was_read_is_to_be_read_again(incident) -> None:
    seen = acted(incident.reviews.get())
    acted(incident.reviews.get(), done_by="Me Blanc", at=LATER)
    with pytest.raises(CannotCheck, match="vient d’être modifié"):
        check_act(seen, by=supervisor(), at=LATER)
    assert not ActCheck.objects.exists()


def test_a_later_date_that_waits_is_decided_first(incident) -> None:
    review = incident.reviews.get()
    act = acted(review)
    change_publication(
        review.publications.open().get(),
        window=Window.on_day(date(2026, 10, 28)),
        reason="Relue.",
        by=incident.handler,
        at=LATER,
    )
    with pytest.raises(CannotCheck, match="date plus tardive attend"):
        check_act(act, by=supervisor(), at=LATER)


def test_confirmed_twice_it_is_one_check(incident) -> None:
    act, karim, nadia = acted(incident.reviews.get()), supervisor(), supervisor()
    first = check_act(act, by=karim, at=LATER)
    assert check_act(act, by=nadia, at=LATER) == first
    assert incident.events.filter(kind=Kind.ACT_CHECKED).count() == 1


def test_a_check_that_was_undone_may_be_made_again(incident) -> None:
    act, karim = acted(incident.reviews.get(), done_on=MONDAY), supervisor()
    check_act(act, by=karim, at=MONDAY_MORNING)
    undo_check(act, reason="Date douteuse.", by=karim, at=LATER)
    check_act(act, by=karim, at=LATER)
    assert term(incident).legal_last_day == date(2027, 2, 23)
    assert act.checks.count() == 2


def test_on_a_closed_file_nothing_is_confirmed(incident) -> None:
    act = acted(incident.reviews.get())
    ended(incident)
    with pytest.raises(IllegalMove, match="terminé"):
        check_act(act, by=supervisor(), at=LATER)
