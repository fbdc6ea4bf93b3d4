"""Nobody enters a step before those that come first."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.portal.steps import DeclarationStep
from tests.portal.typed import DISCUSSION, complete_draft, draft, draft_at, page_of


@pytest.mark.parametrize(
    "step", [step for step in DeclarationStep if step != DeclarationStep.CHECK]
)
def test_the_last_step_sends_back_to_the_first_one_that_is_missing(
    phone: Client, surgeon: Practitioner, step: DeclarationStep
) -> None:
    declaration = draft_at(surgeon, step)
    missing = reverse(step.view, args=[declaration.key])
    assert phone.get(page_of(declaration, "check_answers")).url == missing


@pytest.mark.parametrize("step", DeclarationStep)
def test_a_draft_that_does_not_exist_has_no_step(phone: Client, step: DeclarationStep) -> None:
    assert phone.get(reverse(step.view, args=[uuid4()])).status_code == 404


def test_a_step_sent_too_early_writes_nothing(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft(surgeon)
    response = phone.post(page_of(declaration, "declare_review", 1), DISCUSSION)
    assert response.url == page_of(declaration, "declare_situation")
    declaration.refresh_from_db()
    assert declaration.answers == {}


def test_a_step_mended_at_the_end_leads_back_to_the_check(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = complete_draft(surgeon)
    response = phone.post(page_of(declaration, "declare_practice"), {"practice_mode": "liberal"})
    assert response.url == page_of(declaration, "check_answers")


def test_a_step_says_which_it_is_and_which_follows(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft_at(surgeon, DeclarationStep.EXHIBITS)
    page = phone.get(page_of(declaration, "declare_exhibits")).text
    assert "Étape 5 sur 7 – <strong>Les preuves</strong>" in page
    assert "Étape suivante&nbsp;: Le contexte" in page
