import hashlib

import pyrage
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from apps.casework.missions.compile import compile
from apps.casework.missions.decline import decline
from apps.casework.tasks import render_dossiers
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit, Scan
from apps.journal.kinds import Kind
from tests.factories import (
    MONDAY_MORNING,
    PartnerFactory,
    PractitionerFactory,
    assigned,
    attached,
    declared_incident,
    handler,
    png,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(time_machine) -> None:
    time_machine.move_to(MONDAY_MORNING)


def status(response) -> int:
    body(response)  # reads a file to its end, which closes it
    return response.status_code


def body(response) -> bytes:
    return b"".join(response)


def test_an_exhibit_comes_back_byte_for_byte_as_a_download_that_cannot_run(sign_in) -> None:
    incident = declared_incident(exhibits=1)
    exhibit = incident.exhibits.get()
    response = sign_in(incident.practitioner.user).get(f"/fichiers/pieces/{exhibit.pk}/")
    assert hashlib.sha256(body(response)).hexdigest() == exhibit.sha256
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert incident.events.filter(kind=Kind.EXHIBIT_DOWNLOADED).exists()


def test_another_practitioner_s_exhibit_does_not_exist(sign_in) -> None:
    exhibit = declared_incident(exhibits=1).exhibits.get()
    client = sign_in(PractitionerFactory().user)
    assert client.get(f"/fichiers/pieces/{exhibit.pk}/").status_code == 404


def test_a_partner_downloads_what_is_entrusted_and_nothing_else(sign_in) -> None:
    assignment = assigned()
    entrusted = assignment.exhibits.get()
    kept = attached(assignment.incident, upload=png("autre.png", size=(70, 50)))
    client = sign_in(assignment.partner.members.get())
    assert status(client.get(f"/fichiers/pieces/{entrusted.pk}/")) == 200
    assert client.get(f"/fichiers/pieces/{kept.pk}/").status_code == 404


def test_a_dossier_downloads_the_same_bytes_each_time_and_each_time_is_written_down(
    sign_in,
) -> None:
    assignment = assigned(Partner.Kind.BAILIFF)
    dossier = compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    dossier.refresh_from_db()
    client = sign_in(assignment.partner.members.get())
    first = body(client.get(f"/fichiers/dossiers-pdf/{dossier.pk}/"))
    second = body(client.get(f"/fichiers/dossiers-pdf/{dossier.pk}/"))
    assert first == second
    assert hashlib.sha256(first).hexdigest() == dossier.sha256
    assert assignment.incident.events.filter(kind=Kind.DOSSIER_DOWNLOADED).count() == 2


def test_a_dossier_is_for_its_partner_while_the_mission_lasts(sign_in) -> None:
    assignment = assigned(Partner.Kind.BAILIFF)
    dossier = compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    url = f"/fichiers/dossiers-pdf/{dossier.pk}/"
    member = assignment.partner.members.get()
    for stranger in (PartnerFactory().members.get(), assignment.incident.practitioner.user):
        assert sign_in(stranger).get(url).status_code == 404
    assert status(sign_in(handler()).get(url)) == 200
    decline(assignment, reason="Conflit.", by=member, at=MONDAY_MORNING)
    assert sign_in(member).get(url).status_code == 404


def test_a_dossier_that_is_not_ready_does_not_exist_yet(sign_in) -> None:
    assignment = assigned(Partner.Kind.BAILIFF)
    dossier = compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    assert sign_in(handler()).get(f"/fichiers/dossiers-pdf/{dossier.pk}/").status_code == 404


def test_a_file_of_a_draft_is_its_author_s_alone(sign_in) -> None:
    exhibit = declared_incident(exhibits=1).exhibits.get()
    Exhibit.objects.filter(pk=exhibit.pk).update(incident=None, number=None)
    exhibit.declaration.incident = None
    exhibit.declaration.save()
    url = f"/fichiers/pieces/{exhibit.pk}/"
    assert status(sign_in(exhibit.uploaded_by).get(url)) == 200
    assert sign_in(handler()).get(url).status_code == 404


# --- Pictures -------------------------------------------------------------------------------------


def test_pictures_are_shown_in_place_once_made_and_do_not_exist_before(sign_in) -> None:
    incident = declared_incident(exhibits=1)
    exhibit = incident.exhibits.get()
    client = sign_in(incident.practitioner.user)
    urls = [reverse(f"files:{name}", args=[exhibit.pk]) for name in ("thumbnail", "copy")]
    for url in urls:
        assert client.get(url).status_code == 404
    name = default_storage.save("copies/00/picture.jpg", ContentFile(b"a picture"))
    Exhibit.objects.filter(pk=exhibit.pk).update(thumbnail=name, print_copy=name)
    for url in urls:
        response = client.get(url)
        assert body(response) == b"a picture"
        assert response.headers["Content-Type"] == "image/jpeg"
        assert response.headers["Content-Disposition"] == 'inline; filename="picture.jpg"'
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response.headers["Content-Security-Policy"]
    assert not incident.events.filter(kind=Kind.EXHIBIT_DOWNLOADED).exists()


def test_a_stranger_sees_no_picture(sign_in) -> None:
    exhibit = declared_incident(exhibits=1).exhibits.get()
    name = default_storage.save("copies/00/picture.jpg", ContentFile(b"a picture"))
    Exhibit.objects.filter(pk=exhibit.pk).update(thumbnail=name, print_copy=name)
    for stranger in (PractitionerFactory().user, PartnerFactory().members.get()):
        for picture in ("thumbnail", "copy"):
            url = reverse(f"files:{picture}", args=[exhibit.pk])
            assert sign_in(stranger).get(url).status_code == 404


# --- What is not given, or cannot be --------------------------------------------------------------


def test_what_is_withdrawn_stays_within_the_insurer(sign_in) -> None:
    assignment = assigned()
    exhibit = assignment.exhibits.get()
    Exhibit.objects.filter(pk=exhibit.pk).update(withdrawn_at=MONDAY_MORNING)
    url = f"/fichiers/pieces/{exhibit.pk}/"
    for outside in (assignment.incident.practitioner.user, assignment.partner.members.get()):
        assert sign_in(outside).get(url).status_code == 404
    assert status(sign_in(handler()).get(url)) == 200


def test_nobody_is_given_a_virus(sign_in) -> None:
    assignment = assigned()
    exhibit = assignment.exhibits.get()
    Exhibit.objects.filter(pk=exhibit.pk).update(scan=Scan.INFECTED)
    for somebody in (
        assignment.incident.practitioner.user,
        assignment.partner.members.get(),
        handler(),
    ):
        client = sign_in(somebody)
        for name in ("exhibit", "thumbnail", "copy"):
            assert client.get(reverse(f"files:{name}", args=[exhibit.pk])).status_code == 404


def test_with_an_antivirus_a_partner_gets_only_what_it_has_cleared(sign_in, settings) -> None:
    assignment = assigned()
    exhibit = assignment.exhibits.get()
    settings.CLAMD_URL = "tcp://127.0.0.1:3310"
    client = sign_in(assignment.partner.members.get())
    url = f"/fichiers/pieces/{exhibit.pk}/"
    Exhibit.objects.filter(pk=exhibit.pk).update(scan=Scan.PENDING)
    assert client.get(url).status_code == 404
    Exhibit.objects.filter(pk=exhibit.pk).update(scan=Scan.CLEAN)
    assert status(client.get(url)) == 200


def test_a_name_with_accents_is_kept_and_cannot_break_the_header(sign_in) -> None:
    incident = declared_incident(exhibits=1)
    exhibit = incident.exhibits.get()
    Exhibit.objects.filter(pk=exhibit.pk).update(name='reçu "d’été"\r\nX-Evil: 1.png')
    response = sign_in(incident.practitioner.user).get(f"/fichiers/pieces/{exhibit.pk}/")
    status(response)
    assert response.headers["Content-Disposition"].startswith(
        "attachment; filename*=utf-8''re%C3%A7u%20%22d%E2%80%99%C3%A9t%C3%A9%22%0D%0AX-Evil"
    )
    assert "X-Evil" not in response.headers


@pytest.mark.parametrize("trouble", ["missing", "another key", "cut"])
def test_a_file_that_cannot_be_read_is_an_honest_page_and_no_reading(
    sign_in, caplog, trouble: str
) -> None:
    incident = declared_incident(exhibits=1)
    exhibit = incident.exhibits.get()
    key = pyrage.x25519.Identity.generate()
    default_storage.delete(exhibit.original.name)
    if trouble != "missing":
        cipher = pyrage.encrypt(b"a proof", [key.to_public()])
        cipher = cipher[:-3] if trouble == "cut" else cipher
        default_storage.save(exhibit.original.name, ContentFile(cipher))
    response = sign_in(incident.practitioner.user).get(f"/fichiers/pieces/{exhibit.pk}/")
    page = response.content.decode()
    assert response.status_code == 503
    assert "ne peut pas être lu pour l’instant" in page
    assert exhibit.sha256 not in page
    assert f"/fichiers/pieces/{exhibit.pk}/" in caplog.text
    assert exhibit.name not in caplog.text
    assert not incident.events.filter(kind=Kind.EXHIBIT_DOWNLOADED).exists()


def test_the_health_page_answers_without_signing_in(client) -> None:
    assert client.get("/fichiers/sante/").content == b"ok"
