"""Exhibits, their bytes, and those on their way."""

from datetime import date

from django.db.models import Q, QuerySet

from apps.accounts.models import User
from apps.exhibits.models import Exhibit, ExhibitQuerySet, Upload

from .declarations import declarations_for
from .incidents import incidents_for
from .missions import assignments_for


def exhibits_for(user: User, *, today: date) -> ExhibitQuerySet:
    """Exhibits: of one's files and drafts; for a partner, those of the frozen selection that the
    antivirus, if there is one, has cleared."""
    if user.is_partner:
        entrusted = assignments_for(user, today=today)
        current = Exhibit.objects.current().safe_for_partners()
        return current.filter(assignments__in=entrusted).distinct()
    return Exhibit.objects.filter(
        Q(incident__in=incidents_for(user)) | Q(declaration__in=declarations_for(user))
    )


def readable_exhibits_for(user: User, *, today: date) -> ExhibitQuerySet:
    """Exhibits whose bytes may be fetched: nobody is given a virus, and outside the insurer
    nobody is given what was withdrawn."""
    visible = exhibits_for(user, today=today).downloadable()
    return visible if user.is_insurer else visible.filter(withdrawn_at=None)


def uploads_for(user: User) -> QuerySet[Upload]:
    """Files on their way: only who sends one goes on with it, also once the draft is sent."""
    return Upload.objects.filter(
        Q(incident__in=incidents_for(user))
        | Q(declaration__in=declarations_for(user))
        | Q(declaration__incident__in=incidents_for(user)),
        uploaded_by=user,
    )
