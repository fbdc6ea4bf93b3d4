"""Count again the dates that an older reading of the law gave, and those whose day has passed."""

import re
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.deadlines.clock import set_clocks
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident, Publication, Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.mentions import read_mention
from apps.legal.republication import PublicationKind
from apps.legal.windows import DateSource, UnreadableDate
from apps.legal.wording import MONTHS

from .tell_dates import Before, tell_dates

BATCH = 500
# « Date affichée : « il y a 2 mois », relevée le lundi 23 novembre 2026. »
SHOWN = re.compile(
    r"Date affichée\s*:\s*«\s*(?P<words>.+?)\s*», relevée le \w+ (?P<day>\d{1,2})(?:er)? "
    r"(?P<month>\w+) (?P<year>\d{4})"
)
REASON = "Relue d’après les fenêtres en vigueur"


def recount(*, at: datetime) -> int:
    """Ask the law again about the contents whose dates are to be counted anew. Returns how many.

    When the day of the earliest reading has passed, a later one may drive from then on; rows of an
    older engine, which a migration has marked, follow the law in force, and never move later.
    Whoever works with a date that moves is told. Done again, it does nothing.
    """
    today, done = localdate(at), 0
    while ids := _batch(today):
        for pk in ids:
            _recount_one(pk, today=today, at=at)
        done += len(ids)
    return done


def _batch(today: date) -> list[int]:
    rows = Deadline.objects.to_recount(today=today).order_by("review")
    return list(rows.values_list("review", flat=True).distinct()[:BATCH])


@transaction.atomic
def _recount_one(pk: int, *, today: date, at: datetime) -> None:
    review = Review.objects.select_related("incident__practitioner__user").get(pk=pk)
    Incident.objects.locked(review.incident_id)
    before = Before(review)
    if review.deadlines.open().filter(counted_on=None).exists():
        _reread_windows(review, at=at)
    set_clocks(review, at=at)
    tell_dates(before, actor=None, at=at)
    review.deadlines.open().update(counted_on=today)


def _reread_windows(review: Review, *, at: datetime) -> None:
    """The windows of dates shown by a site, read again from the words that were kept."""
    for publication in review.publications.open().filter(source=DateSource.RELATIVE):
        shown = SHOWN.search(publication.origin)
        if shown is None or shown["month"] not in MONTHS:
            continue
        seen_on = date(int(shown["year"]), MONTHS.index(shown["month"]) + 1, int(shown["day"]))
        try:
            mention = read_mention(
                shown["words"], seen_on=seen_on, territory=review.incident.practitioner.department
            )
        except UnreadableDate:
            continue
        is_edit = publication.kind == PublicationKind.EDIT and mention.edit is not None
        window = mention.edit if is_edit and mention.edit else mention.first
        if (window.earliest, window.latest) == (publication.earliest, publication.latest):
            continue
        Publication.objects.filter(pk=publication.pk).update(closed_at=at)
        Publication.objects.create(
            review=review,
            number=publication.number,
            kind=publication.kind,
            reason=REASON,
            opened_at=at,
            **asdict(window),
        )
        record(
            Kind.PUBLICATION_CHANGED,
            incident=review.incident,
            actor=None,
            at=at,
            review=review.number,
        )
