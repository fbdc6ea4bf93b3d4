import pytest
from django.db import IntegrityError, transaction

from apps.casework.correspondence.answer_advice import AdviceAlreadyAnswered, answer_advice
from apps.casework.correspondence.ask_advice import ask_advice
from apps.correspondence.models import AdviceRequest
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, PractitionerFactory, handler

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> AdviceRequest:
    return ask_advice(PractitionerFactory(), question="Que faire ?", at=MONDAY_MORNING)


def test_the_practitioner_is_told_that_an_answer_waits_without_its_words(
    asked: AdviceRequest,
) -> None:
    answer_advice(asked, answer="réponse-canari", by=handler(), at=MONDAY_MORNING)
    letter = Letter.objects.get(kind="advice_answered")
    assert letter.recipient == asked.practitioner.user
    assert "canari" not in str(letter.data)


def test_the_first_answer_stands(asked: AdviceRequest) -> None:
    answer_advice(asked, answer="Ne répondez pas.", by=handler(name="Sofia"), at=MONDAY_MORNING)
    with pytest.raises(AdviceAlreadyAnswered, match="Sofia a déjà répondu"):
        answer_advice(asked, answer="Répondez.", by=handler(), at=MONDAY_MORNING)
    asked.refresh_from_db()
    assert asked.answer == "Ne répondez pas."


def test_the_database_refuses_an_answer_without_words(asked: AdviceRequest) -> None:
    asked.answered_at, asked.answered_by = MONDAY_MORNING, handler()
    with pytest.raises(IntegrityError), transaction.atomic():
        asked.save()
