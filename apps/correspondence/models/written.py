"""Messages and notes are two models, never one with a boolean: a note cannot reach anyone."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from apps.exhibits.models import Received, ReceivedQuerySet
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
    read_at = models.DateTimeField("lu par l’autre côté le", null=True)

    class Meta:
        verbose_name = "message"
        ordering: ClassVar[list[str]] = ["written_at", "pk"]
        indexes = (
            models.Index(
                fields=["incident"], condition=models.Q(read_at=None), name="message_unread"
            ),
        )

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


class NoteFile(Received):
    """What came with an internal note. It is no exhibit: it proves nothing and goes to nobody."""

    note = models.ForeignKey(
        Note, models.PROTECT, related_name="files", verbose_name="note interne"
    )

    objects = ReceivedQuerySet["NoteFile"].as_manager()

    class Meta:
        verbose_name = "fichier d’une note interne"
        verbose_name_plural = "fichiers de notes internes"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.name


class SavedAnswer(models.Model):
    """Words that are often written to practitioners, under a title; its versions hold them."""

    title = models.CharField("titre", max_length=80, unique=True)

    class Meta:
        verbose_name = "réponse enregistrée"
        verbose_name_plural = "réponses enregistrées"
        ordering: ClassVar[list[str]] = ["title"]

    def __str__(self) -> str:
        return self.title


class SavedAnswerVersionQuerySet(models.QuerySet["SavedAnswerVersion"]):
    def latest_of_each(self) -> SavedAnswerVersionQuerySet:
        """What each answer says today, approved or not."""
        later = SavedAnswerVersion.objects.filter(
            answer=models.OuterRef("answer"), number__gt=models.OuterRef("number")
        )
        return self.filter(~models.Exists(later))

    def in_use(self) -> SavedAnswerVersionQuerySet:
        """What may be put in a message: of each answer, the last version that was approved."""
        later = SavedAnswerVersion.objects.filter(
            answer=models.OuterRef("answer"),
            number__gt=models.OuterRef("number"),
            approved_at__isnull=False,
        )
        return self.filter(~models.Exists(later), approved_at__isnull=False)


class SavedAnswerVersion(models.Model):
    """What a saved answer says: written once, used once a senior has approved it."""

    answer = models.ForeignKey(
        SavedAnswer, models.PROTECT, related_name="versions", verbose_name="réponse enregistrée"
    )
    number = models.PositiveSmallIntegerField("version")
    body = models.TextField("texte")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="auteur"
    )
    written_at = models.DateTimeField("écrite le")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="approuvée par",
    )
    approved_at = models.DateTimeField("approuvée le", null=True)

    objects = SavedAnswerVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "version d’une réponse enregistrée"
        verbose_name_plural = "versions d’une réponse enregistrée"
        ordering: ClassVar[list[str]] = ["answer__title", "-number"]
        constraints = (
            models.UniqueConstraint(fields=["answer", "number"], name="saved_answer_one_version"),
            models.CheckConstraint(
                condition=models.Q(approved_at=None, approved_by=None)
                | models.Q(approved_at__isnull=False, approved_by__isnull=False),
                name="saved_answer_approval_has_author",
            ),
        )

    def __str__(self) -> str:
        return f"{self.answer}, version {self.number}"
