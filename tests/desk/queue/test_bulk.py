from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import BulkAction
from tests.factories import declared_incident, handler, supervisor, taken_incident

pytestmark = pytest.mark.engine

CHOOSE = "desk:choose_bulk"


def prepare(desk: Client, *references: str, **typed: Any) -> str:
    response = desk.post(reverse(CHOOSE), {"dossier": references, **typed}, follow=True)
    return response.content.decode()


def go(desk: Client, what: str) -> str:
    action = BulkAction.objects.latest("pk")
    return desk.post(reverse(f"desk:{what}", args=[action.pk]), follow=True).content.decode()


def test_files_ticked_are_looked_at_then_tagged_then_put_back(desk: Client) -> None:
    chosen, other = declared_incident(), declared_incident()
    dry = prepare(desk, chosen.reference, kind="tag", tag="Groupe A")
    assert chosen.reference in dry
    assert other.reference not in dry
    assert not chosen.tags.exists()
    assert "Annuler" in go(desk, "run_bulk")
    assert chosen.tags.get().name == "Groupe A"
    assert "Dossiers remis comme avant\u00a0: 1." in go(desk, "undo_bulk")
    assert not chosen.tags.exists()


def test_the_queue_is_narrowed_by_tag(desk: Client) -> None:
    tagged, other = declared_incident(), declared_incident()
    prepare(desk, tagged.reference, kind="tag", tag="Groupe A")
    go(desk, "run_bulk")
    page = desk.get(
        reverse("desk:queue"), {"vue": "ouverts", "etiquette": tagged.tags.get().pk}
    ).content.decode()
    assert tagged.reference in page
    assert other.reference not in page


def test_the_whole_list_can_be_chosen(desk: Client) -> None:
    files = [declared_incident() for _ in range(3)]
    page = prepare(desk, kind="tag", tag="Groupe A", tous="on")
    assert all(each.reference in page for each in files)


def test_before_a_message_leaves_it_is_said_that_it_cannot_be_taken_back(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    page = prepare(desk, incident.reference, kind="message", words="Bonjour.")
    assert "Un message parti ne se reprend pas." in page
    after = go(desk, "run_bulk")
    assert incident.messages.get().body == "Bonjour."
    assert "undo" not in after
    assert reverse("desk:undo_bulk", args=[BulkAction.objects.get().pk]) not in after


def test_each_action_says_what_it_lacks(desk: Client) -> None:
    reference = declared_incident().reference
    assert "Écrivez l’étiquette." in prepare(desk, reference, kind="tag")
    assert "Écrivez votre message." in prepare(desk, reference, kind="message")
    request = prepare(desk, reference, kind="request")
    assert "Cochez au moins une demande." in request
    assert "Choisissez un jour à venir." in request
    assert "Choisissez au moins un dossier." in prepare(desk, kind="tag", tag="Groupe A")
    assert not BulkAction.objects.exists()


def test_a_piece_is_asked_of_many(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    day = {"due_on_0": "30", "due_on_1": "11", "due_on_2": "2026"}
    prepare(desk, incident.reference, kind="request", ready=["capture_with_url"], **day)
    assert "Retirer les demandes" in go(desk, "run_bulk")
    assert incident.information_requests.count() == 1


def test_the_chosen_files_are_exported(desk: Client) -> None:
    chosen, other = declared_incident(), declared_incident()
    response = desk.post(reverse(CHOOSE), {"dossier": [chosen.reference], "kind": "export"})
    text = b"".join(response).decode()
    assert chosen.reference in text
    assert other.reference not in text


def test_entrusting_many_files_and_closing_them_are_not_offered_to_a_handler(desk: Client) -> None:
    reference = declared_incident().reference
    for kind in ("entrust", "close", "qualify"):
        page = prepare(desk, reference, kind=kind)
        assert not BulkAction.objects.exists()
        assert "Que faire" in page


def test_a_supervisor_entrusts_many_files(client: Client, sofia: User) -> None:
    client.force_login(supervisor())
    incident = declared_incident()
    prepare(client, incident.reference, kind="entrust", to=sofia.pk)
    go(client, "run_bulk")
    incident.refresh_from_db()
    assert incident.handler == sofia


def test_a_colleague_s_action_is_not_found(desk: Client, client: Client) -> None:
    prepare(desk, declared_incident().reference, kind="tag", tag="Groupe A")
    client.force_login(handler())
    for name in ("desk:run_bulk", "desk:undo_bulk"):
        address = reverse(name, args=[BulkAction.objects.get().pk])
        assert client.post(address).status_code == 404


def test_the_list_asks_as_much_for_one_file_as_for_ten(
    desk: Client, django_assert_max_num_queries: Any
) -> None:
    for number in (1, 9):
        for _ in range(number):
            declared_incident()
        with django_assert_max_num_queries(7):
            desk.get(reverse(CHOOSE))
