"""Contents that were declared before (DECL-21): one's own are offered, others stay with us."""

from django.db.models import Q

from apps.accounts.models import User
from apps.casework.access import incidents_for
from apps.directory.models import Practitioner
from apps.incidents.fingerprints import url_key, words_key
from apps.incidents.models import Incident, Review


def already_declared(
    user: User, practitioner: Practitioner, *, url: str, words: str
) -> Review | None:
    """The content of a file of this practitioner, among those that `user` may see; the latest."""
    keys = {"url_key": url_key(url), "words_key": words_key(words)}
    same = _any_of([Q(**{name: key}) for name, key in keys.items() if key])
    if same is None:
        return None
    theirs = incidents_for(user).filter(practitioner=practitioner)
    return (
        Review.objects.filter(same, incident__in=theirs)
        .select_related("incident")
        .order_by("-incident__declared_at", "number")
        .first()
    )


def same_contents(incident: Incident) -> list[Review]:
    """Contents of other files with the same page or the same words; at most ten, the latest first.

    Whoever the insured: for the insurer's people only, never for who declares nor for partners.
    """
    same = _any_of([condition for review in incident.reviews.all() for condition in _like(review)])
    if same is None:
        return []
    others = Review.objects.filter(same).exclude(incident=incident)
    return list(others.select_related("incident").order_by("-incident__declared_at", "number")[:10])


def _like(review: Review) -> list[Q]:
    conditions = []
    if review.url_key:
        conditions.append(Q(url_key=review.url_key))
    if review.words_key:
        conditions.append(Q(words_key=review.words_key))
    return conditions


def _any_of(conditions: list[Q]) -> Q | None:
    if not conditions:
        return None
    first, *others = conditions
    for other in others:
        first |= other
    return first
