from __future__ import annotations

from typing import TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from apps.incidents.models import Review
from apps.vocabulary.inaction import InactionReason


class InactionDecision(models.Model):
    """« Décision de ne pas agir »: signed, with its reason, and told to the practitioner in time.

    From insult upward it takes a second signature; until then it has no effect.
    """

    Reason: TypeAlias = InactionReason

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="inaction_decisions", verbose_name="contenu"
    )
    reason = models.CharField("motif", max_length=20, choices=Reason)
    words = models.TextField("explication")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="signée par"
    )
    signed_at = models.DateTimeField("signée le")
    needs_second = models.BooleanField("seconde signature requise")
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="contresignée par",
    )
    seconded_at = models.DateTimeField("contresignée le", null=True)
    closed_at = models.DateTimeField("révoquée le", null=True)

    class Meta:
        verbose_name = "décision de ne pas agir"
        verbose_name_plural = "décisions de ne pas agir"
        constraints = (
            models.UniqueConstraint(
                fields=["review"], condition=Q(closed_at=None), name="inaction_one_open_per_review"
            ),
            models.CheckConstraint(
                condition=Q(seconded_by=None) | ~Q(seconded_by=F("signed_by")),
                name="inaction_is_signed_by_two_people",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_reason_display())

    @property
    def is_effective(self) -> bool:
        return self.seconded_by_id is not None or not self.needs_second
