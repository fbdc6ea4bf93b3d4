"""Messages and notes are two models, never one with a boolean: a note cannot reach anyone."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from apps.incidents.models import Incident


class Message(models.Model):
    """What the practitioner and the insurer write to each other."""

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="messages", verbose_name="dossier"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="auteur"
    )
    body = models.TextField("message")
    written_at = models.DateTimeField("écrit le")

    class Meta:
        verbose_name = "message"
        ordering: ClassVar[list[str]] = ["written_at", "pk"]

    def __str__(self) -> str:
        return f"Message du {self.written_at:%d/%m/%Y}"


class Note(models.Model):
    """What the insurer's people write for themselves. Never sent, never shown outside."""

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="notes", verbose_name="dossier"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="auteur"
    )
    body = models.TextField("note interne")
    written_at = models.DateTimeField("écrite le")

    class Meta:
        verbose_name = "note interne"
        verbose_name_plural = "notes internes"
        ordering: ClassVar[list[str]] = ["written_at", "pk"]

    def __str__(self) -> str:
        return f"Note du {self.written_at:%d/%m/%Y}"
