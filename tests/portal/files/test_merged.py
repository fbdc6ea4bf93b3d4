"""A practitioner whose two files became one finds everything under either reference."""

import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.write_message import write_message
from apps.casework.files.merge import merge
from apps.incidents.models import Merge
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    declared_incident,
    taken_incident,
)


@pytest.fixture
def merged(db: None) -> Merge:
    kept = taken_incident()
    absorbed = declared_incident(kept.practitioner)
    write_message(absorbed, body="Bonjour", by=kept.practitioner.user, at=MONDAY_MORNING)
    return merge(
        absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING
    )


@pytest.fixture
def owner(client: Client, merged: Merge) -> Client:
    client.force_login(merged.kept.practitioner.user)
    return client


def url(page: str, reference: object) -> str:
    return reverse(f"portal:{page}", args=[reference])


@pytest.mark.parametrize("page", ["incident", "messages", "exhibits", "lawyer"])
def test_the_old_reference_leads_to_the_file_with_a_sentence(
    owner: Client, merged: Merge, page: str
) -> None:
    answer = owner.get(url(page, merged.absorbed), follow=True)
    assert answer.redirect_chain == [(url(page, merged.kept), 302)]
    assert f"Votre dossier {merged.absorbed} est réuni au dossier {merged.kept}" in answer.text


def test_the_file_tells_of_the_other_and_keeps_its_history(owner: Client, merged: Merge) -> None:
    page = owner.get(url("incident", merged.kept)).text
    assert "Dossiers réunis à celui-ci" in page
    assert f"Votre dossier {merged.absorbed} est réuni à celui-ci. Aucune date n’a reculé." in page
    assert f"Ce dossier est réuni au dossier {merged.kept}, où tout continue." in page
    assert "Contenu n° 2" in page


def test_one_file_is_listed(owner: Client, merged: Merge) -> None:
    page = owner.get(reverse("portal:incidents")).text
    assert merged.kept.reference in page
    assert merged.absorbed.reference not in page


def test_the_messages_of_both_are_read_together(owner: Client, merged: Merge) -> None:
    assert "Bonjour" in owner.get(url("messages", merged.kept)).text


def test_a_message_typed_under_the_old_reference_is_not_lost(owner: Client, merged: Merge) -> None:
    owner.post(url("messages", merged.absorbed), {"body": "Et depuis ?"}, follow=True)
    assert merged.kept.messages.filter(body="Et depuis ?").exists()


def test_what_is_sent_under_the_old_reference_is_refused_with_the_new_one(
    owner: Client, merged: Merge
) -> None:
    answer = owner.post(url("confirm_declaration", merged.absorbed), {"agreed": "on"}, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == url("incident", merged.kept)


def test_it_is_a_404_for_another_practitioner(client: Client, merged: Merge) -> None:
    for stranger in (PractitionerFactory().user, merged.kept.handler):
        client.force_login(stranger)
        assert client.get(url("incident", merged.absorbed)).status_code == 404
