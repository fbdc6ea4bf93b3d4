"""The worker and its clock. Beat runs in UTC and often; the civil day is computed by the tasks,
so that a change of hour can neither skip nor double anything."""

import logging
import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import worker_ready
from django.core.checks import run_checks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")

logger = logging.getLogger(__name__)

app = Celery("vigie")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["apps.casework"], related_name="tasks")

MINUTE = 60
SCHEDULE = {
    "deliver_letters": MINUTE,
    "make_receipts": MINUTE,
    "render_dossiers": MINUTE,
    "index_files": MINUTE,
    "scan_exhibits": MINUTE,
    "read_exhibits": MINUTE,
    "prepare_exhibits": 5 * MINUTE,
    "recount_dates": 15 * MINUTE,
    "reorder_queue": 15 * MINUTE,
    "post_reminders": 15 * MINUTE,
    "post_escalations": 15 * MINUTE,
    "remind_of_checks": 15 * MINUTE,
    "wake_sleeping_files": 15 * MINUTE,
    "watch_engine": 15 * MINUTE,
    "post_daily_digests": 15 * MINUTE,
    "post_practitioner_digests": 15 * MINUTE,
    "warn_supervisors": 15 * MINUTE,
    "post_weekly_boards": 15 * MINUTE,
    "remind_of_complaints": 15 * MINUTE,
    "remind_of_requests": 15 * MINUTE,
    "remind_of_drafts": 15 * MINUTE,
    "ask_if_online": 15 * MINUTE,
    "ask_if_satisfied": 15 * MINUTE,
    "purge_drafts": 60 * MINUTE,
    "purge_uploads": 60 * MINUTE,
    "seal_days": 60 * MINUTE,
    "stamp_days": 60 * MINUTE,
    # By night, in UTC: the part of the store follows from the day in Paris.
    "watch_store": crontab(hour="2", minute="30"),
}
app.conf.beat_schedule = {
    name: {"task": f"apps.casework.tasks.{name}", "schedule": often}
    for name, often in SCHEDULE.items()
}


@worker_ready.connect
def say_what_is_missing(**_: object) -> None:
    """The checks of `check --deploy` about PDFs. It works on: letters and reminders must leave."""
    for message in run_checks(tags=["pdf"], include_deployment_checks=True):
        logger.error("%s %s", message.msg, message.hint)
