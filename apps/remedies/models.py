"""What is done about a content outside the courts, and what became of it online."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.incidents.models import Closing, Review
from apps.incidents.status import Outcome


class Presence(models.TextChoices):
    """What somebody who looked for a content has found."""

    ONLINE = "online", "toujours en ligne"
    REMOVED = "removed", "retiré"
    CHANGED = "changed", "modifié"
    UNKNOWN = "unknown", "introuvable ou invérifiable"


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


class PlatformReport(models.Model):
    """A content reported to its platform: by whom, when, and with which proof kept before."""

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="platform_reports", verbose_name="contenu"
    )
    reported_on = models.DateField("signalé le")
    reference = models.CharField("référence de la plateforme", max_length=100, blank=True)
    reason_without_proof = models.TextField("motif du signalement sans preuve", blank=True)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="signalé par"
    )
    recorded_at = models.DateTimeField("enregistré le")

    class Meta:
        verbose_name = "signalement à la plateforme"
        verbose_name_plural = "signalements à la plateforme"
        ordering: ClassVar[list[str]] = ["reported_on", "pk"]

    def __str__(self) -> str:
        return f"Signalement du {self.reported_on:%d/%m/%Y}"


class ContentOutcome(models.Model):
    """How one content ended at a closing, with what proves it or the reason why nothing does."""

    closing = models.ForeignKey(
        Closing, models.PROTECT, related_name="outcomes", verbose_name="clôture"
    )
    review = models.ForeignKey(
        Review, models.PROTECT, related_name="outcomes", verbose_name="contenu"
    )
    outcome = models.CharField("issue", max_length=30, choices=Outcome)
    exhibit = models.ForeignKey(
        "exhibits.Exhibit", models.PROTECT, null=True, related_name="+", verbose_name="pièce"
    )
    online_check = models.ForeignKey(
        OnlineCheck, models.PROTECT, null=True, related_name="+", verbose_name="vérification"
    )
    reason = models.TextField("motif", blank=True)

    class Meta:
        verbose_name = "issue d’un contenu"
        verbose_name_plural = "issues des contenus"
        constraints = (
            models.UniqueConstraint(fields=["closing", "review"], name="content_outcome_is_one"),
            models.CheckConstraint(
                condition=Q(exhibit__isnull=False) | Q(online_check__isnull=False) | ~Q(reason=""),
                name="content_outcome_has_proof_or_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.review} : {self.get_outcome_display()}"
