from datetime import date, timedelta

import pytest

from apps.casework.deadlines.record_act import record_act
from apps.casework.missions.accept import accept
from apps.deadlines.models import Deadline, InterruptingAct
from apps.directory.models import Partner
from apps.journal.kinds import Kind
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned, declared_review, qualified_incident

pytestmark = pytest.mark.django_db
PUBLISHED = Window.on_day(date(2026, 10, 20))


@pytest.fixture
def incident():
    return qualified_incident(reviews=[declared_review(window=PUBLISHED)])


def do(incident, code: str, on: date, *, at=MONDAY_MORNING, **about) -> InterruptingAct:
    return record_act(
        incident.reviews.get(),
        code=code,
        done_on=on,
        done_by="Me Garnier",
        by=incident.handler,
        at=at,
        **about,
    )


def term(incident) -> Deadline:
    return incident.deadlines.open().get(rule_code="PRESS_3M")


def test_a_summons_opens_a_whole_new_term_and_keeps_the_old_row(incident) -> None:
    old = term(incident)
    do(incident, "ASSIGNATION", date(2026, 11, 23))
    assert term(incident).legal_last_day == date(2027, 2, 23)
    old.refresh_from_db()
    assert (old.legal_last_day, old.closed_at) == (date(2027, 1, 20), MONDAY_MORNING)


def test_each_act_of_the_suit_opens_the_next_term(incident) -> None:
    days = [date(2026, 11, 23), date(2027, 2, 20), date(2027, 5, 19)]
    for hour, (code, day) in enumerate(
        zip(["ASSIGNATION", "PLACEMENT", "CONCLUSIONS_NOTIFIEES"], days, strict=True)
    ):
        do(incident, code, day, at=MONDAY_MORNING + timedelta(hours=hour))
    assert term(incident).legal_last_day == date(2027, 8, 19)


@pytest.mark.parametrize(
    "code", ["PLAINTE_SIMPLE", "MISE_EN_DEMEURE", "SIGNALEMENT_PLATEFORME", "CONSTAT"]
)
def test_an_act_that_interrupts_nothing_is_kept_and_changes_no_date(incident, code) -> None:
    before = term(incident).legal_last_day
    do(incident, code, date(2026, 11, 23))
    assert term(incident).legal_last_day == before
    assert InterruptingAct.objects.get().code == code
    assert incident.events.filter(kind=Kind.ACT_RECORDED).exists()


def test_a_void_summons_changes_no_date(incident) -> None:
    before = term(incident).legal_last_day
    do(incident, "ASSIGNATION", date(2026, 11, 23), is_regular=False)
    assert term(incident).legal_last_day == before


def test_an_act_after_the_term_revives_nothing_and_says_so(incident) -> None:
    before = term(incident).legal_last_day
    do(incident, "ASSIGNATION", date(2027, 1, 21))
    assert term(incident).legal_last_day == before
    assert any("tardif" in step for step in term(incident).explanation)


def test_the_same_act_recorded_twice_is_one_act(incident) -> None:
    do(incident, "ASSIGNATION", date(2026, 11, 23))
    do(incident, "ASSIGNATION", date(2026, 11, 23), at=MONDAY_MORNING + timedelta(hours=1))
    assert InterruptingAct.objects.count() == 1
    assert incident.events.filter(kind=Kind.ACT_RECORDED).count() == 1


def test_the_next_act_due_is_told_to_the_lawyer_and_to_the_handler(incident) -> None:
    assignment = assigned(Partner.Kind.LAWYER, incident=incident)
    lawyer = assignment.partner.members.get()
    accept(assignment, by=lawyer, at=MONDAY_MORNING)
    do(incident, "ASSIGNATION", date(2026, 11, 23))
    told = {letter.recipient for letter in Letter.objects.filter(kind="next_act_due")}
    assert told == {lawyer, incident.handler}


def test_a_summons_that_is_annulled_later_brings_the_first_date_back_and_both_rows_stay(
    incident,
) -> None:
    first = term(incident).legal_last_day
    do(incident, "ASSIGNATION", date(2026, 11, 23))
    do(
        incident,
        "ASSIGNATION",
        date(2026, 11, 23),
        at=MONDAY_MORNING + timedelta(days=9),
        is_regular=False,
    )
    assert term(incident).legal_last_day == first
    assert [act.is_regular for act in incident.reviews.get().acts.order_by("pk")] == [True, False]
    assert incident.reviews.get().acts.open().count() == 1


def test_a_deposit_paid_later_completes_the_complaint(incident) -> None:
    do(incident, "PLAINTE_CPC", date(2026, 11, 23))
    before = term(incident).legal_last_day
    do(
        incident,
        "PLAINTE_CPC",
        date(2026, 11, 23),
        at=MONDAY_MORNING + timedelta(days=20),
        deposit_paid_on=date(2026, 12, 10),
    )
    assert (before, term(incident).legal_last_day) == (date(2027, 2, 23), date(2027, 3, 10))
