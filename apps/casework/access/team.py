"""Colleagues, their absences, and what one has kept or prepared for oneself."""

from django.db.models import Q, QuerySet

from apps.accounts.models import Absence, Role, SavedView, User
from apps.incidents.models import BulkAction

INSURERS = (Role.HANDLER, Role.SUPERVISOR, Role.LEGAL_LEAD)


def colleagues_for(user: User) -> QuerySet[User]:
    """The other people of the insurer who work on files, by name."""
    if not user.is_insurer:
        return User.objects.none()
    insurers = User.objects.filter(role__in=INSURERS, is_active=True)
    return insurers.exclude(pk=user.pk).order_by("name", "pk")


def absences_for(user: User) -> QuerySet[Absence]:
    """Absences of the team: those who answer for it."""
    return Absence.objects.all() if user.is_senior else Absence.objects.none()


def saved_views_for(user: User) -> QuerySet[SavedView]:
    """Ways of looking at the queue: one's own, and those of colleagues who share them."""
    if not user.is_insurer:
        return SavedView.objects.none()
    return SavedView.objects.filter(Q(owner=user) | Q(is_shared=True)).select_related("owner")


def bulk_actions_for(user: User) -> QuerySet[BulkAction]:
    """What one has prepared oneself for many files at once."""
    return BulkAction.objects.filter(by=user) if user.is_insurer else BulkAction.objects.none()
