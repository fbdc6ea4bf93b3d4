import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.answer_advice import answer_advice
from apps.casework.correspondence.ask_advice import ask_advice
from apps.correspondence.models import AdviceRequest
from tests.factories import MONDAY_MORNING, PractitionerFactory, handler

LIST = reverse("desk:advice_requests")


@pytest.fixture
def asked(db: None) -> AdviceRequest:
    return ask_advice(PractitionerFactory(), question="Puis-je répondre ?", at=MONDAY_MORNING)


def page_of(asked: AdviceRequest) -> str:
    return reverse("desk:answer_advice", args=[asked.pk])


def test_a_question_waits_until_it_is_answered(
    desk: Client, sofia: User, asked: AdviceRequest
) -> None:
    assert page_of(asked) in desk.get(LIST).text
    assert "Puis-je répondre ?" in desk.get(page_of(asked)).text
    assert desk.post(page_of(asked), {"answer": "Pas ce soir."}).url == LIST
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Pas ce soir.", sofia)
    assert "Aucune demande de conseil en attente" in desk.get(LIST).text


def test_an_answer_without_words_is_asked_for_again(desk: Client, asked: AdviceRequest) -> None:
    assert desk.post(page_of(asked), {"answer": ""}).text.count("Écrivez votre réponse.") == 2


def test_a_second_answer_is_refused_and_says_who_was_quicker(
    desk: Client, asked: AdviceRequest
) -> None:
    answer_advice(asked, answer="Non.", by=handler(name="Karim"), at=MONDAY_MORNING)
    assert "Karim a déjà répondu" in desk.post(page_of(asked), {"answer": "Oui."}).text
