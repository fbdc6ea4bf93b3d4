from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from apps.desk.templatetags.desk import LETTERS
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import declared_incident

URL = reverse("desk:letters")


@pytest.fixture
def letter(db: None) -> Letter:
    return Letter.objects.get(incident=declared_incident())


def change(letter: Letter, **fields: object) -> None:
    Letter.objects.filter(pk=letter.pk).update(**fields)


@pytest.mark.parametrize(
    ("status", "error", "sentence"),
    [
        (LetterStatus.FAILED, "refused-550", "Le serveur de courrier a refusé la lettre."),
        (LetterStatus.FAILED, "recipient-inactive", "Le compte du destinataire est désactivé."),
        (LetterStatus.FAILED, "text-KeyError", "La lettre n’a pas pu être écrite."),
        (LetterStatus.UNCERTAIN, "no-answer", "la lettre est peut-être arrivée"),
    ],
)
def test_what_did_not_arrive_is_listed_with_what_to_do(
    desk: Client, letter: Letter, status: LetterStatus, error: str, sentence: str
) -> None:
    change(letter, status=status, error=error)
    page = desk.get(URL).content.decode()
    assert letter.incident.reference in page
    assert sentence in page


def test_what_did_not_arrive_can_be_sent_again(desk: Client, letter: Letter) -> None:
    change(letter, status=LetterStatus.UNCERTAIN, error="no-answer")
    resend = reverse("desk:resend", args=[letter.pk])
    assert resend in desk.get(URL).content.decode()
    assert "va repartir" in desk.post(resend, follow=True).content.decode()
    assert "plus en attente" in desk.post(resend, follow=True).content.decode()
    letter.refresh_from_db()
    assert letter.status == LetterStatus.QUEUED


def test_what_waits_too_long_is_listed(desk: Client, letter: Letter) -> None:
    assert not desk.get(URL).context["waiting"]
    change(letter, not_before=timezone.now() - timedelta(minutes=16))
    assert list(desk.get(URL).context["waiting"]) == [letter]


def test_what_the_server_put_off_is_listed_at_once(desk: Client, letter: Letter) -> None:
    change(letter, attempts=1, error="refused-451", not_before=timezone.now() + timedelta(hours=1))
    assert "Un nouvel essai a lieu sans intervention." in desk.get(URL).content.decode()


def test_when_all_is_well_the_page_says_so(desk: Client, letter: Letter) -> None:
    change(letter, status=LetterStatus.SENT, sent_at=timezone.now())
    assert "Tous les courriers sont partis" in desk.get(URL).content.decode()


def test_every_kind_of_letter_has_a_name() -> None:
    folder = Path(settings.BASE_DIR) / "templates/letters"
    assert {path.name for path in folder.iterdir() if path.is_dir()} <= set(LETTERS)
