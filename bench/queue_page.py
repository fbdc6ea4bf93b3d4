"""How long a page of the queue takes with few and with many files, beside its bare SQL.

    python bench/queue_page.py [--files 1000 1000000] [--rounds 60]

Needs PostgreSQL (DATABASE_URL); works in a database of its own, made and dropped here. Each page
is asked for through the whole stack (middleware, session, templates) by Django's test client. The
yardsticks of the same run: the SQL of the page alone, and a bare page of 25 rows that knows
neither views nor counts nor filters. Prints a table and one JSON line; exits 1 when a goal is
missed.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.urls import include, path, reverse
from django.utils import timezone
from multiply import multiply

from apps.accounts.models import Role, User
from apps.casework.declarations.declare import Circumstances, DeclaredReview, declare
from apps.directory.models import Contract, Practitioner
from apps.incidents.models import Declaration, Incident
from apps.legal.windows import Window

PEOPLE, HANDLERS = 1_000, 40
PAGE = 25
GOALS = {
    "p50, many files ÷ few files": 1.3,
    "p50, filtered, many files ÷ few files": 1.3,
    "p50, counts, many files ÷ few files": 2,
    "p50, page 100 ÷ page 1": 1.2,
    "p50, whole page ÷ bare page of 25 rows": 2.3,
}
BARE_SQL = """
SELECT * FROM incidents_incident
WHERE status IN ('received', 'under_review', 'qualified', 'in_action')
ORDER BY queue_key, id LIMIT 26
"""
BARE_PAGE = engines["django"].from_string(
    "<!DOCTYPE html><title>{{ user }}</title><table>{% for each in rows %}<tr><td>{{ each.act_by }}"
    "<td>{{ each.reference }}<td>{{ each.practitioner }}<td>{{ each.get_status_display }}"
    "<td>{{ each.handler }}<td>{{ each.declared_at }}{% endfor %}</table>"
)


def bare_page(request: HttpRequest) -> HttpResponse:
    """25 rows through the ORM and a template, behind the same middleware and sign-in."""
    rows = Incident.objects.open().in_queue_order()
    rows = rows.select_related("practitioner__user", "handler")[:PAGE]
    return HttpResponse(BARE_PAGE.render({"rows": rows}, request))


urlpatterns = [path("bare/", bare_page), path("", include("config.urls"))]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, nargs=2, default=[1_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=60)
    asked = parser.parse_args()
    if connection.vendor != "postgresql":
        sys.exit("bench/queue_page.py needs PostgreSQL: set DATABASE_URL.")
    settings.ROOT_URLCONF = __name__
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        few = measured(asked.files[0], asked.rounds)
        many = measured(asked.files[1], asked.rounds)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    return report(asked.files, few, many)


def measured(files: int, rounds: int) -> dict[str, tuple[float, float]]:
    """p50 and p95 in milliseconds of each page, all pages taken in turn."""
    seed(files)
    client = Client()
    client.force_login(User.objects.filter(role=Role.HANDLER).earliest("pk"))
    queue = reverse("desk:queue")
    hundredth = mark_of_page(100, files)
    pages: dict[str, Callable[[], object]] = {
        "bare SQL of the page": lambda: run(BARE_SQL),
        "bare page of 25 rows": lambda: client.get("/bare/"),
        "queue, page 1": lambda: client.get(queue),
        "queue, filtered": lambda: client.get(queue, {"vue": "miens", "attente": "handler"}),
        "counts of the views": lambda: client.get(reverse("desk:queue_counts")),
        "queue, page 100": lambda: client.get(queue, {"apres": hundredth}),
    }
    for ask in pages.values():  # caches warm, plans made
        check(ask())
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, ask in pages.items():
            start = time.perf_counter()
            ask()
            taken[name].append((time.perf_counter() - start) * 1_000)
    return {name: (statistics.median(each), percentile(each, 95)) for name, each in taken.items()}


def seed(files: int) -> None:
    """Half of the files are open, spread over 40 handlers and over the weeks to come."""
    run("TRUNCATE accounts_user, directory_practitioner, incidents_incident CASCADE")
    now = timezone.now()
    incident = _first_file(now)
    first = {
        "practitioner_id": Practitioner.objects.earliest("pk").pk,
        "handler_id": User.objects.filter(role=Role.HANDLER).earliest("pk").pk,
        "contract_id": Contract.objects.earliest("pk").pk,
    }
    multiply(
        incident,
        files,
        reference="'ER-' || n",
        practitioner=f"{first['practitioner_id']} + mod(n, {PEOPLE})",
        contract=f"{first['contract_id']} + mod(n, {PEOPLE})",
        handler=f"CASE WHEN mod(n, 20) = 0 THEN NULL ELSE {first['handler_id']} "
        f"+ mod(n / 20, {HANDLERS}) END",
        status="CASE WHEN mod(n, 2) = 0 THEN 'closed' ELSE 'under_review' END",
        outcome="CASE WHEN mod(n, 2) = 0 THEN 'advised' ELSE '' END",
        closed_at="CASE WHEN mod(n, 2) = 0 THEN now() END",
        waiting_on="(ARRAY['handler', 'practitioner', 'partner', 'platform'])[1 + mod(n / 2, 4)]",
        act_by="current_date + mod(n, 90)",
        queue_key="CASE WHEN mod(n, 2) = 0 THEN '3' ELSE '1-' || (current_date + mod(n, 90)) END",
    )
    multiply(incident.reviews.get(), files, incident=f"{incident.pk} + n")
    run("VACUUM ANALYZE")


def _first_file(now: datetime) -> Incident:
    doctor = User.objects.create(email="doctor@example.org", name="Dr", role=Role.PRACTITIONER)
    practitioner = Practitioner.objects.create(user=doctor, profession="physician")
    contract = Contract.objects.create(
        practitioner=practitioner, number="RCP-0", starts_on=now.date()
    )
    colleague = User.objects.create(email="handler@example.org", name="Sofia", role=Role.HANDLER)
    multiply(doctor, PEOPLE, email="'doctor' || n || '@example.org'")
    multiply(colleague, HANDLERS, email="'handler' || n || '@example.org'")
    multiply(practitioner, PEOPLE, user=f"{colleague.pk} + n")
    multiply(contract, PEOPLE, number="'RCP-' || n", practitioner=f"{practitioner.pk} + n")
    declaration = Declaration.objects.create(
        practitioner=practitioner, prepared_by=doctor, started_at=now, saved_at=now
    )
    return declare(
        declaration,
        circumstances=Circumstances(practice_mode="liberal"),
        reviews=[
            DeclaredReview(
                words="Accueil glacial, rendez-vous expédié en dix minutes, très déçue.",
                window=Window.on_day(now.date() - timedelta(days=10)),
                audience="public",
            )
        ],
        by=doctor,
        at=now,
    )


def mark_of_page(number: int, files: int) -> str:
    """The place of the last row before that page, or of the middle when there are not so many."""
    ahead = min(PAGE * (number - 1), files // 4)
    before = Incident.objects.open().in_queue_order().values_list("queue_key", "pk")[ahead]
    return f"{before[0]}~{before[1]}"


def run(sql: str) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        if cursor.description:
            cursor.fetchall()
    return HttpResponse()


def check(response: object) -> None:
    if response.status_code != 200:
        sys.exit(f"a page answered {response.status_code}")


def percentile(values: list[float], rank: int) -> float:
    return statistics.quantiles(values, n=100)[rank - 1]


def report(files: list[int], few: dict, many: dict) -> int:
    print(f"{'milliseconds, p50 (p95)':<34}{files[0]:>18,}{files[1]:>18,}")
    for name, (p50, p95) in many.items():
        print(f"{name:<34}{few[name][0]:>9.1f} ({few[name][1]:.1f}){p50:>12.1f} ({p95:.1f})")
    page = many["queue, page 1"][0]
    grown = {name: p50 / few[name][0] for name, (p50, _) in many.items()}
    figures = {
        "p50, many files ÷ few files": grown["queue, page 1"],
        "p50, filtered, many files ÷ few files": grown["queue, filtered"],
        "p50, counts, many files ÷ few files": grown["counts of the views"],
        "p50, page 100 ÷ page 1": many["queue, page 100"][0] / page,
        "p50, whole page ÷ bare page of 25 rows": page / many["bare page of 25 rows"][0],
    }
    for name, value in figures.items():
        print(f"{name:<44}{value:>6.2f}   goal {GOALS[name]}")
    print(json.dumps({"files": files, **figures}))
    return int(any(figures[name] > goal for name, goal in GOALS.items()))


if __name__ == "__main__":
    sys.exit(main())
