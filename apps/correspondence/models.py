"""Messages and notes are two models, never one with a boolean: a note cannot reach anyone."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit, Received, ReceivedQuerySet
from apps.incidents.models import Declaration, Incident, Review


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


class AdviceRequest(models.Model):
    """A question asked without opening a file. It may become a declaration, its text kept."""

    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="advice_requests", verbose_name="sociétaire"
    )
    question = models.TextField("question")
    url = models.URLField("lien", max_length=1000, blank=True)
    asked_at = models.DateTimeField("posée le")
    answer = models.TextField("réponse", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="répondu par",
    )
    answered_at = models.DateTimeField("répondu le", null=True)
    declaration = models.OneToOneField(
        Declaration,
        models.SET_NULL,
        null=True,
        related_name="advice_request",
        verbose_name="déclaration qu’elle est devenue",
    )

    class Meta:
        verbose_name = "demande de conseil"
        verbose_name_plural = "demandes de conseil"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(answered_at=None, answered_by=None, answer="")
                | models.Q(answered_at__isnull=False, answered_by__isnull=False)
                & ~models.Q(answer=""),
                name="advice_answered_has_words",
            ),
        )

    def __str__(self) -> str:
        return f"Demande de conseil du {self.asked_at:%d/%m/%Y}"


class CallBack(models.Model):
    """Somebody in danger, or at the end of their tether, who waits for a telephone call."""

    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="call_backs", verbose_name="sociétaire"
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, related_name="call_backs", verbose_name="dossier"
    )
    phone = models.CharField("téléphone", max_length=20)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    asked_at = models.DateTimeField("demandé le")
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="appelé par",
    )
    closed_at = models.DateTimeField("appelé le", null=True)

    class Meta:
        verbose_name = "demande de rappel"
        verbose_name_plural = "demandes de rappel"
        constraints = (
            models.UniqueConstraint(
                fields=["practitioner"],
                condition=models.Q(closed_at=None),
                name="call_back_one_open_per_practitioner",
            ),
        )

    def __str__(self) -> str:
        return f"Rappel demandé le {self.asked_at:%d/%m/%Y}"


class AlreadySettled(Exception):
    """The request was answered or withdrawn before. The message is for the user."""


class InformationRequestQuerySet(models.QuerySet["InformationRequest"]):
    def pending(self) -> InformationRequestQuerySet:
        """Neither answered nor withdrawn, on a file that is still open."""
        return self.filter(
            answered_at=None, withdrawn_at=None, incident__in=Incident.objects.open()
        )


class InformationRequest(models.Model):
    """One thing that the practitioner is asked for: an item of what remains to be done.

    It suspends our own work, never a legal date.
    """

    class Kind(models.TextChoices):
        INFORMATION = "information", "une information"
        FILE = "file", "un fichier"
        DECISION = "decision", "une décision"

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="information_requests", verbose_name="dossier"
    )
    review = models.ForeignKey(
        Review,
        models.PROTECT,
        null=True,
        related_name="information_requests",
        verbose_name="contenu",
    )
    kind = models.CharField("nature", max_length=12, choices=Kind)
    question = models.TextField("demande")
    due_on = models.DateField("réponse attendue avant le")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    asked_at = models.DateTimeField("demandé le")
    seen_at = models.DateTimeField("vu le", null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="réponse de",
    )
    answered_at = models.DateTimeField("réponse le", null=True)
    answer = models.TextField("réponse", blank=True)
    agreed = models.BooleanField("accord", null=True)
    exhibits: models.ManyToManyField = models.ManyToManyField(
        Exhibit, related_name="information_requests", blank=True, verbose_name="pièces remises"
    )
    withdrawn_at = models.DateTimeField("retirée le", null=True)

    objects = InformationRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "demande au sociétaire"
        verbose_name_plural = "demandes au sociétaire"
        ordering: ClassVar[list[str]] = ["due_on", "pk"]
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["information", "file", "decision"]),
                name="information_request_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at=None) | models.Q(withdrawn_at=None),
                name="information_request_is_settled_once",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at=None, answered_by=None)
                | models.Q(answered_at__isnull=False, answered_by__isnull=False),
                name="information_request_answer_has_author",
            ),
        )

    def __str__(self) -> str:
        return f"Demande du {self.asked_at:%d/%m/%Y}"

    @property
    def is_pending(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None

    def check_pending(self) -> None:
        """Raise `AlreadySettled` when nothing is awaited any more."""
        if self.answered_at:
            raise AlreadySettled("Vous avez déjà répondu à cette demande.")
        if self.withdrawn_at:
            raise AlreadySettled("Cette demande a été retirée\u00a0: nous n’en avons plus besoin.")
