"""What every test lives under: no undefined template variable, a broker that rings nowhere, files
in a folder that goes away. How the suite stays quick is in `tests/suite`."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from celery import current_app
from django.conf import settings
from django.core.cache import caches
from django.test import Client

from apps.accounts.models import User

# Properties are judged by their answers, not by how busy the machine is.
hypothesis.settings.register_profile("ours", deadline=None, database=None)
hypothesis.settings.load_profile("ours")

SUITE = ("tables", "worlds", "unordered", "engine", "budget")
pytest_plugins = [f"tests.suite.{name}" for name in SUITE]


class UndefinedVariable(str):
    """What Django prints for a name that a template uses and nobody defined."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return item == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"undefined template variable: {name}")


def pytest_addoption(parser: pytest.Parser) -> None:
    photograph = "keep a picture of each page that the browser sees, in tests/browser/screenshots"
    parser.addoption("--photograph", action="store_true", help=photograph)


def pytest_collection_finish() -> None:
    """What is imported stays: the collector of garbage does not go through it again."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    shutil.rmtree(settings.VAR_DIR, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def undefined_template_variables_fail() -> None:
    for engine in settings.TEMPLATES:
        engine["OPTIONS"]["string_if_invalid"] = UndefinedVariable("%s")


@pytest.fixture(autouse=True)
def clean_slate() -> Iterator[None]:
    caches["presence"].clear()
    yield
    shutil.rmtree(Path(settings.VAR_DIR) / "files", ignore_errors=True)


@pytest.fixture(autouse=True)
def no_bell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests call the tasks themselves: ringing the worker does nothing."""
    monkeypatch.setattr(current_app, "send_task", lambda *args, **kwargs: None)


@pytest.fixture
def sign_in(client: Client):
    """`sign_in(user)` gives the client signed in as that user."""

    def as_user(user: User) -> Client:
        client.force_login(user)
        return client

    return as_user
