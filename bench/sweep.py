"""How long one sweep of many open deadlines takes, beside the bare SQL that inserts the same rows.

    python bench/sweep.py [--deadlines 1000000]

Needs PostgreSQL (DATABASE_URL); works in a database of its own, made and dropped here. Prints one
table and one JSON line; exits 1 when a goal is missed.
"""

import argparse
import json
import os
import resource
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

from django.db import connection
from django.utils import timezone
from multiply import multiply
from timed import timed

from apps.accounts.models import Role, User
from apps.casework.deadlines.remind import remind
from apps.deadlines.models import Deadline
from apps.directory.models import Practitioner
from apps.incidents.models import Incident, Publication, Review
from apps.incidents.status import Status, WaitingOn
from apps.legal.rungs import RUNGS

GOALS = {"first sweep ÷ bare SQL": 1.5, "second sweep, seconds": 0.5, "growth of memory, MB": 50}
REVIEWS_PER_FILE, HANDLERS = 10, 30

BARE = """
INSERT INTO deadlines_reminder (deadline_id, rung, told_at, escalations)
SELECT id, CASE {rungs} END, now(), 0 FROM deadlines_deadline d
WHERE closed_at IS NULL AND act_by <= current_date + 60 ON CONFLICT DO NOTHING;
INSERT INTO mailbox_letter (kind, key, recipient_id, incident_id, data, status, queued_at,
    not_before, attempts, claimed_by, error, message_id, address, subject, body_text, body_html)
SELECT 'deadline_reminder', 'deadline-' || d.id || '-j' || (CASE {rungs} END) || '-user-'
       || i.handler_id, i.handler_id, i.id, jsonb_build_object('deadline', d.id, 'rung',
       CASE {rungs} END, 'act_by', d.act_by), 'queued', now(), now(), 0, '', '', '', '', '', '', ''
FROM deadlines_deadline d JOIN incidents_incident i ON i.id = d.incident_id
WHERE d.closed_at IS NULL AND d.act_by <= current_date + 60 ON CONFLICT DO NOTHING;
""".format(
    rungs=" ".join(f"WHEN d.act_by <= current_date + {rung} THEN {rung}" for rung in sorted(RUNGS))
)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--deadlines", type=int, default=1_000_000)
    deadlines = parser.parse_args().deadlines
    if connection.vendor != "postgresql":
        sys.exit("bench/sweep.py needs PostgreSQL: set DATABASE_URL.")
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        figures = measure(deadlines)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    print(f"{'':34}{'measured':>10}{'goal':>8}")
    for name, value in figures.items():
        print(f"{name:<34}{value:>10.2f}{GOALS.get(name, ''):>8}")
    print(json.dumps({"deadlines": deadlines, **figures}))
    return int(any(figures[name] > goal for name, goal in GOALS.items()))


def measure(deadlines: int) -> dict[str, float]:
    """Seconds, a ratio, and MB; the bare SQL runs before and after, and the median counts."""
    now = timezone.now()
    seed(deadlines, now)
    bare = [timed(lambda: execute(BARE))]
    empty_outbox()
    before = memory()
    ours = timed(lambda: remind(at=now))
    growth = memory() - before
    again = timed(lambda: remind(at=now + timedelta(minutes=15)))
    empty_outbox()
    bare.append(timed(lambda: execute(BARE)))
    return {
        "bare SQL, seconds": sum(bare) / len(bare),
        "first sweep, seconds": ours,
        "first sweep ÷ bare SQL": ours / (sum(bare) / len(bare)),
        "second sweep, seconds": again,
        "growth of memory, MB": growth,
    }


def seed(deadlines: int, now: datetime) -> None:
    """Deadlines that end within 60 days, ten contents to a file, the files among 30 handlers."""
    doctor = User.objects.create(email="p@example.org", name="p", role=Role.PRACTITIONER)
    handler = User.objects.create(email="h@example.org", name="h", role=Role.HANDLER)
    incident = Incident.objects.create(
        reference="ER-0",
        practitioner=Practitioner.objects.create(user=doctor, profession="physician"),
        handler=handler,
        status=Status.UNDER_REVIEW,
        waiting_on=WaitingOn.HANDLER,
        practice_mode="liberal",
        declared_at=now,
    )
    review = Review.objects.create(incident=incident, number=1, words="x", audience="public")
    publication = Publication.objects.create(
        review=review, number=1, kind="FIRST", source="UNKNOWN", opened_at=now
    )
    deadline = Deadline.objects.create(
        incident=incident,
        review=review,
        publication=publication,
        rule_code="PRESS_3M",
        rule_version="PRESS_3M@1881-07-29",
        legal_last_day=now.date() + timedelta(days=1),
        prudent_day=now.date(),
        act_by=now.date(),
        last_service_day=now.date(),
        opened_at=now - timedelta(days=1),
        has_reminders=True,
    )
    file = f"{incident.pk} + (n + {REVIEWS_PER_FILE - 1}) / {REVIEWS_PER_FILE}"
    day = "current_date + mod(n, 60)"
    multiply(handler, HANDLERS - 1, email="'h' || n || '@example.org'")
    multiply(
        incident,
        deadlines // REVIEWS_PER_FILE,
        reference="'ER-' || n",
        handler=f"{handler.pk} + mod(n, {HANDLERS})",
    )
    multiply(review, deadlines, incident=file, number=f"1 + mod(n, {REVIEWS_PER_FILE})")
    multiply(publication, deadlines, review=f"{review.pk} + n")
    multiply(
        deadline,
        deadlines,
        incident=file,
        review=f"{review.pk} + n",
        publication=f"{publication.pk} + n",
        legal_last_day=f"{day} + 1",
        prudent_day=day,
        act_by=day,
        last_service_day=day,
    )
    execute("ANALYZE")


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        for statement in filter(str.strip, sql.split(";")):
            cursor.execute(statement)


def empty_outbox() -> None:
    execute("TRUNCATE deadlines_reminder, mailbox_letter")
    execute("ANALYZE deadlines_reminder, mailbox_letter")


def memory() -> float:
    """Peak resident memory of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
