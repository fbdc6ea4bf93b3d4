from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.missions.dossier_content import dossier_content
from apps.directory.models import Partner
from apps.incidents.models import Assessment, Incident
from tests.factories import MONDAY_MORNING, assigned, qualified_incident, taken_incident

FACTS = {
    "standing": "hospital",
    "target": "person",
    "provoked": "no",
    "provable": "yes",
    "facts": "Autorisation opératoire du 2 mars.",
    "confidence": "high",
}


def url(incident: Incident) -> str:
    return reverse("desk:assess", args=[incident.reference, 1])


def test_what_the_lawyer_needs_is_kept_and_shown_again(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    assert (
        "Appréciation enregistrée" in desk.post(url(incident), FACTS, follow=True).content.decode()
    )
    assert "Autorisation opératoire du 2 mars." in desk.get(url(incident)).content.decode()


def test_only_the_lawyers_dossier_prints_it(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    desk.post(url(incident), FACTS)
    for kind, told in ((Partner.Kind.LAWYER, True), (Partner.Kind.BAILIFF, False)):
        mission = assigned(kind, incident=incident)
        printed = str(dossier_content(mission, version=1, at=MONDAY_MORNING))
        assert ("Autorisation opératoire du 2 mars." in printed) is told
        assert ("non fonctionnaire (art. 32)" in printed) is told


def test_the_practitioner_reads_neither_the_reason_nor_the_answers_nor_the_assessment(
    desk: Client, sofia: User, client: Client
) -> None:
    incident = qualified_incident(sofia)
    desk.post(url(incident), FACTS)
    client.force_login(incident.practitioner.user)
    page = client.get(reverse("portal:incident", args=[incident.reference])).content.decode()
    assert "Orientation du gestionnaire, sans valeur de qualification judiciaire." in page
    for words in ("Fait précis, vérifiable", "Autorisation opératoire", "art. 32"):
        assert words not in page


def test_an_answer_that_does_not_exist_is_sent_back(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), FACTS | {"standing": "roi"})
    assert not Assessment.objects.exists()


def test_a_colleagues_file_is_not_assessed(desk: Client) -> None:
    incident = taken_incident()
    desk.post(url(incident), FACTS)
    assert not Assessment.objects.exists()
