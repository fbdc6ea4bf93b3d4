from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.correspondence.models import Message, Note
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from tests.factories import declared_incident, png, taken_incident


def url(incident: Incident) -> str:
    return reverse("desk:write_note", args=[incident.reference])


def test_a_note_is_kept_and_nothing_leaves(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    letters = incident.letters.count()
    page = desk.post(url(incident), {"body": "À relire avec Karim."}, follow=True).content.decode()
    assert "À relire avec Karim." in page
    assert Note.objects.get().author == sofia
    assert not Message.objects.exists()
    assert incident.letters.count() == letters


def test_the_page_says_that_a_note_is_never_sent(desk: Client) -> None:
    assert "Note interne – jamais envoyée" in desk.get(url(declared_incident())).content.decode()


def test_any_colleague_may_leave_a_note(desk: Client) -> None:
    incident = taken_incident()
    desk.post(url(incident), {"body": "Vu le même auteur hier."})
    assert Note.objects.filter(incident=incident).exists()


def test_notes_are_not_on_the_messages_page(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), {"body": "motcanari"})
    messages = desk.get(reverse("desk:write_message", args=[incident.reference]))
    assert "motcanari" not in messages.content.decode()


def test_an_empty_note_is_sent_back(desk: Client) -> None:
    page = desk.post(url(declared_incident()), {"body": ""}).content.decode()
    assert "Écrivez votre note." in page
    assert not Note.objects.exists()


def test_files_come_with_a_note_and_are_downloaded_from_it(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    sent = {"body": "Courrier reçu.", "files": [png("courrier.png"), png("suite.png", (80, 50))]}
    page = desk.post(url(incident), sent, follow=True).content.decode()
    for file in Note.objects.get().files.all():
        where = reverse("files:note_file", args=[file.pk])
        assert where in page
        assert b"".join(desk.get(where)).startswith(b"\x89PNG")
    assert incident.events.filter(kind=Kind.NOTE_FILE_DOWNLOADED).count() == 2


def test_a_refused_file_is_said_beside_it_and_the_note_stays_typed(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    program = SimpleUploadedFile("a.png", b"MZ" + bytes(100))
    page = desk.post(url(incident), {"body": "Courrier reçu.", "files": [program]})
    said = page.content.decode()
    assert "Le fichier «\u00a0a.png\u00a0» est un programme." in said
    assert "Courrier reçu." in said
    assert not Note.objects.exists()
