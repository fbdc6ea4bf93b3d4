import html
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.portal.forms.context import ContextForm

from .typed import CONTEXT, day, draft

TODAY = date(2026, 11, 23)
PAGE = reverse("portal:declare_context")
BAD = {
    "nothing": ({}, "Dites si vous avez déjà répondu à l’auteur."),
    "no day": (
        CONTEXT | {f"bailiff_report_on_{index}": "" for index in range(3)},
        "Indiquez la date du constat.",
    ),
    "a day to come": (
        CONTEXT | day("bailiff_report_on", date(2026, 11, 24)),
        "La date du constat est dans le futur.",
    ),
    "a price in words": (
        CONTEXT | {"bailiff_report_cost": "cher"},
        "Indiquez le coût en euros, par exemple 350 ou 350,50.",
    ),
    "a price below nothing": (
        CONTEXT | {"bailiff_report_cost": "-3"},
        "Le coût du constat ne peut pas être négatif.",
    ),
    "no urgency": (
        CONTEXT | {"bailiff_report_was_urgent": ""},
        "Dites si le constat a été fait en urgence.",
    ),
}


@pytest.mark.parametrize(("typed", "sentence"), BAD.values(), ids=BAD)
def test_each_slip_has_its_own_sentence_and_changes_nothing(
    phone: Client, surgeon: Practitioner, typed: dict[str, str], sentence: str
) -> None:
    declaration = draft(surgeon, "practice", "reviews", "exhibits")
    page = html.unescape(phone.post(PAGE, typed).text)
    assert page.count(sentence) == 2, "in the summary and beside the field"
    declaration.refresh_from_db()
    assert "context" not in declaration.answers


def test_a_price_is_read_as_people_write_it() -> None:
    form = ContextForm(CONTEXT, today=TODAY)
    assert form.is_valid()
    assert form.facts["bailiff_report_cost"] == Decimal("1250.50")


def test_a_report_that_was_not_made_leaves_nothing_behind() -> None:
    form = ContextForm(CONTEXT | {"bailiff_report": "no"}, today=TODAY)
    assert form.is_valid()
    assert form.facts == {"already_replied": False, "already_reported": False}
