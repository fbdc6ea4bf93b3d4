"""The worker and its clock. Beat runs in UTC and often; the civil day is computed by the tasks,
so that a change of hour can neither skip nor double anything."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")

app = Celery("vigie")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["apps.casework"], related_name="tasks")

MINUTE = 60
app.conf.beat_schedule = {
    "deliver": {"task": "apps.casework.tasks.deliver_letters", "schedule": MINUTE},
    "digest": {"task": "apps.casework.tasks.post_digests", "schedule": 15 * MINUTE},
    "remind": {"task": "apps.casework.tasks.post_reminders", "schedule": 15 * MINUTE},
    "warn": {"task": "apps.casework.tasks.warn_supervisors", "schedule": 15 * MINUTE},
    "watch": {"task": "apps.casework.tasks.watch_engine", "schedule": 15 * MINUTE},
    "follow": {"task": "apps.casework.tasks.follow_practitioners", "schedule": 15 * MINUTE},
    "receipts": {"task": "apps.casework.tasks.make_receipts", "schedule": MINUTE},
    "render": {"task": "apps.casework.tasks.render_dossiers", "schedule": MINUTE},
    "index": {"task": "apps.casework.tasks.index_files", "schedule": MINUTE},
    "scan": {"task": "apps.casework.tasks.scan_exhibits", "schedule": MINUTE},
    "read": {"task": "apps.casework.tasks.read_exhibits", "schedule": MINUTE},
    "prepare": {"task": "apps.casework.tasks.prepare_exhibits", "schedule": 5 * MINUTE},
    "uploads": {"task": "apps.casework.tasks.purge_uploads", "schedule": 60 * MINUTE},
    "seal": {"task": "apps.casework.tasks.seal_days", "schedule": 60 * MINUTE},
    # By night, in UTC: the part of the store follows from the day in Paris.
    "store": {
        "task": "apps.casework.tasks.watch_store",
        "schedule": crontab(hour="2", minute="30"),
    },
    "drafts": {"task": "apps.casework.tasks.remind_of_drafts", "schedule": 15 * MINUTE},
    "purge": {"task": "apps.casework.tasks.purge_drafts", "schedule": 60 * MINUTE},
}
