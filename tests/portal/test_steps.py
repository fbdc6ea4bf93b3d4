"""Nobody enters a step before those that come first."""

import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.portal.steps import Step

from .typed import DISCUSSION, draft


@pytest.mark.parametrize(
    ("done", "first_incomplete"),
    [
        ((), "portal:declare_practice"),
        (("practice",), "portal:declare_reviews"),
        (("practice", "reviews"), "portal:declare_exhibits"),
        (("practice", "reviews", "exhibits"), "portal:declare_context"),
    ],
)
def test_the_last_step_sends_back_to_the_first_one_that_is_missing(
    phone: Client, surgeon: Practitioner, done: tuple[str, ...], first_incomplete: str
) -> None:
    draft(surgeon, *done)
    assert phone.get(reverse("portal:check_answers")).url == reverse(first_incomplete)


@pytest.mark.parametrize("step", Step)
def test_without_a_draft_every_step_leads_to_the_start(phone: Client, step: Step) -> None:
    assert phone.get(reverse(step.view)).url == reverse("portal:start_declaration")


def test_a_step_sent_too_early_writes_nothing(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft(surgeon)
    response = phone.post(reverse("portal:declare_review", args=[1]), DISCUSSION)
    assert response.url == reverse("portal:declare_practice")
    declaration.refresh_from_db()
    assert declaration.answers == {}


def test_a_step_mended_at_the_end_leads_back_to_the_check(
    phone: Client, surgeon: Practitioner
) -> None:
    draft(surgeon, "practice", "reviews", "exhibits", "context")
    response = phone.post(reverse("portal:declare_practice"), {"practice_mode": "liberal"})
    assert response.url == reverse("portal:check_answers")


def test_a_step_says_which_it_is_and_which_follows(phone: Client, surgeon: Practitioner) -> None:
    draft(surgeon, "practice", "reviews")
    page = phone.get(reverse("portal:declare_exhibits")).text
    assert "Étape 3 sur 5 – <strong>Les preuves</strong>" in page
    assert "Étape suivante&nbsp;: Le contexte" in page
