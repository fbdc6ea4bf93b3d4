from __future__ import annotations

from django.db import models

from .user import User


class CalendarFeed(models.Model):
    """The private address under which a person's own calendar reads their dates.

    Whoever knows the token reads them: it is long, it is revoked by closing the row, and what it
    opens is recomputed from the person's role at each reading.
    """

    user = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="calendar_feeds",
        verbose_name="personne",
    )
    token = models.CharField("jeton", max_length=64, unique=True)
    opened_at = models.DateTimeField("ouvert le")
    closed_at = models.DateTimeField("révoqué le", null=True)

    class Meta:
        verbose_name = "calendrier privé"
        verbose_name_plural = "calendriers privés"
        constraints = (
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(closed_at=None),
                name="calendar_one_open_per_user",
            ),
        )

    def __str__(self) -> str:
        return f"Calendrier ouvert le {self.opened_at:%d/%m/%Y}"
