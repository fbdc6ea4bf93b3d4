"""What the worker does. Each task calls one verb, which asks the database what remains to be done,
and does it: a task that is lost, doubled or late changes nothing but the delay, and one that fails
silences no other. Only here is the clock read."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import cast

from celery import shared_task
from django.utils import timezone

from apps.casework.correspondence.remind_complaints import remind_complaints
from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.deadlines.advance_queue import advance_queue
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.recount import recount
from apps.casework.deadlines.remind import remind
from apps.casework.deadlines.remind_checks import remind_checks
from apps.casework.deadlines.warn_without_lawyer import warn_without_lawyer
from apps.casework.deadlines.watch_engine import watch_engine as tell_if_engine_is_late
from apps.casework.deadlines.weekly_board import weekly_board
from apps.casework.declarations.make_receipt import make_receipt
from apps.casework.declarations.purge_drafts import purge_drafts as erase_old_drafts
from apps.casework.declarations.remind_drafts import remind_drafts
from apps.casework.exhibits.make_manifests import make_manifests
from apps.casework.exhibits.purge_uploads import purge_uploads as forget_old_uploads
from apps.casework.exhibits.read_exhibits import read_exhibits as read_what_came
from apps.casework.exhibits.scan_exhibits import scan_exhibits as scan_what_came
from apps.casework.exhibits.stamp_manifests import stamp_manifests
from apps.casework.exhibits.watch_store import watch_store as tell_if_store_differs
from apps.casework.files.ask_satisfaction import ask_satisfaction
from apps.casework.files.wake_files import wake_files
from apps.casework.letters.daily_digest import daily_digest
from apps.casework.letters.practitioner_digest import practitioner_digest
from apps.casework.missions.render import render
from apps.casework.one_by_one import one_by_one, place_of
from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.search.index_stale_files import index_stale_files
from apps.dossiers.models import Dossier, Receipt
from apps.dossiers.pdf import CannotRender
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import make_copies
from apps.exhibits.workshop import Workshop
from apps.mailbox.deliver import deliver_due

logger = logging.getLogger(__name__)


class TaskFailed(Exception):
    """What a verb could not do, and where in the code: never the words of the error."""


def task(work: Callable[[], None]) -> Callable[[], None]:
    """Have the clock and the bells call this one verb."""

    @wraps(work)
    def scheduled() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - it is raised again, without its words
            raise TaskFailed(place_of(error)) from None

    return cast(Callable[[], None], shared_task(scheduled))


# --- Every minute ---


@task
def deliver_letters() -> None:
    deliver_due(clock=timezone.now)


@task
def make_receipts() -> None:
    one_by_one(_make_receipt, Receipt.objects.to_make().order_by("issued_at"))


def _make_receipt(receipt: Receipt) -> None:
    try:
        make_receipt(receipt, at=timezone.now())
    except CannotRender as error:
        logger.error("receipt %d cannot be made: %s", receipt.pk, error)


@task
def render_dossiers() -> None:
    one_by_one(_render, Dossier.objects.to_make().order_by("compiled_at"))


def _render(dossier: Dossier) -> None:
    try:
        render(dossier, at=timezone.now())
    except CannotRender as error:
        logger.error("dossier %d cannot be rendered: %s", dossier.pk, error)


@task
def index_files() -> None:
    _note("files indexed for the search", index_stale_files(clock=timezone.now))


@task
def scan_exhibits() -> None:
    _note("exhibits read by the antivirus", scan_what_came(at=timezone.now()))


@task
def read_exhibits() -> None:
    _note("exhibits read for the search", read_what_came())


@task
def prepare_exhibits() -> None:
    with Workshop() as workshop:
        one_by_one(_prepare, Exhibit.objects.without_copies().order_by("pk"), workshop)


def _prepare(exhibit: Exhibit, workshop: Workshop) -> None:
    try:
        make_copies(exhibit, workshop)
    except OSError as error:
        logger.error("exhibit %d has no print copy: %s", exhibit.pk, error)


# --- Every quarter of an hour: what people are told ---


@task
def reorder_queue() -> None:
    _note("files moved in the queue", advance_queue(at=timezone.now()))


@task
def recount_dates() -> None:
    _note("contents counted again", recount(at=timezone.now()))


@task
def remind_of_checks() -> None:
    _note("reminders of acts to check posted", remind_checks(at=timezone.now()))


@task
def post_reminders() -> None:
    _note("reminders posted", remind(at=timezone.now()))


@task
def post_escalations() -> None:
    _note("reminders escalated", escalate(at=timezone.now()))


@task
def wake_sleeping_files() -> None:
    _note("files woken", wake_files(at=timezone.now()))


@task
def watch_engine() -> None:
    if told := tell_if_engine_is_late(at=timezone.now()):
        logger.error("the deadline engine is late: %d people told", told)


@task
def post_daily_digests() -> None:
    _note("daily digests posted", daily_digest(at=timezone.now()))


@task
def post_practitioner_digests() -> None:
    _note("digests of practitioners posted", practitioner_digest(at=timezone.now()))


@task
def warn_supervisors() -> None:
    _note("deadlines without a lawyer told", warn_without_lawyer(at=timezone.now()))


@task
def post_weekly_boards() -> None:
    _note("weekly boards posted", weekly_board(at=timezone.now()))


@task
def remind_of_complaints() -> None:
    _note("reminders of complaints posted", remind_complaints(at=timezone.now()))


@task
def remind_of_requests() -> None:
    _note("reminders of requests posted", remind_requests(at=timezone.now()))


@task
def ask_if_online() -> None:
    _note("online checks asked", ask_online_checks(at=timezone.now()))


@task
def ask_if_satisfied() -> None:
    _note("opinions asked", ask_satisfaction(at=timezone.now()))


@task
def remind_of_drafts() -> None:
    _note("reminders of drafts posted", remind_drafts(at=timezone.now()))


# --- Every hour, and every night ---


@task
def purge_drafts() -> None:
    _note("drafts erased", erase_old_drafts(at=timezone.now()))


@task
def purge_uploads() -> None:
    _note("uploads forgotten", forget_old_uploads(at=timezone.now()))


@task
def seal_days() -> None:
    """The manifest of each day that is over; its timestamp follows."""
    _note("manifests made", make_manifests(at=timezone.now()))


@task
def stamp_days() -> None:
    _note("manifests stamped", stamp_manifests())


@task
def watch_store() -> None:
    differences = tell_if_store_differs(at=timezone.now())
    logger.info("files that differ in tonight's part of the store: %d", differences)


def _note(what: str, count: int) -> None:
    if count:
        logger.info("%s: %d", what, count)
