from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.remind import remind
from apps.casework.readings.decide_not_to_act import TooLateToTell, decide_not_to_act
from apps.deadlines.models import InactionDecision
from apps.legal.republication import PublicationKind
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import MONDAY_MORNING, declared_review, qualified_incident, supervisor

pytestmark = pytest.mark.django_db
Reason = InactionDecision.Reason


def sign(incident, reason=Reason.LAWFUL) -> InactionDecision:
    return decide_not_to_act(
        incident.reviews.get(),
        reason=reason,
        words="Critique mesurée.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )


def published(day: date, label: Label):
    return qualified_incident(label=label, reviews=[declared_review(window=Window.on_day(day))])


def test_a_lawful_review_takes_one_signature_and_the_practitioner_is_told() -> None:
    incident = published(date(2026, 11, 2), Label.OPINION)
    assert sign(incident).is_effective
    letter = Letter.objects.get(kind="inaction_notice")
    assert letter.data == {"act_by": "2027-02-01", "possible_until": None}


def test_a_practitioner_is_told_of_a_day_that_may_still_be_left() -> None:
    """The earliest posting is out of time, the latest one is not."""
    window = Window.between(date(2026, 8, 20), date(2026, 11, 10))
    sign(qualified_incident(label=Label.OPINION, reviews=[declared_review(window=window)]))
    letter = Letter.objects.get(kind="inaction_notice")
    assert letter.data == {"act_by": None, "possible_until": "2027-02-10"}
    letter.claimed_at = MONDAY_MORNING
    write(letter)
    said = (
        "est peut-être dépassé\u00a0; encore possible jusqu’au mercredi 10\u00a0février\u00a02027"
    )
    assert said in letter.body_text


@pytest.mark.parametrize(
    ("window", "is_refused"),
    [
        (Window.on_day(date(2026, 8, 23)), True),  # today is the last legal day
        (Window.between(date(2026, 8, 20), date(2026, 8, 25)), True),  # perhaps until the 25th
        (Window.between(date(2026, 8, 20), date(2026, 11, 10)), False),
        (Window.on_day(date(2026, 8, 22)), False),  # over since yesterday
    ],
)
def test_the_notice_is_owed_while_some_reading_leaves_a_day(
    window: Window, is_refused: bool
) -> None:
    incident = qualified_incident(label=Label.OPINION, reviews=[declared_review(window=window)])
    if is_refused:
        with pytest.raises(TooLateToTell):
            sign(incident)
    else:
        assert sign(incident).is_effective


def test_from_insult_upward_one_signature_has_no_effect() -> None:
    incident = published(date(2026, 11, 2), Label.INJ_PUB)
    assert not sign(incident).is_effective
    assert not Letter.objects.filter(kind="inaction_notice").exists()


def test_the_practitioner_must_hear_of_it_ten_days_ahead() -> None:
    incident = published(date(2026, 9, 2), Label.OPINION)
    assert incident.deadlines.open().get().act_by == date(2026, 12, 1)
    with pytest.raises(TooLateToTell, match="dix jours"):
        sign(incident)
    assert sign(incident, Reason.REFUSED).reason == Reason.REFUSED


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (Window.on_day(date(2026, 9, 2)), Window.unknown()),
        (Window.on_day(date(2026, 8, 1)), Window.on_day(date(2026, 9, 2))),
    ],
    ids=["unknown", "passed"],
)
def test_a_date_unknown_or_passed_hides_no_nearer_one(first: Window, again: Window) -> None:
    incident = qualified_incident(label=Label.OPINION, reviews=[declared_review(window=first)])
    add_publication(
        incident.reviews.get(),
        kind=PublicationKind.REPOST,
        window=again,
        reason="Capture.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    with pytest.raises(TooLateToTell, match="dix jours"):
        sign(incident)


def test_no_rung_told_before_climbs_any_more() -> None:
    supervisor()
    incident = published(date(2026, 9, 10), Label.OPINION)
    remind(at=MONDAY_MORNING)
    sign(incident)
    assert escalate(at=MONDAY_MORNING + timedelta(days=3)) == 0


def test_a_time_that_has_passed_needs_no_notice() -> None:
    assert sign(published(date(2026, 8, 1), Label.OPINION), Reason.TIME_BARRED).is_effective


def test_the_dates_stay_and_the_reminders_stop() -> None:
    incident = published(date(2026, 10, 1), Label.OPINION)
    sign(incident)
    assert remind(at=MONDAY_MORNING + timedelta(days=1)) == 0
    assert incident.deadlines.open().get().act_by == date(2026, 12, 31)


def test_signed_twice_the_first_decision_stands() -> None:
    incident = published(date(2026, 11, 2), Label.OPINION)
    assert sign(incident) == sign(incident, Reason.OTHER)


def test_the_database_refuses_a_second_signature_of_the_same_hand() -> None:
    decision = sign(published(date(2026, 11, 2), Label.INJ_PUB))
    with pytest.raises(IntegrityError), transaction.atomic():
        InactionDecision.objects.filter(pk=decision.pk).update(seconded_by=decision.signed_by)
