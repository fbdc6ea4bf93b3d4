"""The tables are made once: each process of a run, and the next run, starts from a copy of them.

Their name says which migrations and which versions made them, so that a change of either makes them
again; `pytest --create-db` does too.
"""

import fcntl
import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key

from apps.journal.append_only import create_triggers, drop_triggers

from . import databases

OURS = re.compile(r"^(?:from|import) (apps\.[\w.]+)", re.MULTILINE)
# What `migrate` writes in the tables that it makes.
WRITTEN_BY_MIGRATE = {"auth_permission", "django_content_type", "django_migrations"}


class Places:
    """The databases of this run by their names, and the folder of what its processes share."""

    def __init__(self, config: pytest.Config) -> None:
        kept = Path(config.cache.mkdir("databases"))
        given = getattr(config, "workerinput", {"run": "", "workerid": "main"})
        self.number = given["run"] or self._first_free(kept)
        self.folder = kept / f"run_{self.number}"
        is_file = connection.vendor == "sqlite"
        self.base = str(kept / "test") if is_file else f"test_{connection.settings_dict['NAME']}"
        self.run = f"{self.base}_run_{self.number}_"
        self.home = f"{self.run}{given['workerid']}"
        self.spoilt: set[str] = set()

    def _first_free(self, kept: Path) -> str:
        """Two runs of the same folder at the same time do not know one another."""
        for number in count(1):
            self._mine = (kept / f"run_{number}.lock").open("w")
            try:
                fcntl.flock(self._mine, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            return str(number)
        raise AssertionError

    @cached_property
    def tables(self) -> str:
        """Empty tables, kept from one run to the next."""
        return f"{self.base}_tables_{_digest_of_migrations()}"

    @contextmanager
    def one_at_a_time(self, doing: str) -> Iterator[None]:
        """The processes of all runs do this one after the other."""
        self.folder.mkdir(exist_ok=True)
        with (self.folder.parent / f"{doing}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def clear(self) -> None:
        """The tables alone are kept between runs."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in databases.named_like(self.run):
            databases.drop(name)

    def clean_up(self) -> None:
        """After a test that commits: home is emptied, elsewhere is not come to again."""
        name = str(connection.settings_dict["NAME"])
        if name == self.home:
            empty()
        else:
            self.spoilt.add(name)


PLACES = pytest.StashKey[Places]()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """The processes of a run are told which it is."""
    node.workerinput["run"] = node.config.stash[PLACES].number


def pytest_configure(config: pytest.Config) -> None:
    config.stash[PLACES] = Places(config)


def pytest_sessionstart(session: pytest.Session) -> None:
    """What a run that was killed has left."""
    _clear(session.config)


def pytest_sessionfinish(session: pytest.Session) -> None:
    _clear(session.config)


def _clear(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        with config.stash[blocking_manager_key].unblock():
            config.stash[PLACES].clear()


@pytest.fixture(scope="session")
def places(pytestconfig: pytest.Config) -> Places:
    return pytestconfig.stash[PLACES]


@pytest.fixture(scope="session")
def django_db_setup(
    places: Places,
    pytestconfig: pytest.Config,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """In the place of pytest-django's, which migrates in each process of each run."""
    TransactionTestCase._fixture_teardown = lambda _case: places.clean_up()
    with django_db_blocker.unblock():
        with places.one_at_a_time("tables"):
            _make_tables(places, again=pytestconfig.getoption("create_db"))
            databases.copy(places.tables, places.home)
        # A thread of the live server that outlives its test keeps no connection to what it was in.
        connection.settings_dict["CONN_MAX_AGE"] = 0
        databases.go_to(places.home)
        # Django asks this of the database once: not while a test counts queries.
        assert connection.features.supports_json_field


def _make_tables(places: Places, *, again: bool) -> None:
    kept = databases.named_like(f"{places.base}_tables_")
    if places.tables in kept and not again:
        return
    for old in kept:
        databases.drop(old)
    unfinished = f"{places.base}_tables_unfinished"
    databases.create(unfinished)
    databases.go_to(unfinished)
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()
    databases.rename(unfinished, places.tables)


def _digest_of_migrations() -> str:
    """Changes with any migration, with what of ours they import, and with what is installed."""
    files = [settings.BASE_DIR / "requirements.txt"]
    for app in apps.get_app_configs():
        files += sorted(Path(app.path, "migrations").glob("*.py"))
    texts = [file.read_text() for file in files]
    ours = {module for text in texts[1:] for module in OURS.findall(text)}
    texts += [Path(find_spec(module).origin).read_text() for module in sorted(ours)]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def empty() -> None:
    """Delete all rows but those that the migrations wrote.

    In the place of Django's `flush`, which truncates every table, though a test fills few of them,
    and writes the permissions again. The triggers that keep the journal are away meanwhile.
    """
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    asked = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})"
        for table in sorted(set(tables) - WRITTEN_BY_MIGRATE)
    )
    with connection.schema_editor() as editor, connection.cursor() as cursor:  # a transaction
        cursor.execute(asked)
        filled = [table for (table,) in cursor.fetchall()]
        drop_triggers(None, editor)
        for table in filled:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        connection.check_constraints()  # deferred, they would keep the triggers away
        create_triggers(None, editor)
