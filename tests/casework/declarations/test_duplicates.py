import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import Role
from apps.casework.declarations.duplicates import already_declared, same_contents
from apps.incidents.models import Incident
from tests.factories import (
    PlatformFactory,
    PractitionerFactory,
    UserFactory,
    assigned,
    declared_incident,
    declared_review,
    handler,
)

pytestmark = pytest.mark.django_db
PAGE = "https://www.facebook.com/groups/primalien/posts/1"


def test_one_s_own_content_is_found_again_by_its_page_or_by_its_words() -> None:
    incident = declared_incident(reviews=[declared_review(url=PAGE, words="Un incapable.")])
    practitioner = incident.practitioner
    by_page = already_declared(
        practitioner.user, practitioner, url=f"{PAGE}?fbclid=1", words="Autre chose"
    )
    by_words = already_declared(practitioner.user, practitioner, url="", words="UN INCAPABLE")
    assert by_page == by_words == incident.reviews.get()
    assert already_declared(practitioner.user, practitioner, url="", words="") is None


def test_the_content_of_another_insured_is_never_shown_to_who_declares() -> None:
    declared_incident(reviews=[declared_review(url=PAGE)])
    other = PractitionerFactory()
    assert already_declared(other.user, other, url=PAGE, words="") is None


def test_who_may_not_see_the_file_is_not_told_of_it() -> None:
    practitioner = declared_incident(reviews=[declared_review(url=PAGE)]).practitioner
    delegate = UserFactory(role=Role.DELEGATE)
    assert already_declared(delegate, practitioner, url=PAGE, words="") is None


def test_the_same_page_or_words_in_another_file_are_told_to_the_insurer() -> None:
    PlatformFactory()
    first = declared_incident(
        reviews=[declared_review(url=PAGE, words="A", author_pseudonym="Lulu")]
    )
    likes = [
        declared_incident(reviews=[review])
        for review in (
            declared_review(url=PAGE, words="B"),
            declared_review(url="", words="a !"),
        )
    ]
    same_author = declared_review(url="https://facebook.com/x", words="C", author_pseudonym="Lulu")
    declared_incident(reviews=[same_author])  # see test_link_author.py
    assert {review.incident for review in same_contents(first)} == set(likes)


def test_a_file_without_words_or_links_is_like_no_other() -> None:
    blank = declared_review(url="", words="", author_pseudonym="")
    incident = declared_incident(reviews=[blank])
    declared_incident(reviews=[blank])
    assert same_contents(incident) == []


@pytest.fixture
def twins() -> tuple[Incident, Incident]:
    return declared_incident(), declared_incident()


def test_the_file_page_of_the_desk_links_the_other_file(
    client: Client, twins: tuple[Incident, Incident]
) -> None:
    mine, other = twins
    client.force_login(handler())
    page = client.get(reverse("desk:incident", args=[mine.reference])).text
    assert "Même contenu" in page
    assert reverse("desk:incident", args=[other.reference]) in page


def test_neither_the_practitioner_nor_a_partner_reads_a_word_of_the_other_file(
    client: Client,
) -> None:
    mission = assigned()
    other = declared_incident()
    assert same_contents(mission.incident)
    pages = {
        mission.incident.practitioner.user: reverse(
            "portal:incident", args=[mission.incident.reference]
        ),
        mission.partner.members.get(): reverse("extranet:assignment", args=[mission.pk]),
    }
    for user, page in pages.items():
        client.force_login(user)
        response = client.get(page)
        assert response.status_code == 200
        assert other.reference not in response.text
