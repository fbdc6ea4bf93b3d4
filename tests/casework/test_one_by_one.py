"""A row that fails, whatever the reason, keeps no other waiting, and does not pass for done."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db.models import Model

from apps.accounts.models import NotificationPreferences
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.remind_complaints import remind_complaints
from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.correspondence.write_message import write_message
from apps.casework.declarations.purge_drafts import purge_drafts
from apps.casework.exhibits.read_exhibits import read_exhibits
from apps.casework.files.ask_satisfaction import ask_satisfaction
from apps.casework.files.snooze import snooze
from apps.casework.files.wake_files import wake_files
from apps.casework.letters.choose_notifications import choose_notifications
from apps.casework.letters.practitioner_digest import practitioner_digest
from apps.casework.missions.compile import compile
from apps.casework.one_by_one import SomeFailed
from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.search.index_stale_files import index_stale_files
from apps.casework.tasks import TaskFailed, make_receipts, prepare_exhibits, render_dossiers
from apps.dossiers.models import Dossier, Receipt
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.mailbox.models import Letter, LetterStatus
from tests.exhibits.corpus import mail
from tests.exhibits.test_examine import upload
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    assigned,
    attached,
    closed_incident,
    declared_incident,
    png,
    requested_information,
    started_declaration,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
Verb = Callable[[], int]


def after(days: int) -> datetime:
    return MONDAY_MORNING + timedelta(days=days)


class Refusing:
    """A database that refuses to lock one row, or to insert what has this key, and quotes it."""

    def __init__(self, mark: Model | str) -> None:
        self.mark = mark

    def __call__(self, execute: Callable, sql: str, params: Any, *more: Any) -> Any:
        if isinstance(self.mark, str):
            refused = sql.startswith("INSERT") and self.mark in params
        else:
            refused = f'"{self.mark._meta.db_table}"."id" = ' in sql and params == (self.mark.pk,)
        if refused:
            raise IntegrityError("Failing row contains (Dr Martin).")
        return execute(sql, params, *more)


def three_files() -> list[Incident]:
    return [taken_incident() for _ in range(3)]


def drafts() -> tuple[list[Model], Verb]:
    rows = [started_declaration(PractitionerFactory()) for _ in range(3)]
    return rows, partial(purge_drafts, at=after(35))


def sleeping_files() -> tuple[list[Incident], Verb]:
    files = three_files()
    for file in files:
        snooze(file, until=after(1).date(), by=file.handler, at=MONDAY_MORNING)
    return files, partial(wake_files, at=after(1))


def stale_files() -> tuple[list[Incident], Verb]:
    return three_files(), partial(index_stale_files, clock=lambda: MONDAY_MORNING)


def ended_files() -> tuple[list[Incident], Verb]:
    return [closed_incident() for _ in range(3)], partial(ask_satisfaction, at=after(5))


def files_where_something_was_asked() -> tuple[list[Incident], Verb]:
    files = three_files()
    for file in files:
        requested_information(file)
    return files, partial(remind_requests, at=after(3))


def files_to_look_at_again() -> tuple[list[Incident], Verb]:
    return three_files(), partial(ask_online_checks, at=after(7))


def files_with_an_email() -> tuple[list[Incident], Verb]:
    files = three_files()
    for file in files:
        attached(file, upload=upload(mail()))
    return files, read_exhibits


def complaints() -> tuple[list[str], Verb]:
    boss = supervisor()
    sent = [
        complain(file.practitioner, words="…", incident=file, at=MONDAY_MORNING)
        for file in three_files()
    ]
    Letter.objects.update(status=LetterStatus.SENT, sent_at=MONDAY_MORNING)  # receipts too
    at = MONDAY_MORNING + (sent[0].answer_by - timedelta(days=15) - MONDAY_MORNING.date())
    keys = [f"complaint-{complaint.pk}-answer-j15-user-{boss.pk}" for complaint in sent]
    return keys, partial(remind_complaints, at=at)


def practitioners_with_letters() -> tuple[list[str], Verb]:
    keys = []
    for file in three_files():
        choose_notifications(
            frequency=NotificationPreferences.Frequency.DAILY,
            quiet_from=time(20),
            quiet_until=time(8),
            quiet_weekends=True,
            unwanted=[],
            by=file.practitioner.user,
            at=MONDAY_MORNING,
        )
        write_message(file, body="…", by=file.handler, at=MONDAY_MORNING)
        held = file.letters.get(kind="new_message")
        keys.append(f"practitioner-digest-{held.pk}")
    return keys, partial(practitioner_digest, at=after(1))


@pytest.mark.parametrize(
    "rows_and_verb",
    [
        drafts,
        sleeping_files,
        stale_files,
        ended_files,
        files_where_something_was_asked,
        files_to_look_at_again,
        files_with_an_email,
        complaints,
        practitioners_with_letters,
    ],
    ids=lambda build: build.__name__,
)
def test_the_other_rows_are_done_and_this_one_next_time(
    rows_and_verb: Callable, caplog: pytest.LogCaptureFixture
) -> None:
    (_, refused, _), verb = rows_and_verb()
    with connection.execute_wrapper(Refusing(refused)), pytest.raises(SomeFailed, match="1 of 3"):
        verb()
    (error,) = [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
    assert "IntegrityError at one_by_one.py:" in error
    assert "Martin" not in caplog.text
    assert verb() == 1


def test_a_receipt_that_cannot_be_laid_out_keeps_no_other_waiting() -> None:
    broken, whole = (declared_incident().receipt for _ in range(2))
    Receipt.objects.filter(pk=broken.pk).update(content={"reviews": "Dr Martin"})
    with pytest.raises(TaskFailed):
        make_receipts()
    assert Receipt.objects.get(state=Receipt.State.READY) == whole


def test_nor_does_a_dossier() -> None:
    missions = [assigned() for _ in range(2)]
    broken, whole = (
        compile(mission, by=mission.assigned_by, at=MONDAY_MORNING) for mission in missions
    )
    Dossier.objects.filter(pk=broken.pk).update(content={"exhibits": []})
    with pytest.raises(TaskFailed):
        render_dossiers()
    assert Dossier.objects.get(state=Dossier.State.READY) == whole


def test_nor_does_a_picture() -> None:
    incident = declared_incident()
    broken, whole = (attached(incident, upload=png(f"{n}.png", (60 + n, 40))) for n in range(2))
    with connection.execute_wrapper(Refusing(broken)), pytest.raises(TaskFailed):
        prepare_exhibits()
    assert Exhibit.objects.exclude(print_copy="").get() == whole
