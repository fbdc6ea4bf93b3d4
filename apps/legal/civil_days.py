"""The civil day where a practitioner works, beside that of Paris: they differ for hours."""

from datetime import date, datetime

from .territories import PARIS
from .territories import territory as find_territory


def todays(at: datetime, territory: str) -> tuple[date, date]:
    """The earlier, then the later, of the days in Paris and in the territory at this instant.

    No authority says which of the two counts (legal.md §4.3): by prudence a mention is read from
    the earlier one, and only what comes after the later one is still to come.
    """
    in_paris = at.astimezone(PARIS).date()
    on_site = at.astimezone(find_territory(territory).zone).date()
    return min(in_paris, on_site), max(in_paris, on_site)
