import html
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from apps.directory.models import Practitioner
from apps.incidents.circumstances import Nature, Wish
from apps.portal.forms.context import ContextForm
from apps.portal.outcomes import OUTCOMES
from apps.portal.steps import DeclarationStep
from tests.portal.typed import CONTEXT, day, draft_at, page_of

TODAY = date(2026, 11, 23)
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
    declaration = draft_at(surgeon, DeclarationStep.CONTEXT)
    response = phone.post(page_of(declaration, "declare_context"), typed)
    page = html.unescape(response.text)
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
    assert form.facts == {"already_replied": False, "already_reported": False, "wishes": []}


@pytest.mark.parametrize(
    ("name", "asked", "sentence"),
    [
        ("replied_on", "already_replied", "La date de votre réponse est dans le futur."),
        ("reported_on", "already_reported", "La date du signalement est dans le futur."),
    ],
)
def test_what_was_done_before_cannot_be_tomorrow(name: str, asked: str, sentence: str) -> None:
    form = ContextForm(CONTEXT | {asked: "yes"} | day(name, date(2026, 11, 24)), today=TODAY)
    assert not form.is_valid()
    assert sentence in form.errors[name][0]


def test_each_wish_is_shown_with_what_happens_most_often(
    phone: Client, surgeon: Practitioner
) -> None:
    page = phone.get(page_of(draft_at(surgeon, DeclarationStep.CONTEXT), "declare_context")).text
    assert set(OUTCOMES) == set(Wish)
    assert all(outcome in html.unescape(page) for outcome in OUTCOMES.values())


def test_what_is_serious_is_asked_for_each_content() -> None:
    contents = {1: "Un incapable.", 4: "Retourne chez toi."}
    typed = CONTEXT | {"natures_4": ["racist", "threat"], "wishes": ["removal"]}
    form = ContextForm(typed, today=TODAY, contents=contents)
    assert form.is_valid(), form.errors
    assert form.natures == {1: [], 4: [Nature.RACIST, Nature.THREAT]}
    assert form.facts["wishes"] == [Wish.REMOVAL]
    assert "natures_4" not in form.facts
    assert "Retourne chez toi." in form["natures_4"].label
    assert form.typed()["natures_4"] == ["racist", "threat"]


@pytest.mark.parametrize(
    ("nature", "name"), [("threat", "call_back"), ("private_data", "call_back")]
)
def test_a_danger_offers_a_person_before_the_form(
    phone: Client, surgeon: Practitioner, nature: str, name: str
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.CONTEXT)
    sent = phone.post(page_of(declaration, "declare_context"), CONTEXT | {"natures_1": [nature]})
    assert sent.url == page_of(declaration, name)
    declaration.refresh_from_db()
    assert declaration.answers["context"]["natures_1"] == [nature]


def test_a_discriminatory_nature_says_that_three_months_still_drive(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.CONTEXT)
    page = phone.get(page_of(declaration, "declare_context")).text
    assert "nous travaillons quand même avec trois mois" in page
    sent = phone.post(page_of(declaration, "declare_context"), CONTEXT | {"natures_1": ["sexist"]})
    assert sent.url == page_of(declaration, "check_answers")
