from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.incidents.models import Declaration, Incident

from .exhibit import Exhibit


class Upload(models.Model):
    """A file on its way, chunk by chunk: a network that is cut takes up where it stopped."""

    key = models.UUIDField("clé", default=uuid.uuid4, unique=True, editable=False)
    declaration = models.ForeignKey(
        Declaration, models.CASCADE, null=True, related_name="uploads", verbose_name="brouillon"
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, related_name="uploads", verbose_name="dossier"
    )
    kind = models.CharField("nature", max_length=20, choices=Exhibit.Kind)
    name = models.CharField("nom du fichier", max_length=150)
    size = models.PositiveBigIntegerField("taille annoncée (octets)")
    received = models.PositiveBigIntegerField("octets reçus", default=0)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="déposé par"
    )
    started_at = models.DateTimeField("commencé le")
    exhibit = models.OneToOneField(
        Exhibit, models.SET_NULL, null=True, related_name="upload", verbose_name="pièce"
    )

    class Meta:
        verbose_name = "envoi en cours"
        constraints = (
            models.CheckConstraint(
                condition=Q(received__lte=models.F("size")), name="upload_holds_what_was_announced"
            ),
        )

    def __str__(self) -> str:
        return f"Envoi {self.key}"

    @property
    def has_arrived(self) -> bool:
        """Every byte is here; it may still have to be sealed."""
        return self.received == self.size

    @property
    def is_over(self) -> bool:
        """It has given its exhibit."""
        return self.exhibit_id is not None
