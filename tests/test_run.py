"""What `make run` says of data that it cannot serve."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.conf import settings


def test_tables_of_another_version_are_refused_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "vigie.sqlite3"
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE django_migrations (id, app, name, applied datetime)")
        database.executemany(
            "INSERT INTO django_migrations VALUES (?, 'incidents', ?, '2026-11-25 22:08:00')",
            [(1, "0001_initial"), (2, "0011_merges")],
        )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{file}",
        "VAR_DIR": str(tmp_path),
        "PORT": "0",  # whichever is free
    }
    run = subprocess.run(
        [sys.executable, settings.BASE_DIR / "scripts" / "run.py"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "« make reset »" in run.stderr
    assert "Traceback" not in run.stderr
