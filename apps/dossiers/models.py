from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.directory.models import Partner
from apps.incidents.models import Incident


class DossierQuerySet(models.QuerySet["Dossier"]):
    def ready(self) -> DossierQuerySet:
        return self.filter(state=Dossier.State.READY)

    def to_render(self) -> DossierQuerySet:
        """What remains to be made, whatever became of the task that was queued."""
        return self.filter(state=Dossier.State.QUEUED)


class Dossier(models.Model):
    """A version of the document set made for one partner: frozen content, PDF, hash."""

    class State(models.TextChoices):
        QUEUED = "queued", "en préparation"
        READY = "ready", "prêt"
        FAILED = "failed", "échec"

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="dossiers", verbose_name="dossier"
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="dossiers", verbose_name="destinataire"
    )
    version = models.PositiveSmallIntegerField("version")
    content = models.JSONField("contenu figé")
    state = models.CharField("état", max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField("tentatives", default=0)
    file = models.FileField("PDF", upload_to="", blank=True)
    sha256 = models.CharField("empreinte SHA-256", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("taille (octets)", null=True)
    compiled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="établi par"
    )
    compiled_at = models.DateTimeField("établi le")
    rendered_at = models.DateTimeField("PDF produit le", null=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier PDF"
        verbose_name_plural = "dossiers PDF"
        ordering: ClassVar[list[str]] = ["-version"]
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "partner", "version"], name="dossier_version_is_unique"
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | ~Q(sha256="") & ~Q(file=""),
                name="dossier_ready_has_file_and_hash",
            ),
        )

    def __str__(self) -> str:
        return f"{self.incident} – {self.partner.get_kind_display()} – version {self.version}"

    @property
    def file_name(self) -> str:
        """The name offered for download: short, ASCII, the same for the same version."""
        return f"{self.incident.reference}-{self.partner.kind}-v{self.version}.pdf"


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def ready(self) -> ReceiptQuerySet:
        return self.filter(state=Receipt.State.READY)

    def to_make(self) -> ReceiptQuerySet:
        """What remains to be made, whatever became of the task that was queued."""
        return self.filter(state=Receipt.State.QUEUED)


class Receipt(models.Model):
    """What the practitioner declared and when we received it: frozen content, PDF, hash."""

    State = Dossier.State

    incident = models.OneToOneField(
        Incident, models.PROTECT, related_name="receipt", verbose_name="dossier"
    )
    content = models.JSONField("contenu figé")
    state = models.CharField("état", max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField("tentatives", default=0)
    file = models.FileField("PDF", upload_to="", blank=True)
    sha256 = models.CharField("empreinte SHA-256", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("taille (octets)", null=True)
    issued_at = models.DateTimeField("établi le")
    made_at = models.DateTimeField("PDF produit le", null=True)

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = "accusé de réception"
        verbose_name_plural = "accusés de réception"
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="ready") | ~Q(sha256="") & ~Q(file=""),
                name="receipt_ready_has_file_and_hash",
            ),
        )

    def __str__(self) -> str:
        return f"Accusé de réception {self.incident}"

    @property
    def file_name(self) -> str:
        """The name offered for download: short, ASCII."""
        return f"{self.incident.reference}-accuse-de-reception.pdf"

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_on_its_way(self) -> bool:
        return self.state == self.State.QUEUED
