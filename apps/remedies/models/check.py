from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.incidents.models import Review
from apps.vocabulary.presence import Presence

if TYPE_CHECKING:
    pass


class OnlineCheckQuerySet(models.QuerySet["OnlineCheck"]):
    def pending(self) -> OnlineCheckQuerySet:
        """Asked, and not answered yet."""
        return self.filter(answered_at=None)

    def answered(self) -> OnlineCheckQuerySet:
        return self.exclude(answered_at=None).order_by("answered_at", "pk")


class OnlineCheck(models.Model):
    """« Toujours en ligne ? »: asked on a day, answered on another. It moves no legal date."""

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="online_checks", verbose_name="contenu"
    )
    planned_on = models.DateField("prévue le")
    asked_at = models.DateTimeField("demandée le", null=True)
    answered_at = models.DateTimeField("constatée le", null=True)
    presence = models.CharField("constat", max_length=10, choices=Presence, blank=True)
    note = models.TextField("différences", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="constatée par",
    )

    objects = OnlineCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "vérification en ligne"
        verbose_name_plural = "vérifications en ligne"
        ordering: ClassVar[list[str]] = ["planned_on", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(answered_at=None),
                name="online_check_one_open_per_review",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, presence="")
                | Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    presence__in=["online", "removed", "changed", "unknown"],
                ),
                name="online_check_answer_is_whole",
            ),
        )

    def __str__(self) -> str:
        return f"Vérification du {self.planned_on:%d/%m/%Y}"
