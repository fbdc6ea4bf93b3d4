"""A file open beside its list, and the way from one file to the next."""

import re
from datetime import date
from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.deadlines.add_publication import add_publication
from apps.casework.files.take import take
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    PlatformFactory,
    declared_incident,
    declared_review,
    handler,
    taken_incident,
)

URL = reverse("desk:queue")


def opened(desk: Client, incident: Incident, **asked: str) -> str:
    response = desk.get(URL, {**asked, "ouvrir": incident.reference})
    return unescape(response.content.decode())


def neighbour(page: str, which: str) -> str:
    """The address behind « précédent » or « suivant »."""
    navigation = page[page.index('class="around') :]
    found = re.search(rf'href="([^"]*)"\s+rel="{which}"', navigation[: navigation.index("</nav>")])
    return found[1] if found else ""


def test_beside_the_list_one_reads_what_is_needed_to_sort_a_file(desk: Client) -> None:
    window = Window.on_day(date(2026, 11, 2))
    review = declared_review(words="Accueil odieux.", window=window)
    page = opened(desk, declared_incident(reviews=[review], exhibits=1))
    for words in (
        "Accueil odieux.",
        "Lundi 2\xa0novembre\xa02026",
        "E-réputation",
        "Preuve fixée",
        "Pièce n° 1",
        "Reçu",
    ):
        assert words in page


def test_what_was_put_on_line_again_follows_what_was_first(desk: Client) -> None:
    incident = taken_incident()
    for day in (5, 6, 7):
        add_publication(
            incident.reviews.get(),
            kind=PublicationKind.REPOST,
            window=Window.on_day(date(2026, 11, day)),
            reason="Repartagé.",
            by=incident.handler,
            at=MONDAY_MORNING,
        )
    page = opened(desk, incident)
    places = [page.index(f" {day}\xa0novembre\xa02026\n") for day in (2, 5, 6, 7)]
    assert places == sorted(places)


def test_opening_is_recorded_and_seen_by_colleagues(desk: Client, sofia: User) -> None:
    incident = declared_incident()
    opened(desk, incident)
    assert incident.events.filter(kind=Kind.INCIDENT_READ, actor=sofia).exists()
    desk.force_login(handler(name="Karim Lefèvre"))
    assert "Consulté en ce moment par Sofia Renard." in opened(desk, incident)


def test_the_same_content_elsewhere_is_told(desk: Client) -> None:
    other = declared_incident()
    assert "Même contenu" in opened(desk, declared_incident())
    assert other.reference in opened(desk, declared_incident())


def test_two_files_of_one_practitioner_are_not_joined_from_here(desk: Client) -> None:
    first = declared_incident()
    second = declared_incident(first.practitioner)
    page = opened(desk, second)
    assert f"{first.reference}</a>, contenu n° 1" in page
    assert "réunir les deux dossiers" not in page


def test_the_same_author_elsewhere_is_told(desk: Client) -> None:
    PlatformFactory()
    url = "https://www.facebook.com/groups/primalien/posts/"
    first, second = (
        declared_incident(
            reviews=[declared_review(author_pseudonym="Lulu du 69", url=url + each, words=each)]
        )
        for each in ("17", "18")
    )
    page = opened(desk, second)
    assert "Même auteur possible" in page
    assert f"{first.reference}</a>, à rapprocher" in page


def test_a_file_that_does_not_exist_is_not_found(desk: Client) -> None:
    assert desk.get(URL, {"ouvrir": "ER-2026-999999"}).status_code == 404


def test_only_a_free_file_is_sorted(desk: Client) -> None:
    incident = declared_incident()
    assert "Demander un complément" in opened(desk, incident)
    take(incident, by=handler(name="Karim Lefèvre"), at=MONDAY_MORNING)
    page = opened(desk, incident)
    assert "Demander un complément" not in page
    assert "Suivi par Karim Lefèvre." in page


def test_the_queries_grow_neither_with_the_file_nor_with_the_list(desk: Client) -> None:
    small = declared_incident(exhibits=1)
    with CaptureQueriesContext(connection) as few:
        opened(desk, small)
    reviews = [declared_review() for _ in range(4)]
    large = declared_incident(reviews=reviews, exhibits=3)
    for _ in range(5):
        declared_incident()
    with CaptureQueriesContext(connection) as many:
        opened(desk, large)
    assert len(many) == len(few)


@pytest.mark.usefixtures("pages_of_three")
def test_one_goes_from_file_to_file_across_the_pages_of_the_list(desk: Client) -> None:
    every = [declared_incident() for _ in range(5)]
    page = opened(desk, every[0], vue="a_trier")
    assert "Premier dossier de la vue" in page
    for incident in every[1:]:
        response = desk.get(URL + neighbour(page, "next"))
        assert response.context["preview"].incident == incident
        assert incident in [line.incident for line in response.context["lines"]]
        page = unescape(response.content.decode())
    assert "Dernier dossier de la vue" in page
    for incident in reversed(every[:-1]):
        response = desk.get(URL + neighbour(page, "prev"))
        assert response.context["preview"].incident == incident
        page = unescape(response.content.decode())
    assert "Premier dossier de la vue" in page


def test_a_file_that_has_left_the_view_keeps_its_neighbours(desk: Client, sofia: User) -> None:
    first, middle, last = (declared_incident() for _ in range(3))
    take(middle, by=sofia, at=MONDAY_MORNING)
    page = opened(desk, middle, vue="a_trier")
    assert first.reference in neighbour(page, "prev")
    assert last.reference in neighbour(page, "next")


def test_the_pages_of_a_file_know_the_list_it_comes_from(desk: Client) -> None:
    first, second = declared_incident(), declared_incident()
    asked = urlencode({"liste": "vue=a_trier&apres=1-2026-01-01~0"})
    url = reverse("desk:incident", args=[first.reference]) + f"?{asked}"
    page = unescape(desk.get(url).content.decode())
    assert "Premier dossier de la vue" in page
    assert f"{URL}?vue=a_trier&apres=1-2026-01-01~0&ouvrir={first.reference}" in page.replace(
        "%7E", "~"
    )
    tab = reverse("desk:file_deadlines", args=[first.reference])
    assert f'href="{tab}?{asked}"' in page
    following = unescape(desk.get(neighbour(page, "next")).content.decode())
    assert second.reference in following
    assert "Dernier dossier de la vue" in following


def test_a_file_opened_otherwise_has_no_neighbours(desk: Client) -> None:
    page = desk.get(reverse("desk:incident", args=[declared_incident().reference]))
    assert "de la vue" not in page.content.decode()


@pytest.mark.parametrize("asked", ["", "n’importe quoi", "vue=&apres=~", "depuis=2026-02-31"])
def test_a_list_that_means_nothing_is_every_open_file(desk: Client, asked: str) -> None:
    url = reverse("desk:incident", args=[declared_incident().reference])
    assert "Dernier dossier de la vue" in desk.get(url, {"liste": asked}).content.decode()


def test_closed_files_have_neighbours_too_and_an_open_one_has_none_there(desk: Client) -> None:
    page = opened(desk, declared_incident(), vue="clos")
    assert "Premier dossier de la vue" in page
    assert "Dernier dossier de la vue" in page
