from __future__ import annotations

from typing import ClassVar

from django.db import models


class Manifest(models.Model):
    """The hashes of every original received on one day (Europe/Paris), and their timestamp."""

    day = models.DateField("jour", unique=True)
    file = models.FileField("manifeste", upload_to="")
    sha256 = models.CharField("empreinte SHA-256", max_length=64)
    made_at = models.DateTimeField("établi le")
    token = models.BinaryField("jeton RFC 3161", null=True)
    stamped_at = models.DateTimeField("horodaté le", null=True)

    class Meta:
        verbose_name = "manifeste du jour"
        ordering: ClassVar[list[str]] = ["-day"]

    def __str__(self) -> str:
        return f"Manifeste du {self.day:%d/%m/%Y}"
