from datetime import date

from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import Incident, Publication
from tests.factories import handler, taken_incident


def url(incident: Incident, number: int = 1) -> str:
    return reverse("desk:add_publication", args=[incident.reference, number])


def answers(**changes: str) -> dict[str, str]:
    given = {
        "kind": "REPOST",
        "dating": "day",
        "published_on_0": "20",
        "published_on_1": "11",
        "published_on_2": "2026",
        "reason": "Nouvelle capture.",
    }
    return given | changes


def test_a_content_back_on_line_gets_a_clock_beside_the_first(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(), follow=True).content.decode()
    days = incident.deadlines.open().by_urgency().values_list("legal_last_day", flat=True)
    assert list(days) == [date(2027, 2, 2), date(2027, 2, 20)]
    assert incident.reviews.get().publications.get(number=2).reason == "Nouvelle capture."
    assert "avec son propre délai" in page


def test_each_kind_comes_with_its_grade_and_its_source(desk: Client, sofia: User) -> None:
    page = desk.get(url(taken_incident(sofia))).content.decode()
    assert "Délai discuté, à confirmer par l’avocat. Non d’après Cass. crim. 19 sept. 2006" in page
    assert "Délai certain. Cass. crim. 10 avr. 2018" in page
    assert "Première mise en ligne" not in page


def test_what_is_missing_is_said_beside_its_field(desk: Client, sofia: User) -> None:
    page = desk.post(url(taken_incident(sofia)), {"dating": ""}).content.decode()
    for sentence in (
        "Dites comment le contenu est revenu en ligne.",
        "Indiquez la date de publication, ou choisissez",
        "Dites comment vous le savez.",
    ):
        assert page.count(sentence) == 2
    assert Publication.objects.count() == 1


def test_a_first_posting_is_not_added(desk: Client, sofia: User) -> None:
    desk.post(url(taken_incident(sofia)), answers(kind="FIRST"))
    assert Publication.objects.count() == 1


def test_on_a_colleagues_file_nothing_is_added(desk: Client) -> None:
    incident = taken_incident(handler())
    desk.post(url(incident), answers())
    assert Publication.objects.count() == 1
