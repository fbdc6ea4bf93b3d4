from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from apps.correspondence.models import CallBack
from apps.directory.models import HelpLine, Practitioner
from tests.factories import declared_incident
from tests.portal.typed import draft, page_of

FIRST_LINES = import_module("apps.directory.migrations.0002_help_lines")


@pytest.fixture(autouse=True)
def lines(db: None) -> None:
    """Those that the migration wrote: a test that commits may have emptied their table."""
    HelpLine.objects.all().delete()
    FIRST_LINES.write_help_lines(apps, None)


def test_whom_to_call_comes_before_any_question(phone: Client, surgeon: Practitioner) -> None:
    page = phone.get(page_of(draft(surgeon), "call_back")).text
    for number in ("tel:17", "tel:112", "tel:0805232336", "tel:0800288038"):
        assert number in page


def test_an_administrator_keeps_the_lines_right(phone: Client, surgeon: Practitioner) -> None:
    HelpLine.objects.filter(phone="0 800 288 038").update(is_shown=False)
    page = phone.get(page_of(draft(surgeon), "call_back")).text
    assert "0 805 23 23 36" in page
    assert "0 800 288 038" not in page


def test_the_call_is_asked_for_and_the_declaration_goes_on(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft(surgeon, "situation")
    response = phone.post(page_of(declaration, "call_back"), {"phone": "06 12 34 56 78"})
    assert response.url == page_of(declaration, "declare_practice")
    assert CallBack.objects.get().practitioner == surgeon
    assert "06 12 34 56 78" in phone.get(page_of(declaration, "call_back")).text


@pytest.mark.parametrize("typed", ["", "appelez-moi", "12"])
def test_a_number_that_cannot_be_called_is_asked_for_again(
    phone: Client, surgeon: Practitioner, typed: str
) -> None:
    response = phone.post(page_of(draft(surgeon), "call_back"), {"phone": typed})
    assert response.status_code == 200
    assert "Erreur" in response.text
    assert not CallBack.objects.exists()


def test_it_is_offered_on_every_open_file(phone: Client, surgeon: Practitioner) -> None:
    incident = declared_incident(surgeon)
    page = reverse("portal:incident_call_back", args=[incident.reference])
    assert page in phone.get(reverse("portal:incident", args=[incident.reference])).text
    assert phone.get(page).status_code == 200
    response = phone.post(page, {"phone": "0612345678"})
    assert response.url == reverse("portal:incident", args=[incident.reference])
    assert CallBack.objects.get().incident == incident
