from datetime import date

from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.deadlines.models import InactionDecision
from apps.incidents.models import Incident
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from tests.factories import declared_review, handler, qualified_incident, taken_incident

SIGNED = {"reason": "lawful", "words": "Critique mesurée."}


def url(incident: Incident) -> str:
    return reverse("desk:decide_not_to_act", args=[incident.reference, 1])


def test_a_lawful_content_takes_one_signature(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia, label=Label.OPINION)
    page = desk.post(url(incident), SIGNED, follow=True).content.decode()
    decision = InactionDecision.objects.get()
    assert (decision.signed_by, decision.words) == (sofia, "Critique mesurée.")
    assert "Le sociétaire en est informé." in page
    assert "Signée par Sofia Renard" in page


def test_from_insult_upward_the_page_says_that_a_second_signature_is_needed(
    desk: Client, sofia: User
) -> None:
    incident = qualified_incident(sofia, label=Label.INJ_PUB)
    assert "la signature d’une seconde personne" in desk.get(url(incident)).content.decode()
    page = desk.post(url(incident), SIGNED, follow=True).content.decode()
    assert "Elle prend effet avec une seconde signature." in page
    assert not InactionDecision.objects.get().is_effective


def test_the_consequence_is_said_before_signing(desk: Client, sofia: User) -> None:
    page = desk.get(url(qualified_incident(sofia, label=Label.OPINION))).content.decode()
    assert "vous pouvez encore agir jusqu’au lundi 1er\xa0février\xa02027" in page
    assert "Plus aucun rappel ne part pour ce contenu." in page
    assert "seconde personne" not in page


def test_too_late_to_tell_is_an_error_that_keeps_what_was_typed(desk: Client, sofia: User) -> None:
    incident = taken_incident(
        sofia, reviews=[declared_review(window=Window.on_day(date(2026, 9, 2)))]
    )
    page = desk.post(url(incident), SIGNED).content.decode()
    assert "Il reste moins de dix jours pour agir" in page
    assert "Critique mesurée." in page
    assert not InactionDecision.objects.exists()


def test_what_is_missing_is_said_beside_its_field(desk: Client, sofia: User) -> None:
    page = desk.post(url(taken_incident(sofia)), {"words": ""}).content.decode()
    assert page.count("Choisissez le motif de la décision.") == 2
    assert page.count("Expliquez la décision.") == 2


def test_a_decision_already_signed_leads_back_to_the_file(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia, label=Label.OPINION)
    desk.post(url(incident), SIGNED)
    page = desk.get(url(incident), follow=True).content.decode()
    assert "déjà signée pour ce contenu" in page
    assert "Signée par Sofia Renard" in page


def test_on_a_colleagues_file_nothing_is_signed(desk: Client) -> None:
    incident = taken_incident(handler(name="Karim Lefèvre"))
    page = desk.post(url(incident), SIGNED).content.decode()
    assert "Ce dossier est suivi par Karim Lefèvre." in page
    assert not InactionDecision.objects.exists()
