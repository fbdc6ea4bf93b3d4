from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import Incident
from apps.incidents.status import Outcome, Status
from tests.factories import assigned, declared_incident, qualified_incident, taken_incident

ANSWERS = {"outcome": Outcome.REMOVED_BY_PLATFORM.value, "words": "Google a retiré l’avis."}


def url(incident: Incident) -> str:
    return reverse("desk:close", args=[incident.reference])


def test_a_file_ends_with_an_outcome_and_a_summary(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), ANSWERS, follow=True).content.decode()
    incident.refresh_from_db()
    assert (incident.status, incident.outcome) == (Status.CLOSED, "removed_by_platform")
    assert "Retiré par la plateforme" in page


def test_the_consequences_are_said_before(desk: Client, sofia: User) -> None:
    mission = assigned(incident=qualified_incident(sofia))
    page = desk.get(url(mission.incident)).content.decode()
    assert f"{mission.incident.practitioner} reçoit un courrier" in page
    assert f"La mission {mission.reference} prend fin" in page
    assert "lundi 1er\xa0février\xa02027" in page


def test_no_outcome_and_no_summary_are_each_said(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), {"words": ""}).content.decode()
    assert "Choisissez l’issue du dossier." in page
    assert "Écrivez au sociétaire ce qui a été fait." in page
    incident.refresh_from_db()
    assert incident.is_open


def test_a_file_closed_meanwhile_keeps_what_was_typed(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), ANSWERS)
    page = desk.post(url(incident), ANSWERS | {"words": "Autre bilan."}).content.decode()
    assert "Ce dossier est terminé" in page
    assert "Autre bilan." in page


def test_a_file_that_nobody_has_taken_is_not_closed(desk: Client) -> None:
    incident = declared_incident()
    page = desk.post(url(incident), ANSWERS).content.decode()
    assert "Personne ne suit encore ce dossier." in page
    incident.refresh_from_db()
    assert incident.status == Status.RECEIVED
