from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from apps.casework.exhibits.detach import detach
from apps.casework.exhibits.prune_orphans import orphans, prune_orphans
from apps.casework.tasks import prepare_exhibits
from apps.exhibits.models import Exhibit
from tests.factories import MONDAY_MORNING, declared_incident

pytestmark = pytest.mark.django_db
ORPHAN = "originals/00/orphan"


@pytest.fixture
def exhibit() -> Exhibit:
    """An exhibit with its copy, and beside them a file of which no row speaks."""
    exhibit = declared_incident(exhibits=1).exhibits.get()
    prepare_exhibits()
    default_storage.save(ORPHAN, ContentFile(b"orphan"))
    return exhibit


def test_an_empty_store_has_no_orphans() -> None:
    assert list(orphans()) == []


def test_originals_and_copies_that_a_row_names_are_no_orphans(exhibit: Exhibit) -> None:
    assert list(orphans()) == [ORPHAN]


def test_a_draft_s_file_that_was_taken_back_becomes_one(exhibit: Exhibit) -> None:
    Exhibit.objects.filter(pk=exhibit.pk).update(incident=None, number=None)
    exhibit.refresh_from_db()
    detach(exhibit)
    assert exhibit.original.name in set(orphans())


def test_only_orphans_older_than_the_limit_are_removed(exhibit: Exhibit) -> None:
    now = timezone.now()
    assert prune_orphans(before=now - timedelta(days=1)) == []
    assert prune_orphans(before=now + timedelta(days=1)) == [ORPHAN]
    assert default_storage.exists(exhibit.original.name)
    assert not default_storage.exists(ORPHAN)


def test_the_command_lists_orphans_and_prunes_them_when_they_are_old(
    exhibit: Exhibit, time_machine
) -> None:
    said = StringIO()
    call_command("verify_exhibits", stdout=said)
    assert f"orphan: {ORPHAN}" in said.getvalue()
    time_machine.move_to(MONDAY_MORNING + timedelta(days=3660))
    call_command("verify_exhibits", prune_orphans=30, stdout=said)
    assert f"pruned: {ORPHAN}" in said.getvalue()
    assert list(orphans()) == []


def test_the_command_refuses_to_prune_what_was_just_written(exhibit: Exhibit) -> None:
    with pytest.raises(CommandError, match="at least a day"):
        call_command("verify_exhibits", prune_orphans=0)
    assert default_storage.exists(ORPHAN)
