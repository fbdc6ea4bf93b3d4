"""Drafts, those for whom they may be written, and the receipts of what was sent."""

from django.db.models import Q, QuerySet

from apps.accounts.models import User
from apps.directory.models import Delegate, DelegateQuerySet, Practitioner
from apps.dossiers.models import Receipt, SealedRows
from apps.incidents.models import Declaration

from .incidents import incidents_for


def declarations_for(user: User) -> QuerySet[Declaration]:
    """Drafts not yet sent, to be read and written.

    A practitioner's are those they write, and those their delegates have handed over; a
    delegate's are those they prepare while they are named; a handler's, those taken by telephone.
    """
    drafts = Declaration.objects.filter(incident=None)
    if user.is_practitioner:
        handed = Q(prepared_by=user) | Q(handed_at__isnull=False)
        return drafts.filter(handed, practitioner__user=user)
    if user.is_delegate:
        return drafts.filter(
            prepared_by=user, handed_at=None, practitioner__in=practitioners_for(user)
        )
    return drafts.filter(prepared_by=user) if user.is_insurer else drafts.none()


def handed_declarations_for(user: User) -> QuerySet[Declaration]:
    """What a delegate has handed over, while they are named: that it was, and when, no more."""
    return Declaration.objects.filter(
        prepared_by=user, handed_at__isnull=False, practitioner__in=practitioners_for(user)
    )


def practitioners_for(user: User) -> QuerySet[Practitioner]:
    """Those for whom a declaration may be begun: oneself, who named one as delegate, or anyone."""
    if user.is_insurer:
        return Practitioner.objects.all()
    if user.is_delegate:
        named = Delegate.objects.open().filter(user=user)
        return Practitioner.objects.filter(pk__in=named.values("practitioner"))
    return Practitioner.objects.filter(user=user)


def delegates_for(user: User) -> DelegateQuerySet:
    """The delegates that a practitioner has named, while they are."""
    return Delegate.objects.open().filter(practitioner__user=user)


def receipts_for(user: User) -> SealedRows[Receipt]:
    """Receipts: of the files one may see."""
    return Receipt.objects.filter(incident__in=incidents_for(user))
