"""What the worker does. Each task asks the database what remains to be done, and does it: a task
that is lost, doubled or late changes nothing but the delay. Only here is the clock read."""

import logging

from celery import shared_task
from django.utils import timezone

from apps.dossiers.models import Dossier
from apps.dossiers.pdf import CannotRender
from apps.exhibits.models import Exhibit
from apps.exhibits.print_copy import make_print_copy
from apps.mailbox.deliver import deliver_due

from .daily_digest import daily_digest
from .escalate import escalate
from .remind import remind
from .render import render
from .warn_without_lawyer import warn_without_lawyer
from .watch_engine import watch_engine as tell_if_engine_is_late
from .weekly_board import weekly_board

logger = logging.getLogger(__name__)


@shared_task
def deliver_letters() -> None:
    deliver_due(clock=timezone.now)


@shared_task
def post_reminders() -> None:
    now = timezone.now()
    posted = remind(at=now) + escalate(at=now)
    logger.info("reminders posted: %d", posted)


@shared_task
def post_digests() -> None:
    posted = daily_digest(at=timezone.now())
    logger.info("digests posted: %d", posted)


@shared_task
def warn_supervisors() -> None:
    now = timezone.now()
    posted = warn_without_lawyer(at=now) + weekly_board(at=now)
    logger.info("letters to supervisors posted: %d", posted)


@shared_task
def watch_engine() -> None:
    """Apart from the reminders, so that what stops them does not silence this."""
    if told := tell_if_engine_is_late(at=timezone.now()):
        logger.error("the deadline engine is late: %d people told", told)


@shared_task
def render_dossiers() -> None:
    for dossier in Dossier.objects.to_render().order_by("compiled_at"):
        try:
            render(dossier, at=timezone.now())
        except CannotRender as error:
            logger.error("dossier %d cannot be rendered: %s", dossier.pk, error)


@shared_task
def prepare_exhibits() -> None:
    for exhibit in Exhibit.objects.without_print_copy():
        try:
            make_print_copy(exhibit)
        except OSError as error:
            logger.error("exhibit %d has no print copy: %s", exhibit.pk, type(error).__name__)
