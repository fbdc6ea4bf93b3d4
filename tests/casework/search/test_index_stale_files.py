import threading
from datetime import datetime

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from apps.casework.correspondence.write_note import write_note
from apps.casework.search.index_stale_files import index_stale_files
from apps.casework.tasks import index_files
from apps.search.models import SearchEntry, StaleFile
from tests.factories import MONDAY_MORNING, declared_incident, handler


def clock() -> datetime:
    return MONDAY_MORNING


def test_what_has_changed_is_indexed_once(db: None) -> None:
    files = [declared_incident() for _ in range(3)]
    assert index_stale_files(clock=clock) == 3
    assert index_stale_files(clock=clock) == 0
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == {file.pk for file in files}


@pytest.mark.django_db(transaction=True)
def test_every_file_can_be_indexed_again(capsys: pytest.CaptureFixture) -> None:
    declared_incident()
    index_files()
    SearchEntry.objects.update(text="perdu")
    call_command("reindex")
    assert "1 dossiers à indexer" in capsys.readouterr().out
    index_files()
    assert "perdu" not in SearchEntry.objects.get().text


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_not_committed_yet_is_not_forgotten() -> None:
    """The worker waits for the verb, then reads what it has written."""
    if connection.vendor != "postgresql":
        pytest.skip("the embedded database writes one transaction at a time")
    sofia, incident = handler(), declared_incident()
    worker = threading.Thread(target=_index_elsewhere)
    with transaction.atomic():
        write_note(incident, body="canarinote", by=sofia, at=MONDAY_MORNING)
        worker.start()
        worker.join(timeout=0.3)
        assert worker.is_alive()
    worker.join(timeout=10)
    index_stale_files(clock=clock)
    assert "canarinote" in SearchEntry.objects.get().text
    assert not StaleFile.objects.exists()


def _index_elsewhere() -> None:
    try:
        index_stale_files(clock=clock)
    finally:
        connection.close()
