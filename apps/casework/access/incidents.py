"""Which files one may see, and what one may do to them."""

from datetime import date

from apps.accounts.models import User
from apps.casework.letters.recipients import substituted_by
from apps.incidents.models import Incident, IncidentQuerySet, Merge, OpenRows
from apps.incidents.status import Status
from apps.search.models import SearchEntry
from apps.search.query import Query


def incidents_for(user: User) -> IncidentQuerySet:
    """Files: the practitioner's own; all of them for the insurer's people; none for partners."""
    if user.is_insurer:
        return Incident.objects.all()
    if user.is_practitioner:
        return Incident.objects.for_practitioner(user)
    return Incident.objects.none()


def merged_for(user: User, reference: str) -> Incident | None:
    """The file of this reference, among those one may see, if another has absorbed it."""
    return incidents_for(user).filter(reference=reference, status=Status.MERGED).first()


def merges_for(user: User) -> OpenRows[Merge]:
    """The merges in force of the files one may see."""
    return Merge.objects.open().filter(kept__in=incidents_for(user))


def absorbed_by(user: User, incident: Incident) -> list[Merge]:
    """The files that this one has absorbed, and those that these had absorbed before."""
    merges = merges_for(user).select_related("absorbed", "absorbed__contract", "by")
    level = list(merges.filter(kept=incident).order_by("opened_at", "pk"))
    return level + [before for merge in level for before in absorbed_by(user, merge.absorbed)]


def found_for(user: User, query: Query, *, nearly: bool = False) -> IncidentQuerySet:
    """The files one may see, of the insurer's people only, that hold what is looked for.

    `nearly`: inside a name, a pseudonym, a number or an address, or spelt almost so.
    """
    if not user.is_insurer:
        return Incident.objects.none()
    entries = SearchEntry.objects.near(query) if nearly else SearchEntry.objects.matching(query)
    return incidents_for(user).filter(pk__in=entries.values("pk"))


def mergeable_for(user: User, incident: Incident, *, today: date) -> list[Incident]:
    """The other open files of the same practitioner which this person may join to it: those on
    which they may work, and those that nobody has taken."""
    others = incidents_for(user).open().filter(practitioner=incident.practitioner_id)
    return [
        other
        for other in others.exclude(pk=incident.pk).select_related("handler").order_by("-pk")
        if can_take(user, other) or can_work(user, other, today=today)
    ]


def can_take(user: User, incident: Incident) -> bool:
    return user.is_insurer and incident.handler_id is None and incident.is_open


def can_work(user: User, incident: Incident, *, today: date) -> bool:
    """May decide on this file once it is taken: its handler, who stands in for them while they
    are absent, supervisors, the legal lead."""
    if not incident.is_open or incident.status == Status.RECEIVED or not user.is_insurer:
        return False
    return _answers_for(user, incident, today=today)


def can_reopen(user: User, incident: Incident, *, today: date) -> bool:
    """May take a closing back, or open the file again: those who may close it."""
    if incident.is_open or not user.is_insurer:
        return False
    return _answers_for(user, incident, today=today)


def _answers_for(user: User, incident: Incident, *, today: date) -> bool:
    if user.is_senior or incident.handler_id == user.pk:
        return True
    return incident.handler in substituted_by(user, today=today)
