from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.legal.taxonomy import Label

from .review import OpenRows, Qualification, Review


class SecondReading(models.Model):
    """What a second person holds of a reading: asked first, or given at once.

    Both readings are kept. `label` is the second person's own; it changes nothing in force.
    """

    qualification = models.OneToOneField(
        Qualification, models.PROTECT, related_name="second_reading", verbose_name="qualification"
    )
    is_blind = models.BooleanField(
        "à l’aveugle",
        default=False,
        help_text="Le second lecteur ne voit la première lecture qu’après avoir choisi.",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="demandée par",
    )
    label = models.CharField(
        "seconde lecture",
        max_length=20,
        blank=True,
        choices=[(label.value, label.label) for label in Label],
    )
    reason = models.TextField("motif", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="lu par"
    )
    read_at = models.DateTimeField("lu le", null=True)

    class Meta:
        verbose_name = "seconde lecture"
        verbose_name_plural = "secondes lectures"
        constraints = (
            models.CheckConstraint(
                condition=Q(read_at=None, by=None, label="")
                | Q(read_at__isnull=False, by__isnull=False) & ~Q(label=""),
                name="second_reading_is_whole",
            ),
        )

    def __str__(self) -> str:
        return "Seconde lecture"

    @property
    def agrees(self) -> bool:
        return self.label == self.qualification.label

    @property
    def legal(self) -> Label:
        return Label(self.label)


class Assessment(models.Model):
    """What the lawyer will need to know of a content, as the handler sees it. Internal."""

    class Target(models.TextChoices):
        UNKNOWN = "unknown", "à préciser"
        PERSON = "person", "la personne du praticien"
        SERVICE = "service", "les prestations ou l’établissement"
        BOTH = "both", "la personne et les prestations"

    class Standing(models.TextChoices):
        UNKNOWN = "unknown", "statut à vérifier"
        LIBERAL = "liberal", "libéral (art. 32)"
        HOSPITAL = "hospital", "praticien hospitalier, non fonctionnaire (art. 32)"
        CIVIL_SERVANT = "civil_servant", "agent public visé dans ses fonctions (art. 31 possible)"

    class Known(models.TextChoices):
        UNKNOWN = "unknown", "non vérifié"
        YES = "yes", "oui"
        NO = "no", "non"

    class Confidence(models.TextChoices):
        LOW = "low", "faible"
        MEDIUM = "medium", "moyenne"
        HIGH = "high", "forte"

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="assessments", verbose_name="contenu"
    )
    standing = models.CharField(
        "statut du praticien", max_length=20, choices=Standing, default=Standing.UNKNOWN
    )
    target = models.CharField(
        "ce qui est visé", max_length=20, choices=Target, default=Target.UNKNOWN
    )
    provoked = models.CharField(
        "provocation préalable (art. 33 al. 2)",
        max_length=20,
        choices=Known,
        default=Known.UNKNOWN,
        help_text="Le praticien a-t-il d’abord écrit ou répondu avec agressivité\u00a0?",
    )
    provable = models.CharField(
        "faits que l’auteur pourrait prouver (art. 35)",
        max_length=20,
        choices=Known,
        default=Known.UNKNOWN,
        help_text="L’offre de preuve se fait dans les dix jours de la signification (art. 55).",
    )
    facts = models.TextField("ces faits, et les pièces qui existent", blank=True)
    confidence = models.CharField(
        "confiance dans l’orientation",
        max_length=20,
        choices=Confidence,
        default=Confidence.MEDIUM,
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="auteur"
    )
    opened_at = models.DateTimeField("retenue le")
    closed_at = models.DateTimeField("remplacée le", null=True)

    objects = OpenRows["Assessment"].as_manager()

    class Meta:
        verbose_name = "appréciation"
        ordering: ClassVar[list[str]] = ["-opened_at"]
        constraints = (
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(closed_at=None),
                name="assessment_one_open_per_review",
            ),
        )

    def __str__(self) -> str:
        return "Appréciation"
