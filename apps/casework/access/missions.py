"""Missions, and the dossiers made for them."""

from datetime import date

from django.db.models import Exists, OuterRef

from apps.accounts.models import User
from apps.assignments.models import Assignment, AssignmentQuerySet
from apps.directory.models import Partner
from apps.dossiers.models import Dossier, SealedRows

from .blind import hidden_readings_for


def assignments_for(user: User, *, today: date) -> AssignmentQuerySet:
    """Missions: all for the insurer's people; a partner's own while they are open."""
    if user.is_insurer:
        return Assignment.objects.all()
    if user.is_partner:
        return Assignment.objects.for_partner(user, today=today)
    return Assignment.objects.none()


def can_answer(user: User, assignment: Assignment) -> bool:
    """May accept or decline: a member of the partner, while the mission is proposed."""
    return (
        assignment.is_proposed
        and user.is_partner
        and assignment.partner.members.filter(pk=user.pk).exists()
    )


def dossiers_for(user: User, *, today: date) -> SealedRows[Dossier]:
    """Dossiers: all for the insurer; for a partner those made for them, while entrusted."""
    if user.is_insurer:
        return Dossier.objects.all()
    entrusted = assignments_for(user, today=today).filter(
        incident=OuterRef("incident"), partner=OuterRef("partner")
    )
    return Dossier.objects.ready().filter(Exists(entrusted))


def readable_dossiers_for(user: User, *, today: date) -> SealedRows[Dossier]:
    """Dossiers whose PDF may be fetched: a lawyer's prints the labels, and one of these may still
    be hidden from this person."""
    hidden = hidden_readings_for(user).values("passage__review__incident")
    ready = dossiers_for(user, today=today).ready()
    return ready.exclude(partner__kind=Partner.Kind.LAWYER, incident__in=hidden)
