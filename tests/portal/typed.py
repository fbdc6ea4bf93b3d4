"""What the seed's surgeon types, page by page, as a browser would send it."""

from copy import deepcopy
from datetime import date

from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from apps.portal.steps import DeclarationStep
from tests.factories import started_declaration


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
}
DISCUSSION_DATES = {
    "dating": "day",
    **day("published_on", date(2026, 11, 2)),
    **day("read_on", date(2026, 11, 20)),
}
ANSWER = {"words": "Un incapable.", "audience": "public"}
ANSWER_DATES = {
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
SITUATION = {"situation": "post"}
ALL = {
    "situation": SITUATION,
    "practice": PRACTICE,
    "reviews": {"1": DISCUSSION},
    "dates": {"1": DISCUSSION_DATES},
    "exhibits": {},
    "context": CONTEXT,
}


def draft(practitioner: Practitioner, *done: str) -> Declaration:
    """A draft in which these steps are done."""
    answers = deepcopy({step: ALL[step] for step in done})
    return started_declaration(practitioner, answers=answers)


def draft_at(practitioner: Practitioner, step: DeclarationStep) -> Declaration:
    """A draft in which every step that comes before this one is done."""
    return draft(
        practitioner, *(done for done in ALL if DeclarationStep(done).number < step.number)
    )


def complete_draft(practitioner: Practitioner, **dates: str) -> Declaration:
    """A draft that may be sent; `dates` are changes to those of its one content."""
    declaration = draft_at(practitioner, DeclarationStep.CHECK)
    declaration.answers["dates"]["1"] |= dates
    declaration.save()
    return declaration


def page_of(declaration: Declaration, name: str, *arguments: int) -> str:
    """The address of a page of this draft."""
    return reverse(f"portal:{name}", args=[declaration.key, *arguments])
