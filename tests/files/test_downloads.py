import hashlib

import pytest

from apps.casework.compile import compile
from apps.casework.decline import decline
from apps.casework.tasks import render_dossiers
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.journal.kinds import Kind
from tests.factories import (
    MONDAY_MORNING,
    PartnerFactory,
    PractitionerFactory,
    assigned,
    attached,
    declared_incident,
    handler,
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
    entrusted, kept = assignment.exhibits.get(), attached(assignment.incident)
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


def test_the_health_page_answers_without_signing_in(client) -> None:
    assert client.get("/fichiers/sante/").content == b"ok"
