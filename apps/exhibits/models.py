from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.incidents.models import Declaration, Incident


class ExhibitQuerySet(models.QuerySet["Exhibit"]):
    def without_print_copy(self) -> ExhibitQuerySet:
        return self.filter(media_type__startswith="image/", print_copy="")


class Exhibit(models.Model):
    """A file that proves something. The original is stored as received and never changed."""

    class Kind(models.TextChoices):
        CAPTURE = "capture", "capture d’écran"
        BAILIFF_REPORT = "bailiff_report", "procès-verbal de constat"
        OTHER = "other", "autre pièce"

    declaration = models.ForeignKey(
        Declaration,
        models.CASCADE,
        null=True,
        related_name="exhibits",
        verbose_name="brouillon de déclaration",
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, related_name="exhibits", verbose_name="dossier"
    )
    number = models.PositiveSmallIntegerField("numéro de pièce", null=True)
    kind = models.CharField("nature", max_length=20, choices=Kind, default=Kind.CAPTURE)
    name = models.CharField("nom du fichier", max_length=150)
    media_type = models.CharField("type", max_length=60)
    size = models.PositiveBigIntegerField("taille (octets)")
    sha256 = models.CharField("empreinte SHA-256", max_length=64)
    original = models.FileField("original", upload_to="")
    print_copy = models.FileField("copie d’impression", upload_to="", blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="déposé par"
    )
    received_at = models.DateTimeField("reçu le")

    objects = ExhibitQuerySet.as_manager()

    class Meta:
        verbose_name = "pièce"
        ordering: ClassVar[list[str]] = ["number", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "number"], name="exhibit_number_is_unique_in_incident"
            ),
            models.CheckConstraint(
                condition=Q(incident=None, declaration__isnull=False, number=None)
                | Q(incident__isnull=False, number__isnull=False),
                name="exhibit_belongs_to_a_draft_or_a_file",
            ),
        )

    def __str__(self) -> str:
        return f"Pièce n° {self.number} : {self.name}" if self.number else self.name

    @property
    def is_image(self) -> bool:
        return self.media_type.startswith("image/")
