from datetime import timedelta

import pytest

from apps.casework.exhibits.purge_uploads import purge_uploads
from apps.exhibits.models import Upload
from apps.exhibits.part_file import part_file
from tests.factories import MONDAY_MORNING, PractitionerFactory, started_declaration

from .uploads import arrived

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("hours", "left"), [(47, True), (48, False)])
def test_an_upload_waits_for_two_days(
    hours: int, left: bool, django_capture_on_commit_callbacks
) -> None:
    upload = arrived(started_declaration(PractitionerFactory()), b"0123456789")
    with django_capture_on_commit_callbacks(execute=True):
        purge_uploads(at=MONDAY_MORNING + timedelta(hours=hours))
    assert Upload.objects.exists() is left
    assert part_file(upload.key).exists() is left
