"""A complaint (*réclamation*): what a practitioner reproaches us with, and what we answer."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.vocabulary.complaints import ComplaintChannel


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    def open(self) -> ComplaintQuerySet:
        """Not answered yet, the nearest last day first."""
        return self.filter(answered_at=None).order_by("answer_by", "pk")


class Complaint(models.Model):
    """About a file or about none. Both last days are the law's, written once, and never move: they
    run from the day it was sent, whatever the day on which it was read or written down."""

    Channel: TypeAlias = ComplaintChannel

    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="complaints", verbose_name="sociétaire"
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, related_name="complaints", verbose_name="dossier"
    )
    words = models.TextField("réclamation")
    channel = models.CharField("voie", max_length=6, choices=Channel, default=Channel.PORTAL)
    sent_on = models.DateField("envoyée le")
    recorded_at = models.DateTimeField("enregistrée le")
    # Who wrote down what did not come from the portal.
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="notée par",
    )
    acknowledge_by = models.DateField("accusé de réception avant la fin du")
    answer_by = models.DateField("réponse avant la fin du")
    answer = models.TextField("réponse", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="répondu par",
    )
    answered_at = models.DateTimeField("répondu le", null=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = "réclamation"
        ordering: ClassVar[list[str]] = ["-sent_on", "-pk"]
        indexes = (
            models.Index(
                fields=["answer_by"], condition=Q(answered_at=None), name="complaint_open"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="complaint_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(channel="portal", recorded_by=None)
                | ~Q(channel="portal") & Q(recorded_by__isnull=False),
                name="complaint_is_noted_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"Réclamation {self.reference}"

    @property
    def reference(self) -> str:
        """What letters and pages call it."""
        return f"R-{self.pk:06}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None

    def is_late(self, today: date) -> bool:
        """Not answered, and the last day for it is over."""
        return self.is_open and self.answer_by < today
