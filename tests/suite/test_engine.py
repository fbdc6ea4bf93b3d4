"""Nothing that speaks to its engine is tried on PostgreSQL alone."""

from pathlib import Path

from .engine import TESTS, heard_in, runs_on_both, speakers

# What no test imports is reached through these.
THROUGH = {
    "apps.bell": "mailbox/test_post.py",
    "apps.casework.access.calendars": "files/test_calendar_feed.py",
    "apps.casework.access.missions": "extranet/test_assignments.py",
    "apps.casework.insert_from": "casework/deadlines/test_remind.py",
    "apps.casework.team.ageing": "desk/team/test_team.py",
    "apps.deadlines.models.act": "casework/deadlines/test_remind_checks.py",
    "apps.deadlines.models.deadline": "deadlines/test_clock.py",
    "apps.deadlines.urgency": "desk/queue/test_queue.py",
    "apps.exhibits.models.exhibit": "casework/exhibits/test_attach.py",
    "apps.files.views": "files/test_downloads.py",
    "apps.remedies.models.step": "casework/readings/test_ladder.py",
    "apps.search.french": "search/test_query.py",
    "apps.search.management.commands.reindex": "casework/search/test_index_stale_files.py",
    "apps.search.trigrams": "desk/search/test_search.py",
}


def modules_of_tests() -> list[Path]:
    ours = Path(__file__).parent
    return [file for file in TESTS.rglob("test_*.py") if file.parent != ours]


def test_each_module_that_speaks_to_its_engine_is_tried_on_both() -> None:
    on_both = (file for file in modules_of_tests() if runs_on_both(file))
    heard = {speaker for file in on_both for speaker in heard_in(file)}
    assert speakers() - heard == THROUGH.keys()


def test_what_it_is_reached_through_runs_on_both() -> None:
    assert [name for name in THROUGH.values() if not runs_on_both(TESTS / name)] == []


def test_what_only_looks_at_pages_runs_once() -> None:
    once = {
        file.relative_to(TESTS).as_posix() for file in modules_of_tests() if not runs_on_both(file)
    }
    assert once >= {"test_access_matrix.py", "test_canary.py", "browser/test_every_page.py"}
