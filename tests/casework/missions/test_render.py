import hashlib

import pytest
from django.core.files.base import ContentFile

from apps.casework.missions.compile import compile
from apps.casework.missions.render import render
from apps.casework.tasks import render_dossiers
from apps.directory.models import Partner
from apps.dossiers.models import MAX_ATTEMPTS, Dossier
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import make_copies
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier() -> Dossier:
    assignment = assigned(Partner.Kind.LAWYER)
    return compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)


def test_the_pdf_is_stored_with_its_hash_and_the_partner_is_told_once(dossier: Dossier) -> None:
    render_dossiers()
    render_dossiers()
    dossier.refresh_from_db()
    assert dossier.state == Dossier.State.READY
    with dossier.file.open() as file:
        content = file.read()
    assert content.startswith(b"%PDF-")
    assert hashlib.sha256(content).hexdigest() == dossier.sha256
    assert Letter.objects.filter(kind="dossier_ready").count() == 1


def test_a_dossier_that_is_ready_keeps_its_bytes(dossier: Dossier) -> None:
    ready = render(dossier, at=MONDAY_MORNING)
    name, sha256 = ready.file.name, ready.sha256
    again = render(ready, at=MONDAY_MORNING)
    assert (again.file.name, again.sha256) == (name, sha256)


def test_a_picture_that_cannot_be_printed_fails_the_dossier_and_the_others_go_on(
    dossier: Dossier,
) -> None:
    exhibit = Exhibit.objects.get(incident=dossier.incident)
    make_copies(exhibit)
    exhibit.print_copy.storage.delete(exhibit.print_copy.name)
    exhibit.print_copy.save("broken.jpg", ContentFile(b"not a picture"))
    other = assigned()
    healthy = compile(other, by=other.assigned_by, at=MONDAY_MORNING)
    for _ in range(MAX_ATTEMPTS + 1):
        render_dossiers()
    dossier.refresh_from_db()
    healthy.refresh_from_db()
    assert (dossier.state, healthy.state) == (Dossier.State.FAILED, Dossier.State.READY)


def test_a_worker_killed_while_rendering_leaves_the_dossier_to_the_next_sweep(
    dossier: Dossier,
) -> None:
    Dossier.objects.filter(pk=dossier.pk).update(attempts=1)
    render_dossiers()
    dossier.refresh_from_db()
    assert dossier.state == Dossier.State.READY
