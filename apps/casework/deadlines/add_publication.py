from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from apps.accounts.models import User
from apps.deadlines.clock import set_clocks
from apps.incidents.models import Publication, Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.refusals import Refused

from .tell_dates import Before, tell_dates


class PrecedesFirstPosting(Refused):
    """What comes again cannot come before what was first."""


@transaction.atomic
def add_publication(
    review: Review,
    *,
    kind: PublicationKind,
    window: Window,
    reason: str,
    by: User,
    at: datetime,
    edit: Window | None = None,
) -> Publication:
    """Write down that a content was put on line again. It gets a clock of its own.

    Written down twice, it is one. The clock of the first posting stays as it is: a later one is a
    chance, never a promise (legal.md §4.2). `edit` is the window of a modification that the same
    words date: it opens a disputed clock of its own too. Raises `PrecedesFirstPosting`.
    """
    incident = review.locked_incident()
    same = review.publications.open().filter(
        kind=kind, earliest=window.earliest, latest=window.latest
    )
    if made := same.first():
        return made
    first = review.publications.open().get(number=1)
    if window.latest and first.earliest and window.latest < first.earliest:
        raise PrecedesFirstPosting(
            "Cette remise en ligne précède la première publication. Vérifiez les deux dates."
        )
    last = review.publications.aggregate(last=Max("number"))["last"] or 0
    publication = Publication.objects.create(
        review=review,
        number=last + 1,
        kind=kind,
        reason=reason,
        opened_at=at,
        **asdict(window),
    )
    record(
        Kind.PUBLICATION_ADDED,
        incident=incident,
        actor=by,
        at=at,
        review=review.number,
        publication_kind=kind.value,
    )
    before = Before(review)
    set_clocks(review, at=at, by=by)
    tell_dates(before, actor=by, at=at)
    if edit:
        add_publication(review, kind=PublicationKind.EDIT, window=edit, reason=reason, by=by, at=at)
    return publication
