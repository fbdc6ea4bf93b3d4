from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.deadlines.record_deadline import record_deadline
from apps.deadlines.clock import set_clocks
from apps.directory.models import Platform
from apps.incidents.circumstances import AuthorKind, Situation, Source
from apps.incidents.fingerprints import author_key, url_key, words_key
from apps.incidents.models import Declaration, Incident, Publication, ReferenceCounter, Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.mailbox.post import post

from .issue_receipt import issue_receipt


@dataclass(frozen=True)
class DeclaredAgain:
    """A later putting on line of a content, with its own window."""

    kind: PublicationKind
    window: Window


@dataclass(frozen=True, kw_only=True)
class DeclaredReview:
    """One content as the practitioner describes it.

    `number` is its number in the draft, by which files of proof name it. `persons`, for an
    establishment, are those it targets: each gets a content and clocks of their own. `natures`
    are codes of `Nature`.
    """

    words: str
    window: Window
    audience: str
    number: int = 0
    url: str = ""
    rating: int | None = None
    persons: Sequence[str] = ()
    author_pseudonym: str = ""
    author_kind: str = AuthorKind.UNKNOWN
    natures: Sequence[str] = ()
    members: int | None = None
    read_on: date | None = None
    again: Sequence[DeclaredAgain] = ()


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What the practitioner says about the file as a whole."""

    situation: str = Situation.REVIEW
    practice_mode: str
    facility_page: str = ""
    facility_contact: str = ""
    already_replied: bool = False
    replied_on: date | None = None
    already_reported: bool = False
    reported_on: date | None = None
    bailiff_report_on: date | None = None
    bailiff_report_cost: Decimal | None = None
    bailiff_report_was_urgent: bool = False
    wishes: Sequence[str] = ()


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
    source = _source(declaration)
    incident = Incident.objects.create(
        reference=ReferenceCounter.draw(today.year),
        practitioner=practitioner,
        contract=practitioner.contracts.on(today),
        source=source,
        declared_at=at,
        confirmed_at=None if source == Source.PHONE else at,
        **vars(circumstances) | {"wishes": list(circumstances.wishes)},
    )
    if source == Source.DELEGATE:
        prepared_by, handed_at = declaration.prepared_by, declaration.handed_at or at
        record(Kind.INCIDENT_PREPARED, incident=incident, actor=prepared_by, at=handed_at)
    kind = Kind.INCIDENT_PHONED if source == Source.PHONE else Kind.INCIDENT_DECLARED
    record(kind, incident=incident, actor=by, at=at, reviews=len(reviews))
    opened = _open_reviews(incident, reviews, by=by, at=at)
    _move_exhibits(declaration, incident, opened)
    declaration.incident = incident
    declaration.save(update_fields=["incident"])
    issue_receipt(incident, at=at)
    _acknowledge(incident, at=at)
    return incident


def _acknowledge(incident: Incident, *, at: datetime) -> None:
    """Tell the practitioner that it is received, and to confirm what they did not send."""
    practitioner = incident.practitioner.user
    if incident.source == Source.PHONE:
        key = f"incident-{incident.pk}-to-confirm"
        post("declaration_to_confirm", to=practitioner, key=key, at=at, incident=incident)
    else:
        key = f"incident-{incident.pk}-declared"
        post("incident_declared", to=practitioner, key=key, at=at, incident=incident)


def _source(declaration: Declaration) -> Source:
    """Who typed it; what was typed by telephone waits for the practitioner to confirm it."""
    if declaration.prepared_by_id == declaration.practitioner.user_id:
        return Source.PORTAL
    return Source.PHONE if declaration.prepared_by.is_insurer else Source.DELEGATE


def _open_reviews(
    incident: Incident, reviews: Sequence[DeclaredReview], *, by: User, at: datetime
) -> dict[int, list[Review]]:
    """One row per content and per person; they are given by the content's number in the draft."""
    opened: dict[int, list[Review]] = {}
    number = 0
    for place, declared in enumerate(reviews, start=1):
        for person in declared.persons or [""]:
            number += 1
            review = _open_review(incident, number, declared, person, by=by, at=at)
            opened.setdefault(declared.number or place, []).append(review)
    return opened


def _open_review(
    incident: Incident,
    number: int,
    declared: DeclaredReview,
    person: str,
    *,
    by: User,
    at: datetime,
) -> Review:
    review = Review.objects.create(
        incident=incident,
        number=number,
        platform=Platform.objects.for_url(declared.url),
        url=declared.url,
        words=declared.words,
        person=person,
        rating=declared.rating,
        author_pseudonym=declared.author_pseudonym,
        author_kind=declared.author_kind,
        natures=list(declared.natures),
        audience=declared.audience,
        members=declared.members,
        read_on=declared.read_on,
        url_key=url_key(declared.url),
        words_key=words_key(declared.words),
        author_key=author_key(declared.author_pseudonym),
    )
    first = DeclaredAgain(PublicationKind.FIRST, declared.window)
    for rank, published in enumerate([first, *declared.again], start=1):
        Publication.objects.create(
            review=review,
            number=rank,
            kind=published.kind,
            opened_at=at,
            **asdict(published.window),
        )
    for deadline in set_clocks(review, at=at):
        record_deadline(deadline, actor=by, at=at)
    return review


def _move_exhibits(
    declaration: Declaration, incident: Incident, opened: dict[int, list[Review]]
) -> None:
    """Give the files of proof to the file, each to the contents that it was said to show.

    With a single content, every file is about it.
    """
    alone = list(opened) if len(opened) == 1 else []
    for number, exhibit in enumerate(declaration.exhibits.order_by("pk"), start=1):
        exhibit.incident, exhibit.number = incident, number
        exhibit.save(update_fields=["incident", "number"])
        exhibit.reviews.set(
            review
            for content in exhibit.contents or alone
            for review in opened.get(int(content), [])
        )
