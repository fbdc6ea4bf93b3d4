from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models

from apps.incidents.models import Review

if TYPE_CHECKING:
    pass


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
