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
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

from django.db import connection
from django.utils import timezone

from apps.casework.remind import remind
from apps.legal.rungs import RUNGS

GOALS = {"first sweep ÷ bare SQL": 1.5, "second sweep, seconds": 0.5, "growth of memory, MB": 50}
REVIEWS_PER_FILE = 10

SEED = """
INSERT INTO accounts_user
    (email, name, role, password, is_active, is_staff, is_superuser, joined_at)
SELECT 'p' || n || '@example.org', 'p' || n, CASE WHEN n = 0 THEN 'practitioner' ELSE 'handler' END,
       '', true, false, false, now() FROM generate_series(0, 30) n;
INSERT INTO directory_practitioner (user_id, profession, specialty, rpps, department, phone)
SELECT min(id), 'physician', '', '', '75', '' FROM accounts_user WHERE role = 'practitioner';
INSERT INTO incidents_incident (reference, practitioner_id, handler_id, status, waiting_on,
    practice_mode, facility_page, already_replied, already_reported, bailiff_report_was_urgent,
    declared_at, outcome, closing_words)
SELECT 'ER-' || n, p.id, h.first + mod(n, 30), 'under_review', 'handler', 'liberal', '', false,
       false, false, now(), '', ''
FROM generate_series(1, %(files)s) n, (SELECT min(id) id FROM directory_practitioner) p,
     (SELECT min(id) AS first FROM accounts_user WHERE role = 'handler') h;
INSERT INTO incidents_review (incident_id, number, url, words, author_pseudonym, audience)
SELECT i.id, n, '', 'x', '', 'public' FROM incidents_incident i, generate_series(1, %(each)s) n;
INSERT INTO incidents_publication (review_id, number, kind, source, origin, reason, opened_at)
SELECT id, 1, 'FIRST', 'UNKNOWN', '', '', now() FROM incidents_review;
INSERT INTO deadlines_deadline (incident_id, review_id, publication_id, rule_code, rule_version,
    legal_last_day, prudent_day, act_by, last_service_day, explanation, opened_at,
    has_reminders)
SELECT r.incident_id, r.id, p.id, 'PRESS_3M', 'PRESS_3M@1881-07-29', d.day + 1, d.day, d.day, d.day,
       '[]', now() - interval '1 day', true
FROM incidents_review r JOIN incidents_publication p ON p.review_id = r.id
CROSS JOIN LATERAL (SELECT current_date + mod(r.id, 60)::int AS day) d;
ANALYZE;
"""

BARE = """
INSERT INTO deadlines_reminder (deadline_id, rung, told_at, escalations)
SELECT id, CASE {rungs} END, now(), 0 FROM deadlines_deadline
WHERE closed_at IS NULL AND act_by <= current_date + 60 ON CONFLICT DO NOTHING;
INSERT INTO mailbox_letter (kind, key, recipient_id, incident_id, data, status, queued_at,
    not_before, attempts, claimed_by, error, message_id, address, subject, body_text, body_html)
SELECT 'deadline_reminder', 'deadline-' || d.id || '-j' || (CASE {rungs} END) || '-user-'
       || i.handler_id, i.handler_id, i.id, jsonb_build_object('deadline', d.id, 'rung',
       CASE {rungs} END, 'act_by', d.act_by), 'queued', now(), now(), 0, '', '', '', '', '', '', ''
FROM deadlines_deadline d JOIN incidents_incident i ON i.id = d.incident_id
WHERE d.closed_at IS NULL AND d.act_by <= current_date + 60 ON CONFLICT DO NOTHING;
""".format(
    rungs=" ".join(f"WHEN act_by <= current_date + {rung} THEN {rung}" for rung in sorted(RUNGS))
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
    execute(SEED, {"files": deadlines // REVIEWS_PER_FILE, "each": REVIEWS_PER_FILE})
    now = timezone.now()
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


def execute(sql: str, parameters: dict[str, int] | None = None) -> None:
    with connection.cursor() as cursor:
        for statement in filter(str.strip, sql.split(";")):
            cursor.execute(statement, parameters)


def empty_outbox() -> None:
    execute("TRUNCATE deadlines_reminder, mailbox_letter")
    execute("ANALYZE deadlines_reminder, mailbox_letter")


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def memory() -> float:
    """Peak resident memory of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
