import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from tests.factories import declared_review, ended, png, qualified_incident


@pytest.fixture
def incident(surgeon: Practitioner) -> Incident:
    reviews = [declared_review(), declared_review(words="Un incapable.")]
    return qualified_incident(practitioner=surgeon, reviews=reviews, exhibits=2)


def page(incident: Incident, name: str = "exhibits", *arguments: int) -> str:
    return reverse(f"portal:{name}", args=[incident.reference, *arguments])


def read(phone: Client, incident: Incident) -> str:
    return html.unescape(phone.get(page(incident)).text)


def test_one_file_too_many_does_not_hold_the_others_back(phone: Client, incident: Incident) -> None:
    files = [png("une.png", size=(90, 40)), SimpleUploadedFile("x.png", b"<script>"), png("d.png")]
    answer = phone.post(page(incident), {"kind": "capture", "files": files})
    assert answer.status_code == 200
    assert "«\u00a0x.png\u00a0»" in html.unescape(answer.text)
    assert "une.png" in read(phone, incident)


def test_a_practitioner_adds_what_was_found_later(phone: Client, incident: Incident) -> None:
    answer = phone.post(page(incident), {"kind": "bailiff_report", "files": [png(size=(99, 40))]})
    assert answer.url == page(incident)
    assert incident.exhibits.get(number=3).kind == Exhibit.Kind.BAILIFF_REPORT


def test_the_page_counts_the_contents_that_are_proved(phone: Client, incident: Incident) -> None:
    incident.exhibits.get(number=1).reviews.clear()
    review = incident.reviews.get(number=2)
    assert (
        phone.post(page(incident, "link_exhibit", 1), {"reviews": [review.pk]}).status_code == 302
    )
    shown = read(phone, incident)
    assert "1 contenu sur 2 prouvé." in shown
    assert "Sans preuve\u00a0: contenu n°\u00a01." in shown


def test_a_replaced_exhibit_is_still_there(phone: Client, incident: Incident) -> None:
    url = page(incident, "replace_exhibit", 1)
    assert "Choisissez le nouveau fichier." in phone.post(url, {}).text
    assert phone.post(url, {"file": png(size=(99, 40))}).status_code == 302
    assert "remplacée par la pièce n°\u00a03" in read(phone, incident)
    assert phone.get(url).status_code == 404


def test_a_withdrawn_exhibit_keeps_its_number(phone: Client, incident: Incident) -> None:
    url = page(incident, "withdraw_exhibit", 2)
    assert "Dites pourquoi" in phone.post(url, {}).text
    assert phone.post(url, {"reason": "duplicate"}).status_code == 302
    assert "retirée" in read(phone, incident)
    withdrawn = reverse("files:exhibit", args=[incident.exhibits.get(number=2).pk])
    assert withdrawn not in read(phone, incident), "it is no longer theirs to fetch"
    assert [exhibit.number for exhibit in incident.exhibits.all()] == [1, 2]


def test_a_closed_file_is_read_and_no_longer_written(phone: Client, incident: Incident) -> None:
    ended(incident)
    assert "Ajouter des fichiers" not in read(phone, incident)
    assert phone.get(page(incident, "replace_exhibit", 1)).status_code == 404
    late = phone.post(page(incident), {"kind": "capture", "files": [png(size=(99, 40))]})
    assert "est terminé" in late.text
