"""How long a search takes with very many files, beside the queue page of the same run.

    python bench/search.py [--files 1000000] [--rounds 30]

Needs PostgreSQL (DATABASE_URL); works in a database of its own, made and dropped here. A word that
every file holds, one that a file in a thousand holds, one that a single file holds, two words, a
quote, the beginning of a word, part of a pseudonym, a pseudonym misspelt, and a word that no file
holds. Prints a table and one JSON line; exits 1 when a goal is missed.
"""

import argparse
import json
import statistics
import sys
import time

import queue_page  # prepares Django
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import Role, User
from apps.casework.search.index_file import index_file
from apps.incidents.models import Incident

SEARCHES = {
    "common": "accueil",
    "one in a thousand": "canard7",
    "rare": "aiguille",
    "two words": "accueil canard7",
    "quote": '"accueil glacial"',
    "without accents, a beginning": "decu",
    "part of a pseudonym": "lou777",
    "a pseudonym misspelt": "superlu777000",
    "no hit": "introuvable",
}
GOAL = 3.0  # × the queue page
GOAL_NEARLY = 4.0  # what is found in a second go
NEARLY = {"part of a pseudonym", "a pseudonym misspelt", "no hit"}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=30)
    asked = parser.parse_args()
    if connection.vendor != "postgresql":
        sys.exit("bench/search.py needs PostgreSQL: set DATABASE_URL.")
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return report(asked.files, measured(asked.files, asked.rounds))
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


def measured(files: int, rounds: int) -> dict[str, tuple[float, float]]:
    """p50 and p95 in milliseconds of each page, all pages taken in turn."""
    queue_page.seed(files)
    seed_words(files)
    client = Client()
    client.force_login(User.objects.filter(role=Role.HANDLER).earliest("pk"))
    pages = {"queue": reverse("desk:queue")}
    for name, typed in SEARCHES.items():
        pages[name] = client.post(reverse("desk:search"), {"mots": typed}).url
    for address in pages.values():
        queue_page.check(client.get(address))
    taken: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(rounds):
        for name, address in pages.items():
            start = time.perf_counter()
            client.get(address)
            taken[name].append((time.perf_counter() - start) * 1_000)
    return {
        name: (statistics.median(each), queue_page.percentile(each, 95))
        for name, each in taken.items()
    }


def seed_words(files: int) -> None:
    """Each file with the words of the first, a pseudonym of its own, and one word in a thousand."""
    first = Incident.objects.earliest("pk")
    index_file(first, at=timezone.now())
    rare = files // 2 | 1
    queue_page.run(
        "INSERT INTO search_searchentry (incident_id, names, text, indexed_at) "
        f"SELECT {first.pk} + n, names || 'superlou' || n || ' ', text || 'superlou' || n || "
        "' canard' || mod(n, 1000) || ' ' || "
        f"CASE WHEN n = {rare} THEN 'aiguille ' ELSE '' END, indexed_at "
        f"FROM search_searchentry, generate_series(1, {files}) n WHERE incident_id = {first.pk}"
    )
    queue_page.run("VACUUM ANALYZE")


def report(files: int, taken: dict[str, tuple[float, float]]) -> int:
    queue = taken["queue"][0]
    figures = {name: p50 / queue for name, (p50, _) in taken.items() if name != "queue"}
    print(f"{'milliseconds with':<32}{files:>12,} files: p50 (p95), × the queue page")
    for name, (p50, p95) in taken.items():
        goal = GOAL_NEARLY if name in NEARLY else GOAL
        print(f"{name:<32}{p50:>9.1f} ({p95:.1f}){p50 / queue:>9.2f}   goal {goal}")
    print(json.dumps({"files": files, **figures}))
    return int(
        any(value > (GOAL_NEARLY if name in NEARLY else GOAL) for name, value in figures.items())
    )


if __name__ == "__main__":
    sys.exit(main())
