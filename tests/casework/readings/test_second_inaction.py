from datetime import UTC, datetime, time, timedelta

import pytest

from apps.casework.readings.decide_not_to_act import (
    NeedsAnotherPerson,
    TooLateToTell,
    decide_not_to_act,
)
from apps.casework.readings.second_inaction import second_inaction
from apps.deadlines.models import InactionDecision
from apps.legal.taxonomy import Label
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, handler, qualified_incident, supervisor

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision() -> InactionDecision:
    incident = qualified_incident(label=Label.INJ_PUB)
    return decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )


def test_a_supervisor_s_signature_gives_it_effect_once(decision: InactionDecision) -> None:
    karim = supervisor()
    second_inaction(decision, by=karim, at=MONDAY_MORNING)
    assert second_inaction(decision, by=karim, at=MONDAY_MORNING).is_effective
    assert Letter.objects.filter(kind="inaction_notice").count() == 1


def test_neither_the_first_signer_nor_another_handler_can_be_the_second(
    decision: InactionDecision,
) -> None:
    for person in (decision.signed_by, handler()):
        with pytest.raises(NeedsAnotherPerson):
            second_inaction(decision, by=person, at=MONDAY_MORNING)
    assert not decision.is_effective


def test_signed_too_late_for_the_practitioner_to_act_alone_it_has_no_effect(
    decision: InactionDecision,
) -> None:
    act_by = decision.review.deadlines.open().get().act_by
    late = datetime.combine(act_by - timedelta(days=9), time(9), tzinfo=UTC)
    with pytest.raises(TooLateToTell, match="dix jours"):
        second_inaction(decision, by=supervisor(), at=late)
    assert not Letter.objects.filter(kind="inaction_notice").exists()
