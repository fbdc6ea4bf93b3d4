from __future__ import annotations

import hashlib
from typing import ClassVar, TypeVar

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import F, Q

from apps.directory.models import Partner
from apps.incidents.models import Incident

MAX_ATTEMPTS = 3
Row = TypeVar("Row", bound="Sealed")


class SealedRows(models.QuerySet[Row]):
    def ready(self) -> SealedRows[Row]:
        return self.filter(state=Sealed.State.READY)

    def to_make(self) -> SealedRows[Row]:
        """What remains to be made, whatever became of the task that was queued."""
        return self.filter(state=Sealed.State.QUEUED)


class Sealed(models.Model):
    """A PDF that a worker makes once from a content frozen before; nothing changes either after."""

    class State(models.TextChoices):
        QUEUED = "queued", "en préparation"
        READY = "ready", "prêt"
        FAILED = "failed", "échec"

    SEAL: ClassVar = ("state", "file", "sha256", "size")  # the columns that `seal` writes
    folder: ClassVar[str]  # where the store keeps it

    content = models.JSONField("contenu figé")
    state = models.CharField("état", max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField("tentatives", default=0)
    file = models.FileField("PDF", upload_to="", blank=True)
    sha256 = models.CharField("empreinte SHA-256", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("taille (octets)", null=True)

    objects = SealedRows.as_manager()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="ready") | ~Q(sha256="") & ~Q(file=""),
                name="%(class)s_ready_has_file_and_hash",
            ),
        )

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_on_its_way(self) -> bool:
        return self.state == self.State.QUEUED

    def count_attempt(self) -> bool:
        """Count one more, and say whether it may be made.

        After three it is marked as failed, for a person to look at.
        """
        rows = type(self).objects.filter(pk=self.pk)
        if self.attempts < MAX_ATTEMPTS:
            rows.update(attempts=F("attempts") + 1)
            return True
        rows.filter(state=self.State.QUEUED).update(state=self.State.FAILED)
        self.refresh_from_db()
        return False

    def seal(self, pdf: bytes) -> None:
        """Store the PDF and note its SHA-256. The row is for the caller to save."""
        self.sha256, self.size = hashlib.sha256(pdf).hexdigest(), len(pdf)
        path = f"{self.folder}/{self.sha256[:2]}/{self.sha256}.pdf"
        self.file.name = default_storage.save(path, ContentFile(pdf))
        self.state = self.State.READY


class Dossier(Sealed):
    """A version of the document set made for one partner."""

    folder = "dossiers"

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="dossiers", verbose_name="dossier"
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="dossiers", verbose_name="destinataire"
    )
    version = models.PositiveSmallIntegerField("version")
    compiled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="établi par"
    )
    compiled_at = models.DateTimeField("établi le")
    rendered_at = models.DateTimeField("PDF produit le", null=True)

    class Meta(Sealed.Meta):
        verbose_name = "dossier PDF"
        verbose_name_plural = "dossiers PDF"
        ordering: ClassVar[list[str]] = ["-version"]
        constraints = (
            *Sealed.Meta.constraints,
            models.UniqueConstraint(
                fields=["incident", "partner", "version"], name="dossier_version_is_unique"
            ),
        )

    def __str__(self) -> str:
        return f"{self.incident} – {self.partner.get_kind_display()} – version {self.version}"

    @property
    def file_name(self) -> str:
        """The name offered for download: short, ASCII, the same for the same version."""
        return f"{self.incident.reference}-{self.partner.kind}-v{self.version}.pdf"


class Receipt(Sealed):
    """What the practitioner declared, and when we received it."""

    folder = "receipts"

    incident = models.OneToOneField(
        Incident, models.PROTECT, related_name="receipt", verbose_name="dossier"
    )
    issued_at = models.DateTimeField("établi le")
    made_at = models.DateTimeField("PDF produit le", null=True)

    class Meta(Sealed.Meta):
        verbose_name = "accusé de réception"
        verbose_name_plural = "accusés de réception"

    def __str__(self) -> str:
        return f"Accusé de réception {self.incident}"

    @property
    def file_name(self) -> str:
        """The name offered for download: short, ASCII."""
        return f"{self.incident.reference}-accuse-de-reception.pdf"
