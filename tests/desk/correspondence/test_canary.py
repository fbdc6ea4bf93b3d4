"""What the insurer's people write for themselves never reaches a practitioner's page."""

import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.write_note import write_note
from tests.factories import MONDAY_MORNING, assigned


@pytest.mark.parametrize("page", ["incident", "messages", "lawyer", "confirmation"])
def test_no_internal_word_on_a_practitioners_page(client: Client, db: None, page: str) -> None:
    incident = assigned().incident
    write_note(incident, body="canarinote", by=incident.handler, at=MONDAY_MORNING)
    client.force_login(incident.practitioner.user)
    response = client.get(reverse(f"portal:{page}", args=[incident.reference]))
    assert response.status_code == 200
    for canary in ("canarinote", "Fait précis, vérifiable"):
        assert canary not in response.content.decode()
