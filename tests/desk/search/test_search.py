from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.write_note import write_note
from apps.casework.search.index_stale_files import index_stale_files
from apps.incidents.models import Incident
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    declared_incident,
    declared_review,
)

URL = reverse("desk:search")


def index() -> None:
    index_stale_files(clock=lambda: MONDAY_MORNING)


def about(words: str) -> Incident:
    return declared_incident(reviews=[declared_review(words=words)])


def looked_for(desk: Client, typed: str):
    index()
    return desk.post(URL, {"mots": typed}, follow=True)


def references(response) -> list[str]:
    return [each.incident.reference for each in response.context["found"]]


def test_the_words_are_marked_where_they_stand(desk: Client) -> None:
    incident = about("Un accueil glacial, <b>odieux</b>.")
    response = looked_for(desk, "GLACIÀL")
    assert references(response) == [incident.reference]
    page = response.content.decode()
    assert "<mark>glacial</mark>, &lt;b&gt;odieux" in page
    assert "Contenu n° 1" in page
    assert reverse("desk:incident", args=[incident.reference]) in page


def test_what_is_found_says_how_far_its_term_has_gone(desk: Client) -> None:
    last_day = declared_review(words="Accueil glacial.", window=Window.on_day(date(2026, 8, 23)))
    declared_incident(reviews=[last_day])
    assert "Dernier jour légal\u00a0: aujourd’hui" in looked_for(desk, "glacial").text


def test_no_address_ever_holds_the_words(desk: Client) -> None:
    files = [about("accueil canariglacial") for _ in range(27)]
    response = looked_for(desk, "canariglacial")
    assert references(response) == [incident.reference for incident in files[:25]]
    assert all("canari" not in address for address, _ in response.redirect_chain)
    second = f"{response.redirect_chain[-1][0]}&apres={response.context['page'].next}"
    assert references(desk.get(second)) == [incident.reference for incident in files[25:]]


def test_words_in_an_address_are_not_looked_for(desk: Client) -> None:
    about("accueil glacial")
    index()
    assert "found" not in desk.get(URL, {"mots": "glacial", "recherche": "glacial"}).context


def test_a_search_belongs_to_its_session(desk: Client, sofia: User) -> None:
    about("accueil glacial")
    address = looked_for(desk, "glacial").redirect_chain[-1][0]
    elsewhere = Client()
    elsewhere.force_login(sofia)
    assert "found" not in elsewhere.get(address).context


def test_a_reference_opens_its_file(desk: Client) -> None:
    incident = declared_incident()
    response = desk.post(URL, {"mots": incident.reference.lower()})
    assert response.url == reverse("desk:incident", args=[incident.reference])


def test_a_word_of_a_note_is_found_and_named_so(desk: Client, sofia: User) -> None:
    incident = declared_incident()
    write_note(incident, body="Penser à canarinote.", by=sofia, at=MONDAY_MORNING)
    response = looked_for(desk, "canarinote")
    assert references(response) == [incident.reference]
    assert "Note interne" in response.content.decode()


def test_closed_files_stand_apart(desk: Client) -> None:
    closed = closed_incident(reviews=[declared_review(words="accueil glacial")])
    response = looked_for(desk, "glacial")
    assert references(response) == []
    again = desk.get(f"{response.redirect_chain[-1][0]}&dans=clos")
    assert references(again) == [closed.reference]


def test_a_search_without_result_says_what_was_searched_and_how_to_widen(desk: Client) -> None:
    about("accueil glacial")
    page = looked_for(desk, "introuvable").content.decode()
    assert "Aucun dossier trouvé" in page
    assert "cherchez dans les dossiers clos" in page


def test_a_part_of_a_pseudonym_is_said_to_be_near(desk: Client) -> None:
    incident = declared_incident(reviews=[declared_review(author_pseudonym="SuperLoulou")])
    response = looked_for(desk, "loulou")
    assert references(response) == [incident.reference]
    assert "leur ressemble" in response.content.decode()


def test_the_words_of_somebody_s_health_stay_masked(desk: Client) -> None:
    about("Accueil glacial après ma chimiothérapie.")
    page = looked_for(desk, "glacial").content.decode()
    assert "<mark>glacial</mark>" in page
    assert "chimioth" not in page


@pytest.mark.parametrize("typed", ["", " ", '"""', "!!!", "a" * 500, "' & | ! ( ) <-> :*", "100%_"])
def test_anything_may_be_typed(desk: Client, typed: str) -> None:
    about("accueil glacial")
    assert looked_for(desk, typed).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_files(desk: Client) -> None:
    about("accueil glacial")
    address = looked_for(desk, "glacial").redirect_chain[-1][0]
    with CaptureQueriesContext(connection) as one:
        desk.get(address)
    for _ in range(9):
        about("accueil glacial")
    index()
    with CaptureQueriesContext(connection) as ten:
        response = desk.get(address)
    assert len(response.context["found"]) == 10
    assert len(ten) == len(one)
