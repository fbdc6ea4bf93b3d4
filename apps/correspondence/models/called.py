"""Telephone: who waits to be called, and what was said. Calls are never shown outside."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.vocabulary.calls import CallOutcome


class CallBack(models.Model):
    """Somebody in danger, or at the end of their tether, who waits for a telephone call."""

    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="call_backs", verbose_name="sociétaire"
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, related_name="call_backs", verbose_name="dossier"
    )
    phone = models.CharField("téléphone", max_length=20)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    asked_at = models.DateTimeField("demandé le")
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="appelé par",
    )
    closed_at = models.DateTimeField("appelé le", null=True)

    class Meta:
        verbose_name = "demande de rappel"
        verbose_name_plural = "demandes de rappel"
        ordering: ClassVar[list[str]] = ["asked_at", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["practitioner"],
                condition=models.Q(closed_at=None),
                name="call_back_one_open_per_practitioner",
            ),
        )

    def __str__(self) -> str:
        return f"Rappel demandé le {self.asked_at:%d/%m/%Y}"


class CallQuerySet(models.QuerySet["Call"]):
    def due(self, today: date) -> CallQuerySet:
        """What was to follow, by today, and is not done: the oldest first."""
        late = self.filter(next_on__lte=today, followed_at=None)
        return late.order_by("next_on", "pk")


class Call(models.Model):
    """A telephone call about a file, as whoever made or took it notes it. Internal for ever."""

    class Counterpart(models.TextChoices):
        PRACTITIONER = "practitioner", "le sociétaire"
        PARTNER = "partner", "un partenaire"
        PLATFORM = "platform", "une plateforme"
        OTHER = "other", "une autre personne"

    class Direction(models.TextChoices):
        OUTGOING = "outgoing", "nous avons appelé"
        INCOMING = "incoming", "on nous a appelés"

    Outcome: TypeAlias = CallOutcome

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="calls", verbose_name="dossier"
    )
    call_back = models.OneToOneField(
        CallBack, models.PROTECT, null=True, related_name="call", verbose_name="rappel demandé"
    )
    caller = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="noté par"
    )
    counterpart = models.CharField("avec", max_length=12, choices=Counterpart)
    direction = models.CharField("sens", max_length=8, choices=Direction)
    outcome = models.CharField("issue", max_length=13, choices=Outcome)
    started_at = models.DateTimeField("commencé le")
    minutes = models.PositiveSmallIntegerField("durée en minutes", null=True)
    words = models.TextField("ce qui a été dit", blank=True)
    next_step = models.CharField("suite", max_length=200, blank=True)
    next_on = models.DateField("à faire le", null=True)
    followed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="suite faite par",
    )
    followed_at = models.DateTimeField("suite faite le", null=True)
    recorded_at = models.DateTimeField("noté le")

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = "appel"
        ordering: ClassVar[list[str]] = ["-started_at", "-pk"]
        indexes = (
            models.Index(
                fields=["next_on"],
                condition=Q(next_on__isnull=False, followed_at=None),
                name="call_to_follow",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(next_on=None, next_step="") | ~Q(next_step=""),
                name="call_day_has_next_step",
            ),
            models.CheckConstraint(
                condition=Q(followed_at=None, followed_by=None)
                | Q(followed_at__isnull=False, followed_by__isnull=False, next_on__isnull=False),
                name="call_follow_up_has_author",
            ),
        )

    def __str__(self) -> str:
        return f"Appel du {self.started_at:%d/%m/%Y}"

    @property
    def is_to_follow(self) -> bool:
        """Something was promised for a day, and is not done."""
        return self.next_on is not None and self.followed_at is None
