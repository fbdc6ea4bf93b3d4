import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration
from apps.portal.steps import DeclarationStep
from tests.factories import PractitionerFactory, declared_incident, png
from tests.portal.typed import draft_at, page_of

SCRIPT = b"<script>alert(1)</script>"


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    return draft_at(surgeon, DeclarationStep.EXHIBITS)


@pytest.fixture
def page_url(declaration: Declaration) -> str:
    return page_of(declaration, "declare_exhibits")


def remove(declaration: Declaration, exhibit: Exhibit) -> str:
    return page_of(declaration, "remove_exhibit", exhibit.pk)


def test_files_are_listed_with_their_size_and_their_hash(
    phone: Client, declaration: Declaration, page_url: str
) -> None:
    files = [png("une.png"), png("deux.png", size=(70, 40))]
    assert phone.post(page_url, {"kind": "capture", "files": files, "add": ""}).url == page_url
    page = phone.get(page_url).text
    for exhibit in declaration.exhibits.all():
        assert exhibit.name in page
        assert exhibit.sha256 in page
        assert reverse("files:exhibit", args=[exhibit.pk]) in page
    assert declaration.exhibits.count() == 2


def test_a_refused_file_has_its_sentence_and_the_others_are_kept(
    phone: Client, declaration: Declaration, page_url: str
) -> None:
    files = [png("une.png"), SimpleUploadedFile("avis.png", SCRIPT), png("deux.png", size=(70, 40))]
    response = phone.post(page_url, {"kind": "capture", "files": files})
    assert response.status_code == 200
    page = html.unescape(response.text)
    assert page.count("Le fichier «\u00a0avis.png\u00a0»") == 2
    assert [exhibit.name for exhibit in declaration.exhibits.order_by("pk")] == [
        "une.png",
        "deux.png",
    ]
    declaration.refresh_from_db()
    assert "exhibits" not in declaration.answers, "the page is not left"


def test_files_chosen_just_before_going_on_are_kept(
    phone: Client, declaration: Declaration, page_url: str
) -> None:
    response = phone.post(page_url, {"kind": "bailiff_report", "files": [png()]})
    assert response.url == page_of(declaration, "declare_context")
    assert declaration.exhibits.get().kind == Exhibit.Kind.BAILIFF_REPORT


def test_one_may_go_on_without_any_file(
    phone: Client, declaration: Declaration, page_url: str
) -> None:
    response = phone.post(page_url, {"kind": "capture"})
    assert response.url == page_of(declaration, "declare_context")


def test_adding_nothing_says_so(phone: Client, declaration: Declaration, page_url: str) -> None:
    page = phone.post(page_url, {"kind": "capture", "add": ""}).text
    assert "Choisissez au moins un fichier" in page


def test_a_file_is_taken_back(phone: Client, declaration: Declaration, page_url: str) -> None:
    phone.post(page_url, {"kind": "capture", "files": [png()], "add": ""})
    exhibit = declaration.exhibits.get()
    assert phone.get(remove(declaration, exhibit)).status_code == 405
    assert phone.post(remove(declaration, exhibit)).url == page_url
    assert not declaration.exhibits.exists()


def test_what_was_sent_and_what_others_sent_cannot_be_removed(
    phone: Client, surgeon: Practitioner
) -> None:
    exhibits = [
        declared_incident(owner, exhibits=1).exhibits.get()
        for owner in (surgeon, PractitionerFactory())
    ]
    declaration = draft_at(surgeon, DeclarationStep.EXHIBITS)
    for exhibit in exhibits:
        assert phone.post(remove(declaration, exhibit)).status_code == 404
    assert Exhibit.objects.count() == 2
