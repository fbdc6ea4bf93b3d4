import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import Incident, Qualification, SecondReading
from apps.legal.taxonomy import Label
from tests.factories import handler, qualified_incident, supervisor


@pytest.fixture
def incident(sofia: User) -> Incident:
    return qualified_incident(sofia, label=Label.INJ_PUB_AGG)


@pytest.fixture
def karim(client: Client) -> User:
    karim = supervisor(name="Karim Lefèvre")
    client.force_login(karim)
    return karim


def url(incident: Incident, page: str = "second_reading") -> str:
    first = Qualification.objects.open().get()
    return reverse(f"desk:{page}", args=[incident.reference, 1, first.pk])


def test_a_senior_reads_the_passage_and_confirms(
    client: Client, incident: Incident, karim: User
) -> None:
    page = client.get(url(incident)).content.decode()
    assert "Première lecture, Sofia Renard" in page
    answer = {"label": "INJ_PUB_AGG", "reason": "Motif net."}
    page = client.post(url(incident), answer, follow=True).content.decode()
    assert "Orientation confirmée." in page
    assert "Seconde lecture, Karim Lefèvre" in page
    assert not Qualification.objects.needing_second_reading().exists()


def test_a_disagreement_is_shown_beside_the_first_reading(
    client: Client, incident: Incident, karim: User
) -> None:
    answer = {"label": "INJ_PUB", "reason": "Aucun motif."}
    page = client.post(url(incident), answer, follow=True).content.decode()
    assert "Vous lisez autrement ce passage." in page
    assert "Aucun motif." in page


def test_a_blind_reader_does_not_see_the_first_reading_before_choosing(
    client: Client, sofia: User, karim: User
) -> None:
    incident = qualified_incident(sofia)
    reason = "Fait précis, vérifiable, imputé à la personne."
    client.post(url(incident, "ask_second_reading"), {"a_l_aveugle": "on"})
    assert SecondReading.objects.get().is_blind
    assert "Enregistrer la seconde lecture" not in client.get(url(incident)).content.decode()
    client.force_login(handler(name="Nadia Colas"))
    for name in ("desk:qualify", "desk:file_readings", "desk:incident", "desk:file_history"):
        args = [incident.reference, 1] if name == "desk:qualify" else [incident.reference]
        page = client.get(reverse(name, args=args)).content.decode()
        assert reason not in page
        assert "«\xa0Diffamation publique envers un particulier" not in page
        assert "<strong>Diffamation publique" not in page
    assert reason not in client.get(url(incident)).content.decode()
    client.post(url(incident), {"label": "DIFF_PUB", "reason": "De même."})
    page = client.get(reverse("desk:qualify", args=[incident.reference, 1])).content.decode()
    assert reason in page


def test_the_author_does_not_read_their_own_passage_again(desk: Client, incident: Incident) -> None:
    page = desk.get(url(incident)).content.decode()
    assert "Enregistrer la seconde lecture" not in page
    desk.post(url(incident), {"label": "INJ_PUB_AGG", "reason": "Oui."})
    assert Qualification.objects.needing_second_reading().exists()


def test_a_second_reading_without_a_reason_is_sent_back(
    client: Client, incident: Incident, karim: User
) -> None:
    page = client.post(url(incident), {"label": "INJ_PUB"}).content.decode()
    assert "Dites pourquoi vous retenez cette qualification." in page
    assert not SecondReading.objects.exists()


def test_a_passage_that_waits_for_nobody_has_no_such_page(
    client: Client, sofia: User, karim: User
) -> None:
    assert client.get(url(qualified_incident(sofia))).status_code == 404
