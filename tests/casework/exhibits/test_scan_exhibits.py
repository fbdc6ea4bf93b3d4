"""The antivirus is a real ClamAV daemon, with two signatures of our own instead of its feed."""

import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from apps.casework.access import exhibits_for
from apps.casework.correspondence.write_note import write_note
from apps.casework.exhibits.scan_exhibits import scan_exhibits
from apps.casework.missions.assign import NotAllowed
from apps.casework.tasks import scan_exhibits as scan_task
from apps.exhibits.antivirus import CannotScan, finds_virus
from apps.exhibits.models import Exhibit, Scan
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from tests.exhibits.corpus import EICAR, chunk, picture, png_with
from tests.factories import (
    MONDAY_MORNING,
    assigned,
    attached,
    declared_incident,
    qualified_incident,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
MARK = b"vigie-canary-virus-0123456789"
CLAMD = "/usr/sbin/clamd"


@pytest.fixture(scope="module")
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the daemon, listening on a socket of this machine."""
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "own.ndb").write_text(
        f"Eicar-Test:0:*:{EICAR.hex()}\nVigie-Canary:0:*:{MARK.hex()}\n"
    )
    place = folder / "s"
    (folder / "clamd.conf").write_text(
        f"DatabaseDirectory {folder}\nLocalSocket {place}\nForeground yes\nMaxThreads 2\n"
        "StreamMaxLength 210M\nMaxFileSize 210M\nMaxScanSize 400M\nAlertExceedsMax yes\n"
        "ConcurrentDatabaseReload no\n"
    )
    process = subprocess.Popen(
        [CLAMD, "-c", str(folder / "clamd.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 30
    while not place.exists():
        assert process.poll() is None, "clamd has stopped"
        assert time.monotonic() < until, "clamd does not listen"
        time.sleep(0.1)
    yield f"unix://{place}"
    process.terminate()
    process.wait()


@pytest.fixture
def scanner(clamd: str, settings) -> str:
    settings.CLAMD_URL = clamd
    return clamd


@pytest.fixture
def silent(settings) -> Iterator[None]:
    """A server that takes the call and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        settings.CLAMD_TIMEOUT = 0.3
        yield


def infected() -> SimpleUploadedFile:
    """A good picture for everybody but the daemon."""
    return SimpleUploadedFile("canari.png", png_with(chunk(b"tEXt", b"Comment\0" + MARK)))


def clean() -> SimpleUploadedFile:
    return SimpleUploadedFile("capture.png", picture())


def scans(incident: Incident) -> list[str]:
    return [exhibit.scan for exhibit in incident.exhibits.order_by("number")]


def test_without_an_antivirus_an_exhibit_is_visibly_not_scanned() -> None:
    exhibit = attached(declared_incident(), upload=clean())
    assert scan_exhibits(at=MONDAY_MORNING) == 0
    exhibit.refresh_from_db()
    assert exhibit.get_scan_display() == "non analysé"
    assert exhibit.scanned_at is None


def test_each_exhibit_waits_and_is_then_what_the_antivirus_says(scanner: str) -> None:
    incident = declared_incident()
    attached(incident, upload=clean())
    attached(incident, upload=infected())
    assert scans(incident) == ["pending", "pending"]
    assert scan_exhibits(at=MONDAY_MORNING) == 2
    assert scans(incident) == ["clean", "infected"]
    assert all(exhibit.scanned_at == MONDAY_MORNING for exhibit in incident.exhibits.all())
    assert scan_exhibits(at=MONDAY_MORNING + timedelta(minutes=1)) == 0


def test_what_came_before_the_antivirus_is_read_too(clamd: str, settings) -> None:
    incident = declared_incident()
    attached(incident, upload=clean())
    settings.CLAMD_URL = clamd
    scan_task()
    assert scans(incident) == ["clean"]


def test_the_daemon_knows_the_test_virus(scanner: str, tmp_path: Path) -> None:
    path = tmp_path / "eicar"
    path.write_bytes(EICAR)
    with path.open("rb") as file:
        assert finds_virus(file)


def test_nobody_downloads_a_virus_and_its_handler_is_told_once(
    scanner: str, client: Client
) -> None:
    incident = qualified_incident()
    exhibit = attached(incident, upload=infected())
    scan_exhibits(at=MONDAY_MORNING)
    scan_exhibits(at=MONDAY_MORNING + timedelta(minutes=1))
    letter = Letter.objects.get(kind="exhibit_infected")
    assert letter.recipient == incident.handler
    assert letter.data == {"exhibit": exhibit.pk, "number": exhibit.number}
    for person in (incident.handler, incident.practitioner.user):
        client.force_login(person)
        address = reverse("files:exhibit", args=[exhibit.pk])
        assert client.get(address).status_code == 404
        assert exhibit in exhibits_for(person, today=TODAY)


def test_what_came_with_an_internal_note_is_read_too(scanner: str, client: Client) -> None:
    incident = qualified_incident()
    note = write_note(
        incident,
        body="Reçu par la poste.",
        uploads=[clean(), infected()],
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    assert scan_exhibits(at=MONDAY_MORNING) == 2
    sound, virus = note.files.order_by("scan")
    client.force_login(incident.handler)
    assert b"".join(client.get(reverse("files:note_file", args=[sound.pk])))
    assert client.get(reverse("files:note_file", args=[virus.pk])).status_code == 404
    page = client.get(reverse("desk:write_note", args=[incident.reference])).content.decode()
    assert "virus trouvé" in page


def test_a_daemon_that_is_away_leaves_the_exhibit_waiting_without_its_name(
    settings, tmp_path: Path, caplog
) -> None:
    settings.CLAMD_URL = f"unix://{tmp_path}/nobody"
    incident = declared_incident()
    attached(incident, upload=clean())
    assert scan_exhibits(at=MONDAY_MORNING) == 0
    assert scans(incident) == ["pending"]
    [line] = [line for line in caplog.messages if "antivirus" in line]
    assert "capture.png" not in line


def test_a_daemon_that_never_answers_does_not_hold_a_round_for_long(silent: None) -> None:
    incident = declared_incident()
    for width in range(60, 66):
        upload = SimpleUploadedFile("a.png", picture(size=(width, 40)))
        attached(incident, upload=upload)
    began = time.monotonic()
    assert scan_exhibits(at=MONDAY_MORNING) == 0
    assert time.monotonic() - began < 5
    assert set(scans(incident)) == {"pending"}


def test_a_file_that_the_daemon_does_not_read_to_its_end_is_not_called_a_virus(
    scanner: str, tmp_path: Path
) -> None:
    path = tmp_path / "heavy"
    with path.open("wb") as file:
        file.truncate(220 * 1024**2)
    with path.open("rb") as file, pytest.raises(CannotScan):
        finds_virus(file)


def test_a_partner_is_entrusted_with_nothing_that_is_not_clean(scanner: str) -> None:
    incident = qualified_incident()
    attached(incident, upload=clean())
    with pytest.raises(NotAllowed, match="antivirus"):
        assigned("technical", incident=incident)
    scan_exhibits(at=MONDAY_MORNING)
    mission = assigned("technical", incident=incident)
    member = mission.partner.members.get()
    assert exhibits_for(member, today=TODAY).count() == 1
    Exhibit.objects.update(scan=Scan.PENDING)
    assert not exhibits_for(member, today=TODAY).exists()
