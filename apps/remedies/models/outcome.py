from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from apps.incidents.models import Closing, Review
from apps.incidents.status import Outcome

if TYPE_CHECKING:
    pass
from .check import OnlineCheck


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
