"""How contents were read, and what is done about them."""

from django.db.models import QuerySet

from apps.accounts.models import User
from apps.incidents.models import Qualification, QualificationRows
from apps.remedies.models import (
    OnlineCheck,
    OnlineCheckQuerySet,
    PlatformReport,
    PlaybookStep,
    PlaybookStepRows,
)

from .blind import hidden_readings_for
from .incidents import incidents_for


def readings_for(user: User) -> QualificationRows:
    """How passages were read, with the reasons: the insurer's people."""
    return Qualification.objects.all() if user.is_insurer else Qualification.objects.none()


def steps_for(user: User) -> PlaybookStepRows:
    """Steps of playbooks: the insurer's people, nobody else, ever.

    They tell the label: a content that one may still have to read blind shows none.
    """
    if not user.is_insurer:
        return PlaybookStep.objects.none()
    hidden = hidden_readings_for(user).values("passage__review")
    return PlaybookStep.objects.exclude(review__in=hidden)


def online_checks_for(user: User) -> OnlineCheckQuerySet:
    return OnlineCheck.objects.filter(review__incident__in=incidents_for(user))


def platform_reports_for(user: User) -> QuerySet[PlatformReport]:
    return PlatformReport.objects.filter(review__incident__in=incidents_for(user))
