"""Posting: with its facts or not at all, once per key, whatever becomes of the broker."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from celery import Celery
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from apps.accounts.models import User
from apps.mailbox.deliver import deliver_due
from apps.mailbox.models import Letter
from apps.mailbox.post import NoTransaction, NotThatLetter, post
from tests.race import race

from .conftest import FACTS, NOW, at
from .sink import Sink

# A broker in a folder of these tests' own, and on Redis too when the suite runs with it.
BROKERS = ["filesystem://"]
if settings.CELERY_BROKER_URL.startswith("redis"):
    BROKERS.append(settings.CELERY_BROKER_URL)
NOBODY_LISTENS = "redis://127.0.0.1:1/0"


@pytest.fixture
def use_broker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Celery]:
    def use(url: str) -> Celery:
        queue = {name: str(tmp_path) for name in ("data_folder_in", "data_folder_out")}
        queue["control_folder"] = str(tmp_path / "control")
        options = queue if url == "filesystem://" else {}
        monkeypatch.delenv("CELERY_BROKER_URL", raising=False)  # Celery prefers it to `broker`
        broker = Celery("essai", broker=url, set_as_current=False, broker_transport_options=options)
        monkeypatch.setattr("apps.bell.current_app", broker)
        return broker

    return use


@pytest.mark.django_db(transaction=True)
def test_a_letter_is_refused_outside_a_transaction(handler: User) -> None:
    with pytest.raises(NoTransaction):
        post("essai", to=handler, key="essai-1", at=NOW, **FACTS)
    assert not Letter.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("never_heard_of", FACTS),
        ("essai", {"rung": 15}),
        ("essai", FACTS | {"name": "canari"}),
    ],
)
def test_a_letter_of_no_kind_or_with_other_data_is_refused(
    handler: User, kind: str, data: dict[str, object]
) -> None:
    with pytest.raises(NotThatLetter) as refused:
        post(kind, to=handler, key="essai-1", at=NOW, **data)
    assert not Letter.objects.exists()
    assert "canari" not in str(refused.value)


@pytest.mark.django_db(transaction=True)
def test_a_letter_does_not_outlive_its_facts(handler: User) -> None:
    with transaction.atomic():
        post("essai", to=handler, key="essai-1", at=NOW, **FACTS)
        transaction.set_rollback(True)
    assert not Letter.objects.exists()


@pytest.mark.django_db
def test_a_second_post_of_the_same_letter_does_nothing(
    handler: User, write_to: Callable[..., Letter]
) -> None:
    first = write_to(handler, rung=15)
    assert write_to(handler, rung=14) == first
    assert Letter.objects.get().data["rung"] == 15


@pytest.mark.django_db(transaction=True)
def test_two_people_posting_the_same_letter_at_once_make_one(handler: User) -> None:

    def post_it() -> None:
        with transaction.atomic():
            post("essai", to=handler, key="essai-1", at=NOW, **FACTS)

    race(post_it, post_it)
    assert Letter.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("url", BROKERS, ids=lambda url: url.partition(":")[0])
def test_the_sender_is_woken_once_the_transaction_is_committed(
    url: str,
    use_broker: Callable[[str], Celery],
    handler: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    broker = use_broker(url)
    broker.control.purge()
    with django_capture_on_commit_callbacks(execute=True):
        post("essai", to=handler, key="essai-1", at=NOW, **FACTS)
        assert broker.control.purge() == 0
    assert broker.control.purge() == 1


@pytest.mark.django_db
def test_several_letters_of_one_transaction_ring_once(
    use_broker: Callable[[str], Celery],
    handler: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    broker = use_broker(BROKERS[0])
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(3):
            post("essai", to=handler, key=f"essai-{number}", at=NOW, **FACTS)
    assert broker.control.purge() == 1


@pytest.mark.django_db
def test_a_ring_undone_with_its_part_of_the_transaction_is_asked_again(
    use_broker: Callable[[str], Celery],
    handler: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    broker = use_broker(BROKERS[0])
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            post("essai", to=handler, key="essai-1", at=NOW, **FACTS)
            transaction.set_rollback(True)
        post("essai", to=handler, key="essai-2", at=NOW, **FACTS)
    assert broker.control.purge() == 1


@pytest.mark.django_db
def test_a_broker_that_is_down_neither_breaks_nor_delays_the_request(
    use_broker: Callable[[str], Celery],
    handler: User,
    sink: Sink,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    caplog: pytest.LogCaptureFixture,
) -> None:
    use_broker(NOBODY_LISTENS)
    began = monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        post("essai", to=handler, key="essai-1", at=NOW, **FACTS)
    assert monotonic() - began < 3  # Celery alone waits six seconds
    [line] = caplog.messages
    assert "no broker" in line
    assert deliver_due(clock=at(minutes=1)) == 1
    assert len(sink.messages) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("url", BROKERS, ids=lambda url: url.partition(":")[0])
def test_a_broker_that_is_emptied_loses_no_letter(
    url: str,
    use_broker: Callable[[str], Celery],
    handler: User,
    sink: Sink,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    broker = use_broker(url)
    with django_capture_on_commit_callbacks(execute=True):
        post("essai", to=handler, key="essai-1", at=NOW, **FACTS)
    assert broker.control.purge() >= 1
    assert deliver_due(clock=at(minutes=1)) == 1
    assert len(sink.messages) == 1


@pytest.mark.django_db
def test_a_letter_waits_for_its_hour(
    handler: User, sink: Sink, write_to: Callable[..., Letter]
) -> None:
    with transaction.atomic():
        tomorrow = at(hours=23)()
        post("essai", to=handler, key="essai-1", at=NOW, not_before=tomorrow, rung=1, act_by=None)
    assert deliver_due(clock=at(hours=22)) == 0
    assert deliver_due(clock=at(hours=23)) == 1
