import hashlib

import pytest

from apps.casework.declarations.declare import Circumstances, declare
from apps.casework.exhibits.finish_upload import finish_upload
from apps.exhibits.models import Exhibit, Upload
from apps.exhibits.part_file import part_file
from apps.exhibits.refusals import RefusedFile
from apps.incidents.circumstances import PracticeMode
from apps.incidents.models import Declaration
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    declared_review,
    png,
    started_declaration,
)

from .uploads import arrived

pytestmark = pytest.mark.django_db


@pytest.fixture
def declaration() -> Declaration:
    return started_declaration(PractitionerFactory())


def test_a_file_that_has_arrived_becomes_an_exhibit(declaration: Declaration) -> None:
    content = png().read()
    upload = arrived(declaration, content)
    exhibit = finish_upload(upload, at=MONDAY_MORNING)
    assert exhibit.sha256 == hashlib.sha256(content).hexdigest()
    assert declaration.exhibits.get() == exhibit
    assert not part_file(upload.key).exists()


def test_asked_again_it_gives_the_same_exhibit(declaration: Declaration) -> None:
    upload = arrived(declaration, png().read())
    first = finish_upload(upload, at=MONDAY_MORNING)
    assert finish_upload(upload, at=MONDAY_MORNING) == first
    assert Exhibit.objects.count() == 1


def test_the_same_file_from_two_tabs_is_one_exhibit(declaration: Declaration) -> None:
    tabs = [arrived(declaration, png().read()) for _ in range(2)]
    one, two = (finish_upload(tab, at=MONDAY_MORNING) for tab in tabs)
    assert one == two


def test_a_refused_file_is_forgotten_with_its_bytes(declaration: Declaration) -> None:
    upload = arrived(declaration, b"<script>alert(1)</script>", name="avis.png")
    with pytest.raises(RefusedFile, match=r"avis\.png"):
        finish_upload(upload, at=MONDAY_MORNING)
    assert not Upload.objects.exists()
    assert not part_file(upload.key).exists()


def test_a_draft_sent_meanwhile_takes_the_file_along(declaration: Declaration) -> None:
    upload = arrived(declaration, png().read())
    incident = declare(
        declaration,
        circumstances=Circumstances(practice_mode=PracticeMode.HOSPITAL),
        reviews=[declared_review()],
        by=declaration.practitioner.user,
        at=MONDAY_MORNING,
    )
    exhibit = finish_upload(upload, at=MONDAY_MORNING)
    assert (exhibit.incident, exhibit.number) == (incident, 1)
    assert list(exhibit.reviews.all()) == list(incident.reviews.all())
