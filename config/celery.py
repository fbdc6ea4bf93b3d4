"""The worker and its clock. Beat runs in UTC and often; the civil day is computed by the tasks,
so that a change of hour can neither skip nor double anything."""

import os

from celery import Celery

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
    "render": {"task": "apps.casework.tasks.render_dossiers", "schedule": MINUTE},
    "prepare": {"task": "apps.casework.tasks.prepare_exhibits", "schedule": 5 * MINUTE},
}
