"""The exhibits as their owner reads them: what state each is in, what it proves, what it lacks."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.exhibits.coverage import Coverage
from apps.exhibits.models import Exhibit, Scan

from .coach import hints
from .draft import Draft

SCANS = {
    Scan.NOT_SCANNED: ("non analysé", "neutral"),
    Scan.PENDING: ("Analyse antivirus…", "information"),
    Scan.CLEAN: ("analysé", "calm"),
    Scan.INFECTED: ("virus trouvé", "urgent"),
}


@dataclass(frozen=True)
class EvidenceRow:
    """An exhibit and the numbers of the contents it shows, as their owner counts them."""

    exhibit: Exhibit
    contents: tuple[int, ...]

    @property
    def hints(self) -> list[str]:
        return hints(self.exhibit) if self.exhibit.is_current else []

    @property
    def scan_word(self) -> str:
        return SCANS[Scan(self.exhibit.scan)][0]

    @property
    def scan_meaning(self) -> str:
        return SCANS[Scan(self.exhibit.scan)][1]


@dataclass(frozen=True)
class Evidence:
    """The rows of a page, and how many of the contents they prove."""

    rows: list[EvidenceRow]
    coverage: Coverage

    @property
    def is_pending(self) -> bool:
        """Something will change by itself: the page asks again."""
        return any(row.exhibit.scan == Scan.PENDING for row in self.rows)


def of_draft(draft: Draft) -> Evidence:
    """What a draft holds. With a single content, every file is about it."""
    numbers = list(draft.reviews)
    rows = [
        EvidenceRow(exhibit, tuple(numbers if len(numbers) == 1 else exhibit.contents))
        for exhibit in draft.declaration.exhibits.order_by("pk")
    ]
    shown = {number for row in rows for number in row.contents}
    missing = tuple(rank for rank, n in enumerate(numbers, start=1) if n not in shown)
    ranks = {number: rank for rank, number in enumerate(numbers, start=1)}
    ranked = [EvidenceRow(row.exhibit, _ranks(row.contents, ranks)) for row in rows]
    return Evidence(ranked, Coverage(len(numbers) - len(missing), len(numbers), missing))


def of_incident(exhibits: Iterable[Exhibit], coverage: Coverage) -> Evidence:
    """What a file holds, the exhibits set aside included."""
    rows = [
        EvidenceRow(exhibit, tuple(sorted(review.number for review in exhibit.reviews.all())))
        for exhibit in exhibits
    ]
    return Evidence(rows, coverage)


def _ranks(contents: Iterable[int], ranks: dict[int, int]) -> tuple[int, ...]:
    """A content that was removed leaves its number free: the page counts those that stay."""
    return tuple(sorted(ranks[number] for number in contents if number in ranks))
