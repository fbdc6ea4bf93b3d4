"""Worlds that many tests look at: each is lived once a run, and copied for those who ask for it.

    @in_world(busy_mission)
    def test_something(db, world): ...

`busy_mission` is lived by the first process that comes to it, in a database of its own; what it
returns is `world`, anew for each test. Tests that roll back share one copy in each process; after
a test that commits, the next one gets another copy.
"""

import pickle
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections, transaction
from factory.base import BaseFactory
from pytest_django.plugin import DjangoDbBlocker

from tests import factories

from . import databases
from .tables import Places

FIRST_IN_A_WORLD = 500  # nobody there bears the name of somebody whom a test makes


class Worlds:
    """Those of which this process has a copy."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.copies: dict[str, str] = {}

    def enter(self, live: Callable[[], object]) -> object:
        """Go there, with its files. Returns what living it gave."""
        name = live.__name__
        kept = self.places.folder / name
        copy = self.copies.get(name)
        if copy is None or copy in self.places.spoilt:
            copy = f"{self.places.home}_{name}_{len(self.places.spoilt)}"
            with self.places.one_at_a_time(name):
                if not kept.exists():
                    self._live(live, kept)
                databases.copy(self._master(name), copy)
            self.copies[name] = copy
        databases.go_to(copy)
        shutil.copytree(kept / "files", _files(), dirs_exist_ok=True)
        return pickle.loads((kept / "value").read_bytes())

    def _live(self, live: Callable[[], object], kept: Path) -> None:
        master = self._master(live.__name__)
        databases.copy(self.places.tables, master)
        databases.go_to(master)
        count_from(FIRST_IN_A_WORLD)
        with transaction.atomic():  # one commit, and not that of each verb
            value = pickle.dumps(live())
        count_from(0)
        connections.close_all()
        _files().mkdir(exist_ok=True)
        shutil.copytree(_files(), kept / "files")
        (kept / "value").write_bytes(value)

    def _master(self, name: str) -> str:
        return f"{self.places.run}{name}"


def in_world(live: Callable[[], object] | None) -> pytest.MarkDecorator:
    """The marker of a test, or of a module, that looks at what this function lives."""
    return pytest.mark.world.with_args(live)


def count_from(number: int) -> None:
    """The number of the next person, and of the next of anything else, that the factories make."""
    for made in vars(factories).values():
        if isinstance(made, type) and issubclass(made, BaseFactory) and made._meta.model:
            made.reset_sequence(number, force=True)


def _files() -> Path:
    return Path(settings.VAR_DIR) / "files"


@pytest.fixture(scope="session")
def worlds(places: Places) -> Worlds:
    return Worlds(places)


@pytest.fixture
def world(request: pytest.FixtureRequest, no_bell: None) -> Iterator[object]:
    """The world that the test asks for with its marker. `usefixtures` in pyproject.toml puts this
    before all others: a transaction begins in the database where it is to end."""
    count_from(0)
    marker = request.node.get_closest_marker("world")
    live = marker.args[0] if marker else None
    if live is None:
        yield None
        return
    request.getfixturevalue("django_db_setup")
    blocker: DjangoDbBlocker = request.getfixturevalue("django_db_blocker")
    worlds: Worlds = request.getfixturevalue("worlds")
    with blocker.unblock():
        value = worlds.enter(live)
    yield value
    databases.go_to(worlds.places.home)
