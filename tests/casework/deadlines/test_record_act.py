from datetime import date, timedelta

import pytest

from apps.accounts.models import Role
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.record_act import CorrectedMeanwhile, Subject
from apps.deadlines.models import Deadline, InterruptingAct, Proceeding
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


@pytest.fixture
def incident() -> Incident:
    return qualified_incident(reviews=[declared_review(window=PUBLISHED)])


def term(incident: Incident, number: int = 1) -> Deadline:
    return incident.deadlines.open().get(rule_code="PRESS_3M", review__number=number)


# --- It waits for a second person -----------------------------------------------------------------


def test_a_summons_moves_nothing_before_it_is_checked_and_its_date_stands_beside(incident) -> None:
    acted(incident.reviews.get(), done_on=MONDAY)
    assert term(incident).legal_last_day == LAST_DAY
    assert term(incident).doubt == Doubt.PENDING_ACT
    assert term(incident).beside == [
        {
            "doubt": "PENDING_ACT",
            "act_by": "2027-02-22",
            "legal_last_day": "2027-02-23",
            "sentence": "Si l’acte est confirmé\xa0: jusqu’au mardi 23 février 2027.",
        }
    ]
    assert any("à vérifier par une seconde" in step for step in term(incident).explanation)


def test_the_file_stays_at_its_place_and_its_line_says_that_an_act_is_to_be_checked(
    incident,
) -> None:
    incident.refresh_from_db()
    before = incident.queue_key
    acted(incident.reviews.get(), done_on=MONDAY)
    incident.refresh_from_db()
    assert (incident.queue_key, incident.act_by) == (before, date(2027, 1, 19))
    assert incident.doubt == Doubt.PENDING_ACT
    assert incident.possible_until == date(2027, 2, 23)


def test_those_who_may_check_it_are_asked_to_and_nobody_else(incident) -> None:
    karim, legal = supervisor(), UserFactory(role=Role.LEGAL_LEAD)
    supervisor(is_active=False)
    act = acted(incident.reviews.get())
    letters = Letter.objects.filter(kind="act_to_check")
    assert {letter.recipient for letter in letters} == {karim, legal}
    assert letters.first().data == {"act": act.pk, "act_by": "2027-01-19", "review": 1}
    assert not Letter.objects.filter(kind="date_moved").exists()


def test_a_supervisor_who_records_an_act_is_not_asked_to_check_it(incident) -> None:
    karim, nadia = supervisor(), supervisor()
    acted(incident.reviews.get(), by=karim)
    assert [letter.recipient for letter in Letter.objects.filter(kind="act_to_check")] == [nadia]


@pytest.mark.parametrize(
    "code", ["PLAINTE_SIMPLE", "MISE_EN_DEMEURE", "SIGNALEMENT_PLATEFORME", "CONSTAT"]
)
def test_an_act_that_interrupts_nothing_is_kept_waits_for_nobody_and_changes_no_date(
    incident, code
) -> None:
    supervisor()
    act = acted(incident.reviews.get(), code, done_on=MONDAY)
    assert not act.is_pending
    assert (term(incident).legal_last_day, term(incident).doubt) == (LAST_DAY, "")
    assert incident.events.filter(kind=Kind.ACT_RECORDED).count() == 1
    assert not Letter.objects.filter(kind="act_to_check").exists()


def test_an_act_after_the_term_revives_nothing_and_says_so(incident) -> None:
    acted(incident.reviews.get(), done_on=date(2027, 1, 21))
    assert term(incident).legal_last_day == LAST_DAY
    assert any("tardif" in step for step in term(incident).explanation)


def test_on_a_closed_file_nothing_is_recorded(incident) -> None:
    review = incident.reviews.get()
    ended(incident)
    with pytest.raises(IllegalMove, match="terminé"):
        acted(review)
    assert not InterruptingAct.objects.exists()


# --- Irregular, and what falls with it ------------------------------------------------------------


def test_a_void_summons_waits_for_nobody_and_what_follows_it_falls(incident) -> None:
    review = incident.reviews.get()
    void = acted(review, done_on=date(2026, 11, 10), is_regular=False)
    assert not void.is_pending
    checked_act(review, "PLACEMENT", done_on=MONDAY, proceeding=void.proceeding)
    assert term(incident).legal_last_day == LAST_DAY
    assert any("tombe avec l’acte" in step for step in term(incident).explanation)


def test_a_lone_service_opens_no_term(incident) -> None:
    checked_act(incident.reviews.get(), "SIGNIFICATION", done_on=MONDAY)
    assert term(incident).legal_last_day == LAST_DAY
    assert any("ne suit aucun acte" in step for step in term(incident).explanation)


def test_a_summons_annulled_after_its_check_brings_the_first_date_back_at_once(incident) -> None:
    review = incident.reviews.get()
    summons = checked_act(review, done_on=date(2026, 11, 10))
    checked_act(review, "PLACEMENT", done_on=MONDAY, proceeding=summons.proceeding)
    assert term(incident).legal_last_day == date(2027, 2, 23)
    acted(review, done_on=date(2026, 11, 10), is_regular=False, at=LATER)
    assert term(incident).legal_last_day == LAST_DAY
    incident.refresh_from_db()
    assert (incident.act_by, incident.doubt) == (date(2027, 1, 19), "")
    kept = review.acts.filter(code="ASSIGNATION").order_by("pk")
    assert [(act.is_regular, act.closed_at) for act in kept] == [(True, LATER), (False, None)]


