"""Which tests run on SQLite too: those of what an engine does its own way.

A module of the application speaks to its engine when it locks, writes SQL, asks who the engine is,
hears its errors, or calculates in a query. A test module runs on both engines when it is in a room
and imports such a module or bears its name, when it commits or starts processes itself, or when it
says so with `pytest.mark.engine`, as the journeys of `tests/browser` do. `test_engine.py` holds
that no module is forgotten.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
TESTS = ROOT / "tests"
SPEAKS = re.compile(
    r"""
    \.select_for_update\(|\.cursor\(|\.raw\(|RunSQL|RawSQL|on_commit|\bvendor\b|skip_locked
    | from\ django\.db\.models\.(functions|expressions|lookups)\b
    | from\ django\.contrib\.postgres
    | from\ django\.db\ import\ \(?[^)\n]*\b(connections?|\w*Error)\b
    | from\ django\.db\.models\ import\ \(?[\w\s,]*\b
      (Case|When|Subquery|OuterRef|Exists|Func|Window|Aggregate|Lookup)\b
    """,
    re.VERBOSE,
)
COMMITS = re.compile(
    r"transaction=True|transactional_db|\bthreading\b|concurrent\.futures|subprocess|file_queue|test_concurrency"
    r"|from django\.db import .*\bconnections?\b"
)
IMPORTED = re.compile(r"^from ((?:apps|config)[\w.]*) import (\w*)", re.MULTILINE)


@cache
def speakers() -> frozenset[str]:
    """The modules that speak to their engine, by their import paths."""
    files = (file for top in ("apps", "config") for file in (ROOT / top).rglob("*.py"))
    return frozenset(
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in files
        if "migrations" not in file.parts and SPEAKS.search(file.read_text())
    )


@cache
def heard_in(file: Path) -> frozenset[str]:
    """The speakers that this test module imports, or of which it bears the name."""
    name = file.stem.removeprefix("test_")
    found = IMPORTED.findall(file.read_text())
    imported = {module for module, _ in found} | {f"{module}.{name}" for module, name in found}
    return frozenset(
        speaker
        for speaker in speakers()
        if speaker in imported or speaker.rpartition(".")[2] == name
    )


@cache
def runs_on_both(file: Path) -> bool:
    text = file.read_text()
    if "mark.engine" in text:
        return True
    if "browser" in file.parts:  # a live server commits, whatever is looked at
        return False
    if COMMITS.search(text):
        return True
    # At the top lie the tests of all pages, or of all the code: they import verbs to have a world.
    return file.parent != TESTS and bool(heard_in(file))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "engine: runs on SQLite too (tests/suite/engine.py)")


@pytest.hookimpl(tryfirst=True)  # before `-m engine` chooses
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("markexpr"):
        for item in items:
            if runs_on_both(item.path):
                item.add_marker("engine")
