import pytest

from apps.casework.exhibits.cancel_upload import cancel_upload
from apps.casework.exhibits.finish_upload import finish_upload
from apps.exhibits.models import Exhibit, Upload
from apps.exhibits.part_file import part_file
from tests.factories import MONDAY_MORNING, PractitionerFactory, png, started_declaration

from .uploads import arrived

pytestmark = pytest.mark.django_db


def test_an_upload_given_up_leaves_nothing(django_capture_on_commit_callbacks) -> None:
    upload = arrived(started_declaration(PractitionerFactory()), png().read())
    with django_capture_on_commit_callbacks(execute=True):
        cancel_upload(upload)
    assert not Upload.objects.exists()
    assert not part_file(upload.key).exists()


def test_an_upload_that_has_given_its_exhibit_stays() -> None:
    upload = arrived(started_declaration(PractitionerFactory()), png().read())
    exhibit = finish_upload(upload, at=MONDAY_MORNING)
    cancel_upload(upload)
    assert Exhibit.objects.get() == exhibit
    assert Upload.objects.exists()
