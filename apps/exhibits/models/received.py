from __future__ import annotations

from typing import Self, TypeVar

from django.conf import settings
from django.db import models


class Scan(models.TextChoices):
    """What the antivirus says. Without an antivirus a file stays « non analysé », visibly."""

    NOT_SCANNED = "not_scanned", "non analysé"
    PENDING = "pending", "analyse en attente"
    CLEAN = "clean", "analysé, rien trouvé"
    INFECTED = "infected", "virus trouvé"

    @classmethod
    def on_arrival(cls) -> Scan:
        return cls.PENDING if settings.CLAMD_URL else cls.NOT_SCANNED


Row = TypeVar("Row", bound=models.Model)


class ReceivedQuerySet(models.QuerySet[Row]):
    def to_scan(self) -> Self:
        """What the antivirus has not read, also what came before there was one."""
        return self.filter(scan__in=(Scan.PENDING, Scan.NOT_SCANNED))

    def downloadable(self) -> Self:
        """What may leave at all: a file in which a virus was found stays where it is."""
        return self.exclude(scan=Scan.INFECTED)


class Received(models.Model):
    """A file that somebody sent: stored as received, and what it really is."""

    name = models.CharField("nom du fichier", max_length=150)
    media_type = models.CharField("type", max_length=60)
    size = models.PositiveBigIntegerField("taille (octets)")
    sha256 = models.CharField("empreinte SHA-256", max_length=64)
    original = models.FileField("original", upload_to="")
    scan = models.CharField("antivirus", max_length=12, choices=Scan, default=Scan.NOT_SCANNED)
    scanned_at = models.DateTimeField("analysé le", null=True)

    class Meta:
        abstract = True

    @property
    def is_quarantined(self) -> bool:
        """A virus was found in it: nobody can download it."""
        return self.scan == Scan.INFECTED
