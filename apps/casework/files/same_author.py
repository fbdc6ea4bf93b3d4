"""Files that hold a content of the same pseudonym on the same platform: for the insurer alone.

What is compared are fingerprints, from one file that somebody works on; nothing lists authors
(RGPD art. 10, docs/decisions).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from apps.accounts.models import User
from apps.casework.access import incidents_for
from apps.incidents.models import AuthorLink, Incident, IncidentQuerySet, Review

MOST = 10  # files suggested at once
ARCHIVED_AFTER = timedelta(days=365)  # from its closing on, a file is compared no more


@dataclass(frozen=True)
class Linked:
    """What was said of two files, and the other of the two."""

    link: AuthorLink
    incident: Incident


@dataclass(frozen=True)
class SameAuthor:
    """The files linked to one, those that may be, and those that were set aside."""

    linked: list[Linked]
    suggested: list[Incident]
    dismissed: list[Linked]


def same_author(user: User, incident: Incident, *, at: datetime) -> SameAuthor:
    """What this person may know, in three queries. Each suggested file has its contents `alike`."""
    links = _links(user, incident)
    said = {link.incident.pk for link in links}
    contents = alike(incident)
    suggested = (
        _compared(user, at=at)
        .filter(Exists(contents.filter(incident=OuterRef("pk"))))
        .exclude(pk__in=said)
        .select_related("practitioner__user")
        .prefetch_related(Prefetch("reviews", contents.select_related("platform"), "alike"))
        .order_by("-declared_at", "-pk")
    )
    is_same = AuthorLink.Verdict.SAME
    return SameAuthor(
        linked=[one for one in links if one.link.verdict == is_same],
        suggested=list(suggested[:MOST]),
        dismissed=[one for one in links if one.link.verdict != is_same],
    )


def alike(incident: Incident) -> QuerySet[Review]:
    """The contents of other files that bear a pseudonym of this one, on the same platform."""
    own = incident.reviews.exclude(author_key="").filter(
        author_key=OuterRef("author_key"), platform=OuterRef("platform")
    )
    return Review.objects.filter(Exists(own)).exclude(incident=incident).order_by("number")


def _compared(user: User, *, at: datetime) -> IncidentQuerySet:
    still = Q(closed_at=None) | Q(closed_at__gt=at - ARCHIVED_AFTER)
    return incidents_for(user).standing().filter(still)


def _links(user: User, incident: Incident) -> list[Linked]:
    visible = incidents_for(user).standing()
    links = (
        AuthorLink.objects.open()
        .filter(
            Q(first=incident, second__in=visible) | Q(second=incident, first__in=visible),
        )
        .select_related("by", "first__practitioner__user", "second__practitioner__user")
        .order_by("-opened_at", "-pk")
    )
    return [Linked(link, link.other_than(incident)) for link in links]
