from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from apps.incidents.models import Incident
from apps.legal.act_shape import Route


class Proceeding(models.Model):
    """A suit: opened by an act, kept alive by its steps, which fall with that act (legal.md §18.1).

    A step hangs on the suit it belongs to and on no other.
    """

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="proceedings", verbose_name="dossier"
    )
    number = models.PositiveSmallIntegerField("numéro")
    route = models.CharField(
        "voie", max_length=10, choices=[(route.value, route.label) for route in Route]
    )
    court = models.CharField("tribunal", max_length=120, blank=True)
    case_number = models.CharField("numéro de rôle ou de parquet", max_length=40, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="enregistrée par"
    )
    recorded_at = models.DateTimeField("enregistrée le")

    class Meta:
        verbose_name = "procédure"
        ordering: ClassVar[list[str]] = ["incident_id", "number"]
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "number"], name="proceeding_number_is_unique_in_incident"
            ),
        )

    def __str__(self) -> str:
        known = (f"{self.get_route_display()}", self.court, self.case_number)
        return f"Procédure {self.number} ({', '.join(part for part in known if part)})"
