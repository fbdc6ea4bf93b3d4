from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.deadlines.clock import set_clocks
from apps.directory.models import Platform
from apps.incidents.models import Declaration, Incident, Publication, ReferenceCounter, Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.windows import Window
from apps.mailbox.post import post

from .record_deadline import record_deadline


@dataclass(frozen=True, kw_only=True)
class DeclaredReview:
    """One content as the practitioner describes it."""

    words: str
    window: Window
    audience: str
    url: str = ""
    author_pseudonym: str = ""
    members: int | None = None
    read_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What the practitioner says about the file as a whole."""

    practice_mode: str
    facility_page: str = ""
    already_replied: bool = False
    already_reported: bool = False
    bailiff_report_on: date | None = None
    bailiff_report_cost: Decimal | None = None
    bailiff_report_was_urgent: bool = False


@transaction.atomic
def declare(
    declaration: Declaration,
    *,
    circumstances: Circumstances,
    reviews: Sequence[DeclaredReview],
    by: User,
    at: datetime,
) -> Incident:
    """Turn a draft into a file, with a press deadline on each content from this moment on.

    Sent twice (double tap, retry), the same draft gives the same file.
    """
    declaration = Declaration.objects.select_for_update().get(pk=declaration.pk)
    if declaration.incident:
        return declaration.incident
    practitioner, today = declaration.practitioner, localdate(at)
    incident = Incident.objects.create(
        reference=ReferenceCounter.draw(today.year),
        practitioner=practitioner,
        contract=practitioner.contract_on(today),
        declared_at=at,
        **vars(circumstances),
    )
    record(Kind.INCIDENT_DECLARED, incident=incident, actor=by, at=at, reviews=len(reviews))
    for number, declared in enumerate(reviews, start=1):
        _open_review(incident, number, declared, by=by, at=at)
    _move_exhibits(declaration, incident)
    declaration.incident = incident
    declaration.save(update_fields=["incident"])
    post(
        "incident_declared",
        to=practitioner.user,
        key=f"incident-{incident.pk}-declared",
        at=at,
        incident=incident,
    )
    return incident


def _open_review(
    incident: Incident, number: int, declared: DeclaredReview, *, by: User, at: datetime
) -> None:
    review = Review.objects.create(
        incident=incident,
        number=number,
        platform=Platform.objects.for_url(declared.url),
        url=declared.url,
        words=declared.words,
        author_pseudonym=declared.author_pseudonym,
        audience=declared.audience,
        members=declared.members,
        read_on=declared.read_on,
    )
    Publication.objects.create(
        review=review,
        earliest=declared.window.earliest,
        latest=declared.window.latest,
        source=declared.window.source,
        origin=declared.window.origin,
        opened_at=at,
    )
    for deadline in set_clocks(review, at=at):
        record_deadline(deadline, actor=by, at=at)


def _move_exhibits(declaration: Declaration, incident: Incident) -> None:
    for number, exhibit in enumerate(declaration.exhibits.order_by("pk"), start=1):
        exhibit.incident, exhibit.number = incident, number
        exhibit.save(update_fields=["incident", "number"])
