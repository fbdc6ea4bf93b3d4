from datetime import date, datetime

from django.db import transaction

from apps.accounts.models import Absence, User
from apps.casework.search.queue_facts import possible_handlers
from apps.mailbox.post import post
from apps.refusals import Refused


class AbsenceRefused(Refused):
    """Nobody could be reached on those days."""


@transaction.atomic
def declare_absence(
    user: User, *, substitute: User, starts_on: date, ends_on: date, by: User, at: datetime
) -> Absence:
    """Say that somebody is away from one civil day in Paris to another, both included, and who
    stands in for them, who is written to. Raises `AbsenceRefused`.
    """
    people = {person.pk: person for person in _locked(user, substitute)}
    if len(people) < 2:
        raise AbsenceRefused("Choisissez pour remplaçant une autre personne qui suit des dossiers.")
    if ends_on < starts_on:
        raise AbsenceRefused("Le dernier jour vient avant le premier.")
    same_days = Absence.objects.crossing(starts_on, ends_on)
    if same_days.filter(user=user).exists():
        raise AbsenceRefused(f"{user} a déjà une absence sur ces jours.")
    if same_days.filter(user=substitute).exists():
        raise AbsenceRefused(f"{substitute} est absent sur une partie de ces jours.")
    if covered := same_days.filter(substitute=user).select_related("user").first():
        raise AbsenceRefused(f"{user} remplace {covered.user} sur une partie de ces jours.")
    absence = Absence.objects.create(
        user=user,
        substitute=substitute,
        starts_on=starts_on,
        ends_on=ends_on,
        declared_by=by,
        declared_at=at,
    )
    post(
        "substitute_named",
        to=substitute,
        key=f"absence-{absence.pk}-substitute",
        at=at,
        user=user.pk,
        starts_on=starts_on.isoformat(),
        ends_on=ends_on.isoformat(),
    )
    return absence


def _locked(*users: User) -> list[User]:
    """In the order of their keys, so that two absences declared at once do not block each other."""
    wanted = User.objects.filter(pk__in=[user.pk for user in users])
    able = possible_handlers().values("pk")
    return list(wanted.filter(pk__in=able).order_by("pk").select_for_update())
