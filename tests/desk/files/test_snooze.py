from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from tests.factories import handler, taken_incident

WEDNESDAY = {"until_0": "25", "until_1": "11", "until_2": "2026", "awaited": ""}


def test_a_file_is_put_aside_and_brought_back(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(reverse("desk:snooze", args=[incident.reference]), WEDNESDAY, follow=True)
    assert "dort jusqu’au mercredi 25\xa0novembre\xa02026" in page.content.decode()
    page = desk.get(reverse("desk:incident", args=[incident.reference])).content.decode()
    assert "En sommeil jusqu’au mercredi 25\xa0novembre\xa02026" in page
    desk.post(reverse("desk:wake", args=[incident.reference]))
    incident.refresh_from_db()
    assert incident.snoozed_until is None


def test_a_day_too_far_comes_back_with_the_reason(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    far = WEDNESDAY | {"until_1": "12", "until_2": "2026"}
    page = desk.post(reverse("desk:snooze", args=[incident.reference]), far).content.decode()
    assert "Un rappel d’échéance tombe le jeudi 3 décembre 2026" in page


def test_a_colleagues_file_is_neither_put_aside_nor_woken(desk: Client) -> None:
    incident = taken_incident(handler(name="Karim Lefèvre"))
    page = desk.post(reverse("desk:snooze", args=[incident.reference]), WEDNESDAY).content.decode()
    assert page.count("Ce dossier est suivi par Karim Lefèvre.") == 1
    desk.post(reverse("desk:wake", args=[incident.reference]))
    incident.refresh_from_db()
    assert incident.snoozed_until is None
