from __future__ import annotations

from typing import ClassVar

from django.db import models

from .user import User


class SavedView(models.Model):
    """A way of looking at the queue that somebody has named: the address that shows it."""

    owner = models.ForeignKey(
        User, models.PROTECT, related_name="saved_views", verbose_name="propriétaire"
    )
    name = models.CharField("nom", max_length=60)
    query = models.CharField("adresse", max_length=500, blank=True)
    is_shared = models.BooleanField("visible par l’équipe", default=False)
    saved_at = models.DateTimeField("enregistrée le")

    class Meta:
        verbose_name = "vue enregistrée"
        verbose_name_plural = "vues enregistrées"
        ordering: ClassVar[list[str]] = ["name", "pk"]
        constraints = (
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_one_of_a_name"),
        )

    def __str__(self) -> str:
        return self.name
