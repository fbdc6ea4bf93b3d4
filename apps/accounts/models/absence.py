from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from .user import User


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: date) -> AbsenceQuerySet:
        """Those that run on a civil day in Paris, their first and last days included."""
        return self.crossing(day, day)

    def crossing(self, first: date, last: date) -> AbsenceQuerySet:
        """Those that share at least one day with these."""
        return self.filter(ended_at=None, starts_on__lte=last, ends_on__gte=first)


class Absence(models.Model):
    """Days on which somebody is away, and who stands in for them: everything that is written to
    the one is written to the other too, who may work on their files on those days only."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="absences", verbose_name="personne absente"
    )
    substitute = models.ForeignKey(
        User, models.PROTECT, related_name="stands_in", verbose_name="remplacée par"
    )
    starts_on = models.DateField("premier jour")
    ends_on = models.DateField("dernier jour")
    declared_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="déclarée par"
    )
    declared_at = models.DateTimeField("déclarée le")
    ended_at = models.DateTimeField("terminée plus tôt le", null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "absence"
        ordering: ClassVar[list[str]] = ["starts_on", "pk"]
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="absence_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(substitute=models.F("user")), name="absence_is_covered_by_another"
            ),
        )

    def __str__(self) -> str:
        return f"Absence du {self.starts_on:%d/%m/%Y} au {self.ends_on:%d/%m/%Y}"
