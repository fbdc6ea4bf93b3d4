"""What the machine must bring for PDFs: found where it is, and missed where it is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import run_checks

PANGO, SUBSETTER = "libpango-1.0.so.0", "libharfbuzz-subset.so.0"
CHECK = ("manage.py", "check", "--deploy", "--tag", "pdf")
STARTING_WORKER = (
    "import django; django.setup(); import config.celery; "
    "from celery.signals import worker_ready; worker_ready.send(sender=None)"
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it hides them as Linux finds them")


@pytest.fixture
def hide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Have the programs started from here find a file that is no library in place of this one."""

    def hide(library: str) -> None:
        (tmp_path / library).touch()
        monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))

    return hide


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_where_the_suite_runs_they_are_there() -> None:
    assert run_checks(tags=["pdf"], include_deployment_checks=True) == []


@pytest.mark.parametrize(
    ("library", "code"), [(PANGO, "dossiers.E001"), (SUBSETTER, "dossiers.E002")]
)
def test_a_deployment_without_one_is_refused(library: str, code: str, hide) -> None:
    hide(library)
    check = run(sys.executable, *CHECK)
    assert check.returncode == 1
    assert code in check.stderr
    assert "apt-get install" in check.stderr
    assert not check.stdout


def test_the_site_starts_without_pango(hide) -> None:
    hide(PANGO)
    check = run(sys.executable, "manage.py", "check")
    assert check.returncode == 0, check.stderr


def test_the_worker_says_it_as_it_starts_and_works_on(hide) -> None:
    hide(SUBSETTER)
    start = run(sys.executable, "-c", STARTING_WORKER)
    assert start.returncode == 0, start.stderr
    assert "ERROR config.celery" in start.stderr
    assert "libharfbuzz-subset0" in start.stderr


@pytest.mark.parametrize("library", [PANGO, SUBSETTER])
def test_make_explains_what_it_cannot_install(library: str, hide) -> None:
    hide(library)
    asked = run("/bin/sh", "scripts/pdf-libraries.sh", sys.executable, PATH="")
    assert asked.returncode == 1
    assert "libharfbuzz-subset" in asked.stderr


def test_make_says_nothing_where_they_are() -> None:
    asked = run("/bin/sh", "scripts/pdf-libraries.sh", sys.executable, PATH="")
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "", "")
