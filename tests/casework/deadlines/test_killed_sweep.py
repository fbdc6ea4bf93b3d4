"""The sweep killed with SIGKILL in the middle: the next one tells what is left, each rung once."""

import signal
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from apps.casework.deadlines.remind import remind
from apps.deadlines.models import Reminder
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, declared_review, taken_incident

pytestmark = pytest.mark.django_db(transaction=True)
DEADLINES = 5


@pytest.mark.parametrize("insertion", [1, 2, 3, 4])
def test_a_sweep_killed_anywhere_loses_and_doubles_nothing(insertion: int) -> None:
    window = Window.on_day(date(2026, 9, 10))
    taken_incident(reviews=[declared_review(window=window) for _ in range(DEADLINES)])
    died = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.casework.deadlines.dying_sweep",
            str(connection.settings_dict["NAME"]),
            str(insertion),
            MONDAY_MORNING.isoformat(),
        ],
        cwd=settings.BASE_DIR,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL
    told_before = Letter.objects.filter(kind="deadline_reminder").count()
    assert told_before == Reminder.objects.count() == 2 * ((insertion - 1) // 2)
    assert remind(at=MONDAY_MORNING) == DEADLINES - told_before
    assert Letter.objects.filter(kind="deadline_reminder").count() == DEADLINES
