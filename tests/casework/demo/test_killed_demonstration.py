"""`make run` stopped in the middle of the demonstration, or started twice: nothing is lost, half
made or doubled."""

import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from apps.accounts.models import User
from apps.casework.demo.management.commands.seed_demo import STOPPED
from apps.casework.demo.models import Story
from apps.casework.demo.people import ACCOUNTS, COLLEAGUES, INSURED
from apps.casework.demo.stories import begin, live_piece, pieces
from apps.dossiers.models import Receipt
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration, Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event, broken_links
from apps.mailbox.models import Letter, LetterStatus
from apps.search.models import StaleFile
from tests.factories import MONDAY_MORNING
from tests.race import race

from .test_stories import CASE

pytestmark = pytest.mark.django_db(transaction=True)
FEW = (CASE["trois-jours-pour-agir"], CASE["message-a-lire"])
WAITING, LIVED, WHOLE = Story.State.WAITING, Story.State.LIVED, Story.State.WHOLE


@pytest.mark.parametrize(
    ("module", "function", "nth", "states"),
    [
        pytest.param("stories", "deliver_due", 1, [WAITING, LIVED], id="before its letters leave"),
        pytest.param("mornings", "remind", 5, [WAITING, WHOLE], id="in the second file"),
    ],
)
def test_killed_anywhere_it_is_finished_by_the_next_start(
    module: str, function: str, nth: int, states: list[Story.State]
) -> None:
    begin(now=MONDAY_MORNING, cases=FEW)
    assert ended_by(signal.SIGKILL, module, function, nth) == -signal.SIGKILL
    assert list(Story.objects.values_list("state", flat=True)) == states
    files = sum(state != WAITING for state in states)
    assert Incident.objects.count() == Declaration.objects.count() == files
    call_command("seed_demo")
    assert_whole()


def test_asked_to_stop_it_finishes_the_file_that_it_lives() -> None:
    begin(now=MONDAY_MORNING, cases=FEW)
    assert ended_by(signal.SIGTERM, "declared", "make_receipt", 1) == STOPPED
    assert list(Story.objects.values_list("state", flat=True)) == [WAITING, WHOLE]
    assert set(Letter.objects.values_list("status", flat=True)) == {LetterStatus.SENT}


def ended_by(which: signal.Signals, module: str, function: str, nth: int) -> int:
    """How `seed_demo` ends when this signal comes as it is about to call a function, again."""
    program = [sys.executable, "-m", "tests.casework.demo.dying_demonstration"]
    database = str(connection.settings_dict["NAME"])
    arguments = [database, which.name, module, function, str(nth)]
    return subprocess.run([*program, *arguments], cwd=settings.BASE_DIR, check=False).returncode


def assert_whole() -> None:
    """Two files, each declared once, under the reference kept for it, and all that follows."""
    assert not Story.objects.unfinished().exists()
    assert set(Incident.objects.values_list("reference", flat=True)) == set(
        Story.objects.values_list("reference", flat=True)
    )
    assert [broken_links(incident) for incident in Incident.objects.all()] == [[], []]
    assert Event.objects.filter(kind=Kind.INCIDENT_DECLARED).count() == len(FEW)
    assert Receipt.objects.ready().count() == Declaration.objects.count() == len(FEW)
    assert set(Letter.objects.values_list("status", flat=True)) == {LetterStatus.SENT}
    assert all(letter.sent_at <= MONDAY_MORNING for letter in Letter.objects.all())
    assert Exhibit.objects.exists()
    assert not Exhibit.objects.without_copies().exists()
    assert not StaleFile.objects.exists()


def test_two_who_live_the_same_file_at_once_live_it_once() -> None:
    begin(now=MONDAY_MORNING, cases=FEW)
    piece = pieces()[0]
    race(lambda: live_piece(piece), lambda: live_piece(piece))
    assert Story.objects.progress() == (1, 2)
    assert Event.objects.filter(kind=Kind.INCIDENT_DECLARED).count() == 1
    assert Incident.objects.count() == Declaration.objects.count() == 1


def test_two_who_begin_at_once_make_the_accounts_once() -> None:
    race(*[lambda: begin(now=MONDAY_MORNING, cases=FEW)] * 2)
    emails = {account.email for account in (*ACCOUNTS, *COLLEAGUES)} | {row[0] for row in INSURED}
    assert User.objects.count() == len(emails)
    assert Story.objects.count() == len(FEW)
