import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.portal.steps import DeclarationStep
from tests.factories import (
    PlatformFactory,
    declared_incident,
    declared_review,
    ended,
    requested_information,
    taken_incident,
)
from tests.portal.typed import draft_at, page_of

LIST = reverse("portal:incidents")


def test_an_empty_list_is_written(phone: Client) -> None:
    page = phone.get(LIST).text
    assert "Vous n’avez aucun dossier. Tant mieux." in page
    assert reverse("portal:start_declaration") in page


def test_the_draft_comes_first(phone: Client, surgeon: Practitioner) -> None:
    declared_incident(surgeon)
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    page = phone.get(LIST).text
    assert page.index("Brouillon") < page.index("ER-2026-000001")
    assert page_of(declaration, "declare_reviews") in page


def test_a_card_says_where_the_file_stands_who_acts_next_and_the_date(
    phone: Client, surgeon: Practitioner
) -> None:
    declared_incident(surgeon)
    page = phone.get(LIST).text
    assert "Reçu" in page
    assert "avant le mardi 24\u00a0novembre\u00a02026 à\u00a0midi" in page
    assert "01/02/2027" in page


def test_what_awaits_an_answer_comes_first_and_what_is_over_last(
    phone: Client, surgeon: Practitioner
) -> None:
    awaited, running = (taken_incident(practitioner=surgeon) for _ in range(2))
    over = ended(taken_incident(practitioner=surgeon))
    requested_information(awaited)
    page = phone.get(LIST).text
    places = [page.index(f"Dossier {file.reference}") for file in (awaited, running, over)]
    assert places == sorted(places)


def test_the_files_of_others_are_not_there(phone: Client) -> None:
    assert declared_incident().reference not in phone.get(LIST).text


@pytest.mark.parametrize("rows", [1, 20])
def test_twenty_files_ask_the_database_no_more_than_one(
    phone: Client,
    surgeon: Practitioner,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    PlatformFactory()
    for _ in range(rows):
        taken_incident(practitioner=surgeon)
    assert Incident.objects.count() == rows
    with django_assert_num_queries(12):
        phone.get(LIST)


def test_someone_at_work_on_the_file_changes_its_status(
    phone: Client, surgeon: Practitioner
) -> None:
    taken_incident(practitioner=surgeon)
    page = phone.get(LIST).text
    assert "En cours d’analyse" in page
    assert "au plus tard le mardi 8\u00a0décembre\u00a02026" in page


def test_a_card_names_the_sites_in_the_order_of_the_contents(
    phone: Client, surgeon: Practitioner
) -> None:
    domains = ("un.example", "deux.example", "trois.example", "quatre.example")
    for domain in domains:
        PlatformFactory(name=domain, domain=domain)
    reviews = [declared_review(url=f"https://{domain}/avis/1") for domain in domains]
    declared_incident(surgeon, reviews=reviews)
    page = phone.get(LIST).text
    places = [page.index(domain) for domain in domains]
    assert places == sorted(places)
