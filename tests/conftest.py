"""What every test lives under: no undefined template variable, an append-only journal that can
still be flushed, a broker that rings nowhere, files in a folder that goes away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from celery import current_app
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client, TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

from apps.accounts.models import User
from apps.journal.append_only import create_triggers, drop_triggers


class UndefinedVariable(str):
    """What Django prints for a name that a template uses and nobody defined."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return item == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"undefined template variable: {name}")


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


@pytest.fixture(scope="session", autouse=True)
def journal_can_be_flushed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Tests that commit are cleaned by emptying every table, which the triggers refuse."""
    flush = TransactionTestCase._fixture_teardown

    def flush_without_triggers(case: TransactionTestCase) -> None:
        with connection.schema_editor() as editor:
            drop_triggers(None, editor)
        flush(case)
        with connection.schema_editor() as editor:
            create_triggers(None, editor)

    TransactionTestCase._fixture_teardown = flush_without_triggers


@pytest.fixture
def sign_in(client: Client):
    """`sign_in(user)` gives the client signed in as that user."""

    def as_user(user: User) -> Client:
        client.force_login(user)
        return client

    return as_user
