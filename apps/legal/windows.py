"""When a text was published: never one date, always a window and where it comes from."""

import calendar
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self

from .labelled import Labelled
from .shown_words import Shown, read_shown
from .territories import PARIS
from .territories import territory as find_territory
from .unreadable import UnreadableDate
from .wording import full_date

__all__ = ["DateSource", "UnreadableDate", "Window"]

# A year outside these is a slip of the keyboard, and arithmetic on it could leave the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class DateSource(Labelled):
    """Where the window comes from, the surest first."""

    EXACT_INSTANT = "EXACT_INSTANT", "instant exact donné par la plateforme"
    EXACT_DAY = "EXACT_DAY", "jour exact"
    RELATIVE = "RELATIVE", "date relative affichée par la plateforme"
    MONTH_ONLY = "MONTH_ONLY", "mois seul"
    BETWEEN = "BETWEEN", "entre deux dates"
    DECLARED = "DECLARED", "date déclarée par le praticien"
    UNKNOWN = "UNKNOWN", "date inconnue"


@dataclass(frozen=True)
class Window:
    """The civil days, both included, between which the publication took place.

    Both are `None` when nothing is known; `earliest` alone is when all that is known is that it
    was published at the latest on that day. `origin` is the French sentence that says what the
    window was read from; it is printed, never compared. Raises `UnreadableDate`.
    """

    earliest: date | None
    latest: date | None
    source: DateSource
    origin: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.earliest and self.latest is None:
            raise UnreadableDate("Donner le premier et le dernier jour possibles, ou aucun.")
        for day in (self.earliest, self.latest):
            if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise UnreadableDate(f"L’année {day.year} n’est pas vraisemblable.")
        if self.earliest and self.latest and self.latest < self.earliest:
            raise UnreadableDate(
                f"La fin de la période ({full_date(self.latest)}) précède son début "
                f"({full_date(self.earliest)})."
            )

    @property
    def is_unknown(self) -> bool:
        """Tell whether no date can be computed from this window."""
        return self.earliest is None

    @classmethod
    def on_day(cls, day: date) -> Self:
        """The publication is known to the day."""
        return cls(day, day, DateSource.EXACT_DAY)

    @classmethod
    def at_instant(cls, instant: datetime, territory: str = "75") -> Self:
        """The publication is known to the second, with its offset from UTC.

        The earlier of the civil days in Paris and in the practitioner's territory is kept: no
        authority says which one counts (legal.md §4.3).
        """
        if instant.tzinfo is None:
            raise UnreadableDate("Un instant doit porter son décalage horaire, par exemple +02:00.")
        place = find_territory(territory)
        try:
            in_paris = instant.astimezone(PARIS).date()
            on_site = instant.astimezone(place.zone).date()
        except OverflowError:
            raise UnreadableDate("Cet instant est hors du calendrier.") from None
        origin = ""
        if in_paris != on_site:
            origin = (
                f"Instant de publication\u00a0: {full_date(in_paris)} à Paris, "
                f"{full_date(on_site)} sur place ({place.name})\u00a0; le premier est retenu."
            )
        day = min(in_paris, on_site)
        return cls(day, day, DateSource.EXACT_INSTANT, origin)

    @classmethod
    def shown(cls, shown: Shown) -> Self:
        """What the words of a site date, be it a first posting or an edit."""
        if shown.is_counted:
            source = DateSource.RELATIVE
        elif shown.earliest == shown.latest:
            source = DateSource.EXACT_DAY
        else:
            source = DateSource.MONTH_ONLY
        return cls(shown.earliest, shown.latest, source, shown.origin)

    @classmethod
    def first_posting(cls, shown: Shown) -> Self:
        """What the words of a site say of the first posting: not later than an edit they date."""
        if shown.is_edit:
            return cls(None, shown.latest, DateSource.UNKNOWN, shown.origin)
        return cls.shown(shown)

    @classmethod
    def relative(cls, text: str, seen_on: date, territory: str = "75") -> Self:
        """The first posting, as a site showed it on `seen_on`: « il y a 2 mois ».

        `read_mention` reads the same words and also says when the text was edited.
        """
        return cls.first_posting(read_shown(text, seen_on=seen_on, territory=territory))

    @classmethod
    def between(cls, first: date, last: date) -> Self:
        """The publication took place between two days, both included."""
        return cls(first, last, DateSource.BETWEEN)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Only the month of publication is known."""
        if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
            raise UnreadableDate(f"Le mois {month}/{year} n’existe pas.")
        last_day = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last_day), DateSource.MONTH_ONLY)

    @classmethod
    def declared(cls, day: date) -> Self:
        """The practitioner says so and nothing proves it yet."""
        return cls(day, day, DateSource.DECLARED)

    @classmethod
    def unknown(cls) -> Self:
        """Nothing is known: no date is promised and the case is treated as almost over."""
        return cls(None, None, DateSource.UNKNOWN)
