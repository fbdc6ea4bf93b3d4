"""What the seed's surgeon types, page by page, as a browser would send it."""

from copy import deepcopy
from datetime import date

from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from tests.factories import MONDAY_MORNING


def day(name: str, value: date) -> dict[str, str]:
    """The three boxes of a date."""
    boxes = (value.day, value.month, value.year)
    return {f"{name}_{index}": str(part) for index, part in enumerate(boxes)}


PRACTICE = {"practice_mode": "hospital", "facility_page": "unknown"}
DISCUSSION = {
    "url": "https://www.facebook.com/groups/primalien/posts/1",
    "words": "Ce chirurgien a falsifié ses comptes rendus.\r\nFuyez.",
    "author_pseudonym": "Lulu du 12",
    "audience": "public",
    "members": "5 000",
    "dating": "day",
    **day("published_on", date(2026, 11, 2)),
    **day("read_on", date(2026, 11, 20)),
}
ANSWER = {
    "words": "Un incapable.",
    "audience": "public",
    "dating": "relative",
    "shown_words": "il y a 2 mois",
    **day("seen_on", date(2026, 11, 23)),
}
CONTEXT = {
    "already_replied": "no",
    "already_reported": "no",
    "bailiff_report": "yes",
    **day("bailiff_report_on", date(2026, 11, 21)),
    "bailiff_report_cost": "1 250,50",
    "bailiff_report_was_urgent": "yes",
}
ALL = {
    "practice": PRACTICE,
    "reviews": {"1": DISCUSSION},
    "exhibits": {},
    "context": CONTEXT,
}


def draft(practitioner: Practitioner, *done: str) -> Declaration:
    """A draft in which these steps are done."""
    answers = deepcopy({step: ALL[step] for step in done})
    return Declaration.objects.create(
        practitioner=practitioner, answers=answers, started_at=MONDAY_MORNING
    )


def complete_draft(practitioner: Practitioner, **changes: str) -> Declaration:
    """A draft that may be sent; `changes` are made to its one content."""
    declaration = draft(practitioner, *ALL)
    declaration.answers["reviews"]["1"] |= changes
    declaration.save()
    return declaration
