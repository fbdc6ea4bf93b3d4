"""What each folder of tests may cost, and what it did: said at the end of each run.

Costs are counted in units: how often a fixed piece of work could have been done meanwhile. The
piece is done every few seconds between two tests, in the same processes, so that a machine twice as
slow, or as busy, gives the same figures. A whole run of which a folder costs more than its budget
fails: what makes it quicker is looked for, or the budget is changed in sight of all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from time import perf_counter

import pytest
from django.template import Context, Engine

from .engine import COMMITS

EVERY = 2.0  # seconds
WORK = Engine().from_string(
    "{% for row in rows %}{% if row %}<li>{{ row|stringformat:'05d' }}</li>{% endif %}{% endfor %}"
)
# In units, with half as much again as was measured: figures differ by a third from run to run.
BUDGET = {
    "absent": 10_000,
    "accounts": 2_000,
    "api": 2_000,
    "browser": 180_000,
    "casework": 140_000,
    "deadlines": 6_000,
    "desk": 85_000,
    "devmailbox": 1_000,
    "dossiers": 27_000,
    "exhibits": 27_000,
    "extranet": 5_000,
    "files": 6_000,
    "incidents": 2_000,
    "journal": 2_000,
    "legal": 9_000,
    "letters": 6_000,
    "mailbox": 8_000,
    "portal": 22_000,
    "search": 1_000,
    "suite": 1_000,
    "tests": 72_000,
    "ui": 2_000,
}
SLOWEST = 10


def unit() -> float:
    """The seconds that the piece of work takes now."""
    began = perf_counter()
    WORK.render(Context({"rows": range(300)}))
    return perf_counter() - began


class Costs:
    """Seconds by test and by folder, and what a unit took meanwhile."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.folders: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.units: list[float] = []

    def add(self, test: str, seconds: float) -> None:
        self.seconds[test] += seconds
        self.folders[folder_of(test)][test] += seconds

    def in_units(self, folder: str) -> int:
        return round(self.folders[folder].total() / fmean(self.units))

    def over(self, budget: dict[str, int]) -> list[str]:
        """The folders that cost more than they may, and those that have no budget."""
        return [each for each in sorted(self.folders) if self.in_units(each) > budget.get(each, 0)]

    def lines(self, budget: dict[str, int]) -> Iterator[str]:
        yield f"{'folder':14}{'tests':>7}{'seconds':>9}{'units':>9}{'budget':>9}"
        for folder in sorted(self.folders, key=lambda each: -self.folders[each].total()):
            tests = self.folders[folder]
            cost, may = self.in_units(folder), budget.get(folder, 0)
            yield f"{folder:14}{len(tests):7}{tests.total():9.1f}{cost:9,}{may:9,}"
        yield f"a unit: {fmean(self.units) * 1000:.1f} ms, measured {len(self.units)} times"
        for test, seconds in self.seconds.most_common(SLOWEST):
            yield f"{seconds:8.1f} s  {test}"


def folder_of(test: str) -> str:
    """`tests/desk/files/test_close.py::…` is of `desk`; what lies in `tests` itself, of `tests`."""
    top, *below = test.partition("::")[0].split("/")
    return below[0] if len(below) > 1 else top


class Accountant:
    """Measures in each process of a run; the one that leads adds up and says."""

    def __init__(self, config: pytest.Config) -> None:
        self.costs = Costs()
        self.measured_at = 0.0
        chosen = config.getoption("keyword") or config.getoption("markexpr")
        self.is_whole = config.args_source is config.ArgsSource.TESTPATHS and not chosen

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if perf_counter() - self.measured_at > EVERY:
            item.user_properties.append(("unit", unit()))
            self.measured_at = perf_counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.costs.add(report.nodeid, report.duration)
        if report.when == "setup":
            self.costs.units += [value for name, value in report.user_properties if name == "unit"]

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.is_whole and session.testscollected and self.costs.over(BUDGET):
            session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.costs.units:
            return
        terminalreporter.section("what it cost")
        for line in self.costs.lines(BUDGET):
            terminalreporter.write_line(line)
        if self.is_whole and (over := self.costs.over(BUDGET)):
            terminalreporter.write_line(f"over budget: {', '.join(over)}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Accountant(config), "accountant")


@pytest.hookimpl(trylast=True)  # after they were shuffled
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, or a run ends with one process that waits for the other."""
    long = {file: rank_of(file) for file in {item.path for item in items}}
    items.sort(key=lambda item: long[item.path])


def rank_of(file: Path) -> int:
    if "browser" in file.parts:
        return 0
    return 1 if COMMITS.search(file.read_text()) else 2
