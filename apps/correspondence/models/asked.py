"""What one side asks of the other: advice without a file, and what a file still needs."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration, Incident, Review
from apps.refusals import RefusedOpenly


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
        ordering: ClassVar[list[str]] = ["asked_at", "pk"]
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


class AlreadySettled(RefusedOpenly):
    """The request was answered or withdrawn before."""


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
