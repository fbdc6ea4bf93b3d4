from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from apps.accounts.models import Role, User
from apps.mailbox.kinds import KINDS, LetterKind
from apps.mailbox.models import Letter
from apps.mailbox.post import post

from .sink import Sink

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FACTS = {"rung": 15, "act_by": "2026-12-08"}
TEMPLATES = Path(__file__).parent / "templates"


def at(**later: float) -> Callable[[], datetime]:
    """A clock stopped at NOW, or so much later: `at(minutes=5)`."""
    return lambda: NOW + timedelta(**later)


@pytest.fixture(autouse=True)
def trial_letters(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kinds of letter that only these tests write: `templates/letters/essai/`, and one whose
    templates are missing."""
    for kind in ("essai", "inconnu"):
        monkeypatch.setitem(KINDS, kind, LetterKind({Role.HANDLER}, set(FACTS)))
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], TEMPLATES]}]


@pytest.fixture
def handler() -> User:
    return User.objects.create(email="gestion@example.org", name="Léa", role=Role.HANDLER)


@pytest.fixture
def write_to() -> Callable[..., Letter]:
    """`write_to(user)` posts a trial letter, due at once, and gives its row."""

    def post_one(user: User, key: str = "essai-1", kind: str = "essai", **data: object) -> Letter:
        with transaction.atomic():
            post(kind, to=user, key=key, at=NOW, **FACTS | data)
        return Letter.objects.get(key=key)

    return post_one


@pytest.fixture
def sink(settings: Settings, tmp_path: Path) -> Iterator[Sink]:
    """The mail server that letters leave by. No log: it cannot be asked what it accepted."""
    with Sink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_TIMEOUT = 5
        yield server


@pytest.fixture
def log(settings: Settings, sink: Sink, tmp_path: Path) -> Path:
    """The mail server's log, which makes it one that can be asked."""
    sink.log = tmp_path / "mail.log"
    sink.log.touch()
    settings.MAIL_RELAY_LOG = str(sink.log)
    return sink.log
