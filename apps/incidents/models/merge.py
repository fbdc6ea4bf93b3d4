"""Files that belong together: one absorbed by another, or perhaps of the same author."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .incident import Incident, known
from .review import OpenRows

UNMERGE_WITHIN = timedelta(days=30)


class Merge(models.Model):
    """One file absorbed by another of the same practitioner, and what it takes to undo that.

    The absorbed file keeps its reference, its history, its missions and its letters; what is still
    to be worked on stands under the kept file meanwhile.
    """

    class Reason(models.TextChoices):
        DUPLICATE = "duplicate", "doublon"
        SAME_MATTER = "same_matter", "même affaire"
        OTHER = "other", "autre motif"

    absorbed = models.ForeignKey(
        Incident, models.PROTECT, related_name="merges", verbose_name="dossier absorbé"
    )
    kept = models.ForeignKey(
        Incident, models.PROTECT, related_name="absorptions", verbose_name="dossier gardé"
    )
    reason = models.CharField("motif", max_length=20, choices=Reason)
    words = models.TextField("précision", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="réunis par"
    )
    opened_at = models.DateTimeField("réunis le")
    moved = models.JSONField(
        "ce qui a changé de dossier", default=dict, help_text="Identifiants et numéros seulement."
    )
    closed_at = models.DateTimeField("annulée le", null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="annulée par",
    )

    objects = OpenRows["Merge"].as_manager()

    class Meta:
        verbose_name = "réunion de dossiers"
        verbose_name_plural = "réunions de dossiers"
        constraints = (
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(closed_at=None), name="merge_one_open"
            ),
            models.CheckConstraint(condition=~Q(absorbed=F("kept")), name="merge_is_of_two_files"),
            models.CheckConstraint(
                condition=known("reason", ["duplicate", "same_matter", "other"]),
                name="merge_reason_is_known",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="merge_undone_by_someone",
            ),
        )

    def __str__(self) -> str:
        return f"Réunion du {self.opened_at:%d/%m/%Y}"

    @property
    def undone_until(self) -> datetime:
        """The last moment at which it can be undone."""
        return self.opened_at + UNMERGE_WITHIN


class AuthorLinkRows(OpenRows["AuthorLink"]):
    def about(self, incident: Incident) -> AuthorLinkRows:
        """What is said of this file and of another."""
        return self.filter(Q(first=incident) | Q(second=incident))


class AuthorLink(models.Model):
    """What a handler holds of two files that bear the same pseudonym on the same platform.

    It names two files and no author: nothing here lists people (RGPD art. 10). Never shown outside
    the insurer.
    """

    class Verdict(models.TextChoices):
        SAME = "same", "même auteur possible"
        DIFFERENT = "different", "pas le même auteur"

    first = models.ForeignKey(
        Incident, models.PROTECT, related_name="+", verbose_name="premier dossier"
    )
    second = models.ForeignKey(
        Incident, models.PROTECT, related_name="+", verbose_name="second dossier"
    )
    verdict = models.CharField("avis", max_length=10, choices=Verdict)
    reason = models.TextField("motif", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="donné par"
    )
    opened_at = models.DateTimeField("donné le")
    closed_at = models.DateTimeField("repris le", null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="repris par",
    )

    objects = AuthorLinkRows.as_manager()

    class Meta:
        verbose_name = "lien entre dossiers"
        verbose_name_plural = "liens entre dossiers"
        constraints = (
            models.UniqueConstraint(
                fields=["first", "second"], condition=Q(closed_at=None), name="author_link_one_open"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="author_link_has_one_direction"
            ),
            models.CheckConstraint(
                condition=Q(verdict="same") | Q(verdict="different") & ~Q(reason=""),
                name="author_link_dismissed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="author_link_taken_back_by_someone",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_verdict_display())

    def other_than(self, incident: Incident) -> Incident:
        return self.second if self.first_id == incident.pk else self.first
