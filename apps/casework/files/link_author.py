from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from apps.accounts.models import User
from apps.incidents.models import AuthorLink, Incident
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused

from .same_author import alike


class CannotLink(Refused):
    """Nothing brings these two files together."""


@transaction.atomic
def link_author(incident: Incident, other: Incident, *, by: User, at: datetime) -> AuthorLink:
    """Link two files that may come from the same author: a reading, told to the insurer alone.

    It keeps no name. Linked twice, it is one link; a suggestion that was dismissed is taken up
    again. Raises `CannotLink`, `IllegalMove`.
    """
    return say(incident, other, verdict=AuthorLink.Verdict.SAME, reason="", by=by, at=at)


def say(
    incident: Incident,
    other: Incident,
    *,
    verdict: AuthorLink.Verdict,
    reason: str,
    by: User,
    at: datetime,
) -> AuthorLink:
    """Write what is held of two files in place of what was, in the history of both."""
    incident, other = Incident.objects.locked_pair(incident.pk, other.pk)
    if not incident.is_open:
        raise IllegalMove(f"Le dossier {incident} n’est plus ouvert\u00a0: rien n’y change plus.")
    before = open_link(incident, other)
    if before and before.verdict == verdict:
        return before
    if not alike(incident).filter(incident=other).exists():
        raise CannotLink(
            "Ces deux dossiers n’ont aucun contenu du même pseudonyme sur la même plateforme"
            "\u00a0: il n’y a rien à relier."
        )
    if before:
        before.closed_at, before.closed_by = at, by
        before.save(update_fields=["closed_at", "closed_by"])
    first, second = _in_order(incident, other)
    link = AuthorLink.objects.create(
        first=first, second=second, verdict=verdict, reason=reason, by=by, opened_at=at
    )
    is_same = verdict == AuthorLink.Verdict.SAME
    kind = Kind.AUTHOR_LINKED if is_same else Kind.AUTHOR_DISMISSED
    record_on_both(kind, incident, other, by=by, at=at)
    return link


def open_link(incident: Incident, other: Incident) -> AuthorLink | None:
    """What is held of these two files now, if anything."""
    first, second = _in_order(incident, other)
    return AuthorLink.objects.open().filter(first=first, second=second).first()


def hand_over_links(links: QuerySet[AuthorLink], *, source: Incident, to: Incident) -> list[int]:
    """Let what is held of one locked file be held of another; returns the ids of what has moved.

    What that one already holds of the same third file stands, and between the two nothing moves.
    """
    moved = []
    for link in links.select_related("first", "second"):
        other = link.other_than(source)
        if other != to and open_link(to, other) is None:
            link.first, link.second = _in_order(to, other)
            link.save(update_fields=["first", "second"])
            moved.append(link.pk)
    return moved


def record_on_both(
    kind: Kind, incident: Incident, other: Incident, *, by: User, at: datetime
) -> None:
    """The same line in the history of two files, each naming the other."""
    record(kind, incident=incident, actor=by, at=at, file=other.reference)
    record(kind, incident=other, actor=by, at=at, file=incident.reference)


def _in_order(one: Incident, other: Incident) -> tuple[Incident, Incident]:
    """Two files have one link, whichever it is made from."""
    return (one, other) if one.pk < other.pk else (other, one)
