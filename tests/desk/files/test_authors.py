"""« Même auteur possible », on the page of a file: for the insurer's people, naming files only."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.files.link_author import link_author
from apps.incidents.models import Incident
from tests.factories import (
    MONDAY_MORNING,
    PlatformFactory,
    declared_incident,
    declared_review,
    handler,
    taken_incident,
)


def by_lulu(page: str) -> dict[str, list[object]]:
    words = f"Avis numéro {page}."
    url = f"https://www.facebook.com/{page}"
    return {"reviews": [declared_review(author_pseudonym="Lulu du 69", url=url, words=words)]}


@pytest.fixture
def alike(sofia: User) -> tuple[Incident, Incident]:
    PlatformFactory()
    return taken_incident(sofia, **by_lulu("a")), taken_incident(handler(), **by_lulu("b"))


def url(verb: str, incident: Incident, *others: object) -> str:
    return reverse(f"desk:{verb}", args=[incident.reference, *others])


def test_a_file_of_the_same_author_is_suggested_linked_and_unlinked(
    desk: Client, alike: tuple[Incident, Incident]
) -> None:
    mine, other = alike
    page = desk.get(url("incident", mine)).text
    assert "Même auteur possible" in page
    assert url("incident", other) in page
    assert (
        "Dossiers reliés" in desk.post(url("link_author", mine, other.reference), follow=True).text
    )
    page = desk.post(url("unlink_author", mine, other.reference), follow=True).text
    assert "Rapprochement repris." in page


def test_a_suggestion_is_set_aside_with_its_reason(
    desk: Client, alike: tuple[Incident, Incident]
) -> None:
    mine, other = alike
    dismiss = url("dismiss_author", mine, other.reference)
    assert "Dites pourquoi" in desk.post(dismiss, {"reason": ""}).text
    page = desk.post(dismiss, {"reason": "Prénom courant."}, follow=True).text
    assert "Rapprochements écartés (1)" in page
    assert "Prénom courant." in page


def test_files_that_nothing_brings_together_are_not_linked(desk: Client, sofia: User) -> None:
    mine, other = taken_incident(sofia), taken_incident()
    page = desk.post(url("link_author", mine, other.reference), follow=True).text
    assert "aucun contenu du même pseudonyme" in page


def test_a_colleague_reads_the_link_and_does_not_change_it(
    client: Client, alike: tuple[Incident, Incident]
) -> None:
    mine, other = alike
    link_author(mine, other, by=mine.handler, at=MONDAY_MORNING)
    client.force_login(handler())
    page = client.get(url("incident", mine)).text
    assert url("incident", other) in page
    assert url("unlink_author", mine, other.reference) not in page
    page = client.post(url("unlink_author", mine, other.reference), follow=True).text
    assert "Ce dossier est suivi par Sofia Renard." in page


def test_the_page_takes_as_many_queries_whatever_is_alike(
    desk: Client, alike: tuple[Incident, Incident]
) -> None:
    mine, _ = alike
    desk.get(url("incident", mine))
    with CaptureQueriesContext(connection) as before:
        desk.get(url("incident", mine))
    for n in range(6):
        declared_incident(**by_lulu(f"c{n}"))
    with CaptureQueriesContext(connection) as after:
        assert desk.get(url("incident", mine)).text.count("À rapprocher") == 1
    assert len(after) == len(before)


def test_the_practitioner_reads_nothing_of_it(
    client: Client, alike: tuple[Incident, Incident]
) -> None:
    mine, other = alike
    link_author(mine, other, by=mine.handler, at=MONDAY_MORNING)
    client.force_login(mine.practitioner.user)
    page = client.get(reverse("portal:incident", args=[mine.reference])).text
    assert other.reference not in page
    assert "Même auteur" not in page
