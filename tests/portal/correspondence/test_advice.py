import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.answer_advice import answer_advice
from apps.casework.correspondence.ask_advice import ask_advice
from apps.correspondence.models import AdviceRequest
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from tests.factories import MONDAY_MORNING, PractitionerFactory, handler

ASK = reverse("portal:ask_advice")


@pytest.fixture
def asked(surgeon: Practitioner) -> AdviceRequest:
    return ask_advice(
        surgeon, question="« Un incapable »", url="https://example.org/1", at=MONDAY_MORNING
    )


def page_of(asked: AdviceRequest) -> str:
    return reverse("portal:advice", args=[asked.pk])


def test_a_question_is_asked_and_found_again_among_the_files(
    phone: Client, surgeon: Practitioner
) -> None:
    response = phone.post(ASK, {"question": "Puis-je répondre ?", "url": "example.org/avis"})
    asked = surgeon.advice_requests.get()
    assert response.url == page_of(asked)
    assert asked.url == "https://example.org/avis"
    assert page_of(asked) in phone.get(reverse("portal:incidents")).text
    assert not Incident.objects.exists()


def test_questions_are_listed_in_the_order_in_which_they_were_asked(
    phone: Client, surgeon: Practitioner
) -> None:
    asked = [
        ask_advice(surgeon, question=f"Question {number}", at=MONDAY_MORNING) for number in range(4)
    ]
    page = phone.get(reverse("portal:incidents")).text
    places = [page.index(page_of(each)) for each in asked]
    assert places == sorted(places)


def test_a_question_without_words_is_asked_for_again(phone: Client) -> None:
    assert phone.post(ASK, {"question": ""}).text.count("Écrivez votre question.") == 2


def test_words_about_health_are_warned_about_once(phone: Client) -> None:
    typed = {"question": "Cette dame diabétique ment."}
    page = phone.post(ASK, typed)
    assert "aucune information médicale sur cette personne" in page.text
    assert phone.post(ASK, typed | {"health_words_seen": "yes"}).status_code == 302


@pytest.mark.parametrize("key", ["", "canari", "0f8fad5b-d9cb-469f-a165-70867728950e"])
def test_the_draft_of_nobody_fills_nothing(phone: Client, key: str) -> None:
    assert phone.get(ASK, {"brouillon": key}).status_code == 200


def test_the_answer_is_read_here(phone: Client, asked: AdviceRequest) -> None:
    assert "Nous n’avons pas encore répondu" in phone.get(page_of(asked)).text
    answer_advice(asked, answer="Ne répondez pas.", by=handler(), at=MONDAY_MORNING)
    assert "Ne répondez pas." in phone.get(page_of(asked)).text
    assert "Réponse reçue" in phone.get(reverse("portal:incidents")).text


def test_one_tap_makes_it_a_declaration_with_its_text(phone: Client, asked: AdviceRequest) -> None:
    phone.post(page_of(asked))
    draft = asked.practitioner.declarations.get()
    assert phone.post(page_of(asked)).url == reverse("portal:declare_situation", args=[draft.key])
    page = phone.get(reverse("portal:declare_review", args=[draft.key, 1]))
    assert page.url == reverse("portal:declare_situation", args=[draft.key])
    assert draft.answers["reviews"]["1"]["words"] == "« Un incapable »"


def test_the_question_of_a_colleague_is_not_there(phone: Client) -> None:
    theirs = ask_advice(PractitionerFactory(), question="canari", at=MONDAY_MORNING)
    assert phone.get(page_of(theirs)).status_code == 404
    assert phone.post(page_of(theirs)).status_code == 404
