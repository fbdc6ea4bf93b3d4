from datetime import timedelta

from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.ask_call_back import ask_call_back
from tests.factories import MONDAY_MORNING, PractitionerFactory, declared_incident

QUEUE = reverse("desk:queue")


def test_who_waits_for_a_call_is_above_every_file_until_they_are_called(desk: Client) -> None:
    incident = declared_incident()
    surgeon = PractitionerFactory()
    waiting = ask_call_back(surgeon, phone="06 12 34 56 78", by=surgeon.user, at=MONDAY_MORNING)
    page = desk.get(QUEUE).text
    assert page.index("06 12 34 56 78") < page.index(incident.reference)
    called = reverse("desk:close_call_back", args=[waiting.pk])
    assert desk.post(called).url == QUEUE
    assert "06 12 34 56 78" not in desk.get(QUEUE).text
    assert desk.post(called).status_code == 404, "nobody calls twice"


def test_who_has_waited_the_longest_for_a_call_comes_first(desk: Client) -> None:
    phones = [f"06 12 34 56 7{number}" for number in range(4)]
    for minutes, phone in reversed(list(enumerate(phones))):
        surgeon, at = PractitionerFactory(), MONDAY_MORNING - timedelta(hours=1, minutes=-minutes)
        ask_call_back(surgeon, phone=phone, by=surgeon.user, at=at)
    page = desk.get(QUEUE).text
    places = [page.index(phone) for phone in phones]
    assert places == sorted(places)
