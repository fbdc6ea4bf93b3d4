"""Databases by name, on either engine: copied, renamed, dropped, and the one that Django is at."""

import shutil
from pathlib import Path

from django.db import connection, connections


def go_to(name: str) -> None:
    """From here on, in every thread, Django works on this database."""
    if connection.settings_dict["NAME"] != name:
        connections.close_all()
        connection.settings_dict["NAME"] = name


def create(name: str) -> None:
    """An empty one. SQLite makes its file when somebody connects."""
    if connection.vendor != "sqlite":
        _tell(f'CREATE DATABASE "{name}"')


def copy(source: str, target: str) -> None:
    """Make `target`, as `source` is now; nobody may be connected to `source`."""
    if connection.vendor == "sqlite":
        shutil.copy(source, target)
    else:
        _tell(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


def rename(source: str, target: str) -> None:
    if connection.vendor == "sqlite":
        Path(source).rename(target)
    else:
        _tell(f'ALTER DATABASE "{source}" RENAME TO "{target}"')


def drop(name: str) -> None:
    """Whoever is still connected is sent away. PostgreSQL writes all it holds to the disk first:
    a second, or several on a busy machine."""
    if connection.vendor == "sqlite":
        for file in Path(name).parent.glob(f"{Path(name).name}*"):
            file.unlink()
    else:
        _tell(f'DROP DATABASE "{name}" WITH (FORCE)')


def named_like(beginning: str) -> list[str]:
    """The databases whose name begins so."""
    if connection.vendor == "sqlite":
        files = Path(beginning).parent.glob(f"{Path(beginning).name}*")
        return sorted(str(file) for file in files if not file.name.endswith(("-wal", "-shm")))
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database ORDER BY datname")
        return [name for (name,) in cursor.fetchall() if name.startswith(beginning)]


def _tell(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
