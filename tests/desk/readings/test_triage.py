from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.files.take import take
from apps.correspondence.models import InformationRequest, Message
from apps.desk.readings.triage import CHOICES
from apps.incidents.models import Incident
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    closed_incident,
    declared_incident,
    declared_review,
    handler,
    supervisor,
)

DUE = {"due_on_0": "30", "due_on_1": "11", "due_on_2": "2026"}
A_TRIER = "vue=a_trier"


def url(incident: Incident, choice: str, liste: str = A_TRIER) -> str:
    query = f"?{urlencode({'liste': liste})}" if liste else ""
    return reverse("desk:triage", args=[incident.reference, choice]) + query


def beside_the_list(reference: str) -> str:
    return f"{reverse('desk:queue')}?{A_TRIER}&ouvrir={reference}"


def test_an_advice_is_read_over_sent_and_leads_to_the_reading(desk: Client, sofia: User) -> None:
    incident = declared_incident(PractitionerFactory(user__name="Dr Martin"))
    page = desk.get(url(incident, "conseil"))
    body = page.context["form"]["body"].value()
    assert "Bonjour Dr Martin," in body
    assert "désagréable ne veut pas dire illégal" in body
    assert not Message.objects.exists()
    response = desk.post(url(incident, "conseil"), {"body": f"{body} À bientôt."})
    assert response.url.startswith(reverse("desk:qualify", args=[incident.reference, 1]))
    incident.refresh_from_db()
    assert incident.handler == sofia
    assert incident.messages.get().body.endswith("À bientôt.")


def test_taking_to_qualify_opens_the_next_file_of_the_list(desk: Client, sofia: User) -> None:
    incident, following = declared_incident(), declared_incident()
    body = desk.get(url(incident, "qualifier")).context["form"]["body"].value()
    assert incident.reference in body
    response = desk.post(url(incident, "qualifier"), {"body": body})
    assert response.url == beside_the_list(following.reference)
    page = desk.get(response.url).content.decode()
    assert f"{incident.reference}\u00a0: Vous suivez maintenant le dossier." in page


def test_after_the_last_file_one_is_back_at_the_list(desk: Client) -> None:
    response = desk.post(url(declared_incident(), "qualifier"), {"body": "Bonjour."})
    assert response.url == f"{reverse('desk:queue')}?{A_TRIER}"


def test_without_a_list_one_stays_with_the_file(desk: Client) -> None:
    incident = declared_incident()
    response = desk.post(url(incident, "qualifier", liste=""), {"body": "Bonjour."})
    assert response.url == reverse("desk:incident", args=[incident.reference])


def test_what_presses_goes_to_a_supervisor(desk: Client) -> None:
    claire, incident = supervisor(name="Claire Vidal"), declared_incident()
    form = desk.get(url(incident, "urgent")).context["form"]
    assert list(form.fields["to"].queryset) == [claire]
    note = form["note"].value()
    assert "À traiter avant le" in note
    assert "Preuve à fixer." in note
    desk.post(url(incident, "urgent"), {"to": claire.pk, "note": note})
    incident.refresh_from_db()
    assert incident.handler == claire
    assert incident.notes.get().body == note


def test_a_handler_is_not_offered_for_what_presses(desk: Client) -> None:
    supervisor()
    data = {"to": handler().pk, "note": "Vite."}
    incident = declared_incident()
    assert (
        "Sélectionnez un choix valide" in desk.post(url(incident, "urgent"), data).content.decode()
    )
    incident.refresh_from_db()
    assert incident.handler is None


def test_what_a_file_lacks_is_ticked_beforehand(desk: Client, sofia: User) -> None:
    bare = declared_incident(reviews=[declared_review(window=Window.unknown())])
    ready = desk.get(url(bare, "complement")).context["form"]["ready"].value()
    assert ready == ["publication_date", "capture_with_url"]
    proved = declared_incident(exhibits=1)
    assert desk.get(url(proved, "complement")).context["form"]["ready"].value() == []
    desk.post(url(bare, "complement"), DUE | {"ready": ready})
    assert InformationRequest.objects.filter(incident=bare, asked_by=sofia).count() == 2


@pytest.mark.parametrize("choice", CHOICES)
def test_a_file_that_a_colleague_took_meanwhile_says_who_and_keeps_the_words(
    desk: Client, choice: str
) -> None:
    incident = declared_incident()
    take(incident, by=handler(name="Karim Lefèvre"), at=MONDAY_MORNING)
    typed = DUE | {
        "body": "canari-texte",
        "to": supervisor().pk,
        "note": "canari-texte",
        "question": "canari-texte",
    }
    page = desk.post(url(incident, choice), typed).content.decode()
    assert "Ce dossier vient d’être pris par Karim Lefèvre (09:30)." in page
    assert "canari-texte" in page
    assert not Message.objects.exists()
    assert not InformationRequest.objects.exists()


@pytest.mark.parametrize("choice", CHOICES)
def test_nothing_is_sent_without_words(desk: Client, choice: str) -> None:
    incident = declared_incident()
    page = desk.post(url(incident, choice), {"body": " "}).content.decode()
    assert "Il y a un problème" in page
    incident.refresh_from_db()
    assert incident.handler is None


def test_a_finished_file_is_not_sorted(desk: Client) -> None:
    page = desk.get(url(closed_incident(), "conseil")).content.decode()
    assert "Ce dossier est terminé" in page


def test_there_are_four_ways_and_no_other(desk: Client) -> None:
    assert len(CHOICES) == 4
    assert desk.get(url(declared_incident(), "autre")).status_code == 404
