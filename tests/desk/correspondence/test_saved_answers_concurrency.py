"""Two people who write under the same title at once, with real threads and real connections."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.save_answer import save_answer
from apps.correspondence.models import SavedAnswer
from tests.casework.files.test_concurrency import at_once, pytestmark
from tests.factories import MONDAY_MORNING, handler

__all__ = ["pytestmark"]
TEXTS = [f"Bonjour, version {number}." for number in range(4)]


def post_at_once(*urls: str) -> list[HttpResponse]:
    """Each writes a text of their own under the same title, on one of these pages."""
    people = [Client() for _ in urls]
    for person in people:
        person.force_login(handler())

    def send(person: Client, url: str, text: str) -> HttpResponse:
        return person.post(url, {"title": "Accueil", "body": text})

    calls = zip(people, urls, TEXTS, strict=False)
    return at_once(*(lambda call=call: send(*call) for call in calls))


def only_one_is_saved(responses: list[HttpResponse]) -> None:
    assert sorted(response.status_code for response in responses) == [
        *[200] * (len(responses) - 1),
        302,
    ]
    for response, text in zip(responses, TEXTS, strict=False):
        if response.status_code == 200:
            assert response.context["form"].errors.keys() == {"title"}
            page = response.content.decode()
            assert "porte déjà ce titre. Choisissez-en un autre" in page
            assert text in page
    assert SavedAnswer.objects.filter(title="Accueil").count() == 1


def test_the_second_of_a_title_is_told_so_and_keeps_their_text() -> None:
    only_one_is_saved(post_at_once(*[reverse("desk:save_answer")] * 4))


def test_so_is_who_gives_an_answer_that_title() -> None:
    answers = [
        save_answer(title=title, body="Bonjour.", by=handler(), at=MONDAY_MORNING).answer
        for title in ("Premier", "Deuxième", "Troisième")
    ]
    only_one_is_saved(
        post_at_once(*(reverse("desk:change_answer", args=[answer.pk]) for answer in answers))
    )
