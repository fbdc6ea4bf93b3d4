"""What the worker does. Each task asks the database what remains to be done, and does it: a task
that is lost, doubled or late changes nothing but the delay. Only here is the clock read."""

import logging

from celery import shared_task
from django.utils import timezone

from apps.casework.correspondence.remind_complaints import remind_complaints
from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.deadlines.advance_queue import advance_queue
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.remind import remind
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
from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.search.index_stale_files import index_stale_files
from apps.dossiers.models import Dossier, Receipt
from apps.dossiers.pdf import CannotRender
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import make_copies
from apps.exhibits.workshop import Workshop
from apps.mailbox.deliver import deliver_due

logger = logging.getLogger(__name__)


@shared_task
def deliver_letters() -> None:
    deliver_due(clock=timezone.now)


@shared_task
def post_reminders() -> None:
    now = timezone.now()
    advance_queue(at=now)
    posted = remind(at=now) + escalate(at=now)
    wake_files(at=now)
    logger.info("reminders posted: %d", posted)


@shared_task
def post_digests() -> None:
    now = timezone.now()
    posted = daily_digest(at=now) + practitioner_digest(at=now)
    logger.info("digests posted: %d", posted)


@shared_task
def warn_supervisors() -> None:
    now = timezone.now()
    posted = warn_without_lawyer(at=now) + remind_complaints(at=now) + weekly_board(at=now)
    logger.info("letters to supervisors posted: %d", posted)


@shared_task
def watch_engine() -> None:
    """Apart from the reminders, so that what stops them does not silence this."""
    if told := tell_if_engine_is_late(at=timezone.now()):
        logger.error("the deadline engine is late: %d people told", told)


@shared_task
def follow_practitioners() -> None:
    """What practitioners are asked, and asked again."""
    now = timezone.now()
    posted = remind_requests(at=now) + ask_online_checks(at=now) + ask_satisfaction(at=now)
    logger.info("letters to practitioners posted: %d", posted)


@shared_task
def render_dossiers() -> None:
    for dossier in Dossier.objects.to_render().order_by("compiled_at"):
        try:
            render(dossier, at=timezone.now())
        except CannotRender as error:
            logger.error("dossier %d cannot be rendered: %s", dossier.pk, error)


@shared_task
def make_receipts() -> None:
    for receipt in Receipt.objects.to_make().order_by("issued_at"):
        try:
            make_receipt(receipt, at=timezone.now())
        except CannotRender as error:
            logger.error("receipt %d cannot be made: %s", receipt.pk, error)


@shared_task
def index_files() -> None:
    if indexed := index_stale_files(clock=timezone.now):
        logger.info("files indexed for the search: %d", indexed)


@shared_task
def prepare_exhibits() -> None:
    with Workshop() as workshop:
        for exhibit in Exhibit.objects.without_copies():
            try:
                make_copies(exhibit, workshop)
            except OSError as error:
                logger.error("exhibit %d has no print copy: %s", exhibit.pk, error)


@shared_task
def scan_exhibits() -> None:
    if read := scan_what_came(at=timezone.now()):
        logger.info("exhibits read by the antivirus: %d", read)


@shared_task
def read_exhibits() -> None:
    if read := read_what_came():
        logger.info("exhibits read for the search: %d", read)


@shared_task
def purge_uploads() -> None:
    if forgotten := forget_old_uploads(at=timezone.now()):
        logger.info("uploads forgotten: %d", forgotten)


@shared_task
def seal_days() -> None:
    """The manifest of each day that is over, then its timestamp."""
    made = make_manifests(at=timezone.now())
    logger.info("manifests made: %d, stamped: %d", made, stamp_manifests())


@shared_task
def watch_store() -> None:
    differences = tell_if_store_differs(at=timezone.now())
    logger.info("files that differ in tonight's part of the store: %d", differences)


@shared_task
def remind_of_drafts() -> None:
    logger.info("reminders of drafts posted: %d", remind_drafts(at=timezone.now()))


@shared_task
def purge_drafts() -> None:
    if erased := erase_old_drafts(at=timezone.now()):
        logger.info("drafts erased: %d", erased)
