"""Who is written to: whom a file belongs to, who stands in for them, or those above them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from apps.accounts.models import Absence, Role, User
from apps.incidents.models import Incident


def followers(incident: Incident, *, today: date) -> list[User]:
    """Those who answer for a file on a day: nobody while nobody has taken it.

    A handler who is absent is written to all the same, with their substitute; the files of one who
    has left are the supervisors'.
    """
    if incident.handler_id is None:
        return []
    return in_charge(User.objects.filter(pk=incident.handler_id), today=today)


def in_charge(handlers: QuerySet[User], *, today: date) -> list[User]:
    """The same, of several handlers at once."""
    people = list(handlers)
    present = [person for person in people if person.is_active]
    if len(present) < len(people):
        present += supervisors()
    return with_substitutes(present, today=today)


def supervisors() -> list[User]:
    return list(User.objects.filter(role=Role.SUPERVISOR, is_active=True).order_by("pk"))


def seniors() -> list[User]:
    """Those who may answer for anything: supervisors and the legal lead."""
    ranks = (Role.SUPERVISOR, Role.LEGAL_LEAD)
    return list(User.objects.filter(role__in=ranks, is_active=True).order_by("pk"))


def with_substitutes(people: Iterable[User], *, today: date) -> list[User]:
    """These people and those who stand in for them, each once."""
    people = list(people)
    stand_ins = User.objects.filter(
        pk__in=Absence.objects.on(today).filter(user__in=people).values("substitute"),
        is_active=True,
    )
    return list(dict.fromkeys([*people, *stand_ins.order_by("pk")]))


def substituted_by(user: User, *, today: date) -> QuerySet[User]:
    """The people in whose place somebody may work on a day."""
    return User.objects.filter(
        pk__in=Absence.objects.on(today).filter(substitute=user).values("user")
    )


def answered_for(user: User, *, today: date) -> list[User]:
    """Those whose files a person answers for on a day: themselves, and the absent colleagues in
    whose place they stand. Read at once, so that an index of their files serves."""
    return [user, *substituted_by(user, today=today)]


def is_left_alone(handler: str) -> Q:
    """Has nobody to answer for it: no handler, or one who has left."""
    return Q(**{handler: None}) | Q(**{f"{handler}__is_active": False})
