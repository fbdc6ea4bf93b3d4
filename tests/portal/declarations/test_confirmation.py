from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.casework.tasks import make_receipts
from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.legal.windows import Window
from tests.factories import MONDAY_MORNING, declared_incident, declared_review


def page_of(incident: object) -> str:
    return reverse("portal:confirmation", args=[incident.reference])


def test_it_shows_the_reference_the_date_and_who_writes_by_when(
    phone: Client, surgeon: Practitioner
) -> None:
    page = phone.get(page_of(declared_incident(surgeon))).text
    assert "ER-2026-000001" in page
    assert "lundi 1er\u00a0février\u00a02027" in page
    assert "mardi 24\u00a0novembre\u00a02026 à\u00a0midi" in page


def test_it_says_what_not_to_do_tonight(phone: Client, surgeon: Practitioner) -> None:
    page = phone.get(page_of(declared_incident(surgeon))).text
    assert "rien d’autre" in page
    assert "Répondre à l’auteur" in page
    assert "de signaler le contenu ou de vous noter" in page
    assert "Effacer la conversation." in page
    assert "Gardez la page" in page


def test_proof_in_hand_nobody_is_told_to_keep_the_page(
    phone: Client, surgeon: Practitioner
) -> None:
    assert "Gardez la page" not in phone.get(page_of(declared_incident(surgeon, exhibits=1))).text


def test_proof_taken_back_is_no_proof(phone: Client, surgeon: Practitioner) -> None:
    incident = declared_incident(surgeon, exhibits=1)
    withdraw_exhibit(
        incident.exhibits.get(),
        reason=Exhibit.Withdrawal.WRONG_FILE,
        by=surgeon.user,
        at=MONDAY_MORNING,
    )
    assert "Gardez la page" in phone.get(page_of(incident)).text


def test_the_page_of_the_establishment_is_first_a_matter_for_its_own_people(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = declared_incident(surgeon, facility_page="yes")
    assert "équipe de communication" in phone.get(page_of(incident)).text


@pytest.mark.parametrize("window", [Window.unknown(), Window.on_day(date(2026, 9, 1))])
def test_a_pressing_file_is_answered_in_two_working_hours(
    phone: Client, surgeon: Practitioner, window: Window
) -> None:
    page = phone.get(page_of(declared_incident(surgeon, reviews=[declared_review(window=window)])))
    assert "d’ici 2\u00a0heures ouvrées" in page.text.replace("&nbsp;", "\u00a0")
    assert "lundi 23\u00a0novembre\u00a02026 à\u00a011\u00a0h\u00a030" in page.text


def test_a_date_long_passed_presses_nobody_and_other_ways_are_shown(
    phone: Client, surgeon: Practitioner
) -> None:
    passed = [declared_review(window=Window.on_day(date(2026, 5, 1)))]
    page = phone.get(page_of(declared_incident(surgeon, reviews=passed))).text
    assert "passe avant les autres" not in page
    assert "mardi 24\u00a0novembre\u00a02026 à\u00a0midi" in page
    assert "restent possibles" in page


@pytest.mark.parametrize(
    ("window", "state"),
    [
        (Window.on_day(date(2026, 8, 23)), "Dernier jour"),
        (Window.between(date(2026, 8, 20), date(2026, 11, 10)), "Peut-être dépassé"),
    ],
)
def test_while_the_law_may_leave_a_day_one_is_called_back(
    phone: Client, surgeon: Practitioner, window: Window, state: str
) -> None:
    incident = declared_incident(surgeon, reviews=[declared_review(window=window)])
    for name in ("confirmation", "incident"):
        page = phone.get(reverse(f"portal:{name}", args=[incident.reference])).text
        assert state in page
        assert "demandez à être rappelé aujourd’hui" in page
        assert reverse("portal:incident_call_back", args=[incident.reference]) in page
        assert "semble dépassé" not in page


def test_the_receipt_is_announced_then_offered(phone: Client, surgeon: Practitioner) -> None:
    incident = declared_incident(surgeon)
    assert "en préparation" in phone.get(page_of(incident)).text
    make_receipts()
    page = phone.get(page_of(incident)).text
    assert "en préparation" not in page
    assert reverse("files:receipt", args=[incident.receipt.pk]) in page


def test_the_confirmation_of_someone_else_does_not_exist(phone: Client) -> None:
    assert phone.get(page_of(declared_incident())).status_code == 404
