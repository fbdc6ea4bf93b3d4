import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.deadlines.models import InactionDecision
from apps.incidents.models import Incident
from tests.factories import MONDAY_MORNING, qualified_incident, supervisor


@pytest.fixture
def incident(sofia: User) -> Incident:
    """Sofia has signed that nothing will be done about a defamation."""
    incident = qualified_incident(sofia)
    sign(incident, by=sofia)
    return incident


def sign(incident: Incident, *, by: User) -> None:
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=by,
        at=MONDAY_MORNING,
    )


def url(incident: Incident) -> str:
    return reverse("desk:second_inaction", args=[incident.reference, 1])


def test_a_supervisor_reads_the_decision_and_signs_it(client: Client, incident: Incident) -> None:
    karim = supervisor(name="Karim Lefèvre")
    client.force_login(karim)
    page = client.get(url(incident)).content.decode()
    for words in ("Preuve trop faible.", "Sofia Renard", "Ce chirurgien a opéré", "Contresigner"):
        assert words in page
    page = client.post(url(incident), follow=True).content.decode()
    assert InactionDecision.objects.get().seconded_by == karim
    assert "contresignée par Karim Lefèvre" in page


def test_a_handler_does_not_sign_second(desk: Client, incident: Incident) -> None:
    page = desk.get(url(incident)).content.decode()
    assert "La seconde signature est celle d’une autre personne" in page
    assert '<button class="button button--danger">' not in page
    page = desk.post(url(incident), follow=True).content.decode()
    assert "La seconde signature est celle d’une autre personne" in page
    assert not InactionDecision.objects.get().is_effective


def test_nobody_signs_twice(client: Client, sofia: User) -> None:
    karim = supervisor()
    incident = qualified_incident(sofia)
    sign(incident, by=karim)
    client.force_login(karim)
    client.post(url(incident))
    assert not InactionDecision.objects.get().is_effective


def test_what_is_signed_already_is_not_found(client: Client, incident: Incident) -> None:
    client.force_login(supervisor())
    client.post(url(incident))
    assert client.get(url(incident)).status_code == 404


def test_without_a_decision_there_is_nothing_to_sign(client: Client, sofia: User) -> None:
    client.force_login(supervisor())
    assert client.get(url(qualified_incident(sofia))).status_code == 404