def test_a_summons_served_on_a_sunday_counts_once_the_judge_has_allowed_it(incident) -> None:
    sunday = date(2026, 11, 22)
    checked_act(incident.reviews.get(), done_on=sunday)
    assert term(incident).legal_last_day == LAST_DAY
    checked_act(incident.reviews.get(), done_on=sunday, judge_allowed=True, at=LATER)
    assert term(incident).legal_last_day == date(2027, 2, 22)


# --- Recorded again -------------------------------------------------------------------------------


def test_the_same_act_recorded_twice_is_one_act(incident) -> None:
    acted(incident.reviews.get())
    acted(incident.reviews.get(), at=LATER)
    assert InterruptingAct.objects.count() == Proceeding.objects.count() == 1
    assert incident.events.filter(kind=Kind.ACT_RECORDED).count() == 1


def test_an_act_corrected_after_its_check_counts_no_more_until_it_is_checked_again(
    incident,
) -> None:
    checked = checked_act(incident.reviews.get(), done_on=MONDAY)
    corrected = acted(incident.reviews.get(), done_on=MONDAY, done_by="Me Blanc", at=LATER)
    assert corrected.is_pending
    assert corrected.proceeding == checked.proceeding
    assert term(incident).legal_last_day == LAST_DAY
    assert InterruptingAct.objects.open().get() == corrected


def test_the_court_of_a_suit_may_be_known_later(incident) -> None:
    acted(incident.reviews.get())
    act = acted(incident.reviews.get(), court="TJ de Lyon", case_number="26/1234", at=LATER)
    assert str(act.proceeding) == "Procédure 1 (civile, au fond, TJ de Lyon, 26/1234)"
    assert Proceeding.objects.count() == 1


def test_a_summons_whose_day_was_mistyped_is_the_same_suit_and_counts_at_its_true_day(
    incident,
) -> None:
    review = incident.reviews.get()
    wrong = checked_act(review, done_on=MONDAY)
    checked_act(review, "PLACEMENT", done_on=date(2026, 12, 4), proceeding=wrong.proceeding)
    right = acted(review, done_on=date(2026, 11, 12), corrected=wrong, at=LATER)
    assert term(incident).legal_last_day == LAST_DAY  # from now on, and until it is checked
    assert right.proceeding == wrong.proceeding
    check_act(right, by=supervisor(), at=LATER)
    assert term(incident).legal_last_day == date(2027, 3, 4)
    assert [act.done_on.day for act in review.acts.open().filter(code="ASSIGNATION")] == [12]


def test_a_content_that_an_act_is_not_about_after_all_has_its_first_date_back() -> None:
    incident = qualified_incident(reviews=[declared_review(window=PUBLISHED) for _ in range(2)])
    first, second = (Subject(review) for review in incident.reviews.order_by("number"))
    act = checked_act(first.review, subjects=[first, second])
    checked = term(incident, 1)
    assert acted(first.review, subjects=[first], corrected=act, at=LATER) == act
    assert term(incident, 1) == checked
    assert term(incident, 2).legal_last_day == LAST_DAY
    assert not second.review.acts.open().exists()


def test_a_correction_sent_twice_is_one_and_another_one_is_to_be_read_first(incident) -> None:
    review = incident.reviews.get()
    seen = acted(review, done_on=MONDAY)
    fixed = {"done_on": date(2026, 11, 12), "corrected": seen, "at": LATER}
    assert acted(review, **fixed) == acted(review, **fixed)
    with pytest.raises(CorrectedMeanwhile, match="Un collègue vient de corriger"):
        acted(review, done_on=date(2026, 11, 13), corrected=seen, at=LATER)
    assert review.acts.open().count() == 1


def test_each_act_that_opens_a_suit_opens_its_own(incident) -> None:
    review = incident.reviews.get()
    acted(review, done_on=date(2026, 11, 10))
    acted(review, done_on=MONDAY)
    complaint = acted(review, "CITATION_DIRECTE", done_on=MONDAY)
    assert [suit.number for suit in incident.proceedings.all()] == [1, 2, 3]
    assert complaint.proceeding.route == "CRIMINAL"


def test_what_takes_place_outside_any_suit_is_in_none(incident) -> None:
    summons = acted(incident.reviews.get())
    assert (
        acted(incident.reviews.get(), "CONSTAT", proceeding=summons.proceeding).proceeding is None
    )


# --- What it is about -----------------------------------------------------------------------------


def test_an_act_about_two_contents_is_one_suit_and_a_row_for_each() -> None:
    incident = qualified_incident(reviews=[declared_review(window=PUBLISHED) for _ in range(2)])
    subjects = [Subject(review) for review in incident.reviews.order_by("number")]
    first = acted(subjects[0].review, subjects=subjects)
    assert first.same_act.count() == 2
    assert incident.proceedings.count() == 1
    assert {term(incident, number).doubt for number in (1, 2)} == {Doubt.PENDING_ACT}


def test_an_act_of_the_past_stands_at_its_own_day_among_the_others(incident) -> None:
    review = incident.reviews.get()
    acted(review, "CONSTAT", done_on=MONDAY)
    acted(review, "MISE_EN_DEMEURE", done_on=date(2026, 11, 3), at=LATER)
    assert [act.code for act in review.acts.open()] == ["MISE_EN_DEMEURE", "CONSTAT"]
