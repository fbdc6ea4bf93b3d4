from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.legal.retention import RetentionClass

from ..status import Outcome
from .incident import Incident, known
from .review import OpenRows

UNDO_TIME = timedelta(hours=24)


class Closing(models.Model):
    """One ending of a file: until when it is kept, and whether it was taken back.

    A file that is opened again keeps its closings; the one in force has no `closed_at`.
    """

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="closings", verbose_name="dossier"
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="signée par"
    )
    opened_at = models.DateTimeField("prononcée le")
    outcome = models.CharField("issue", max_length=30, choices=Outcome)
    words = models.TextField("bilan adressé au sociétaire")
    retention = models.CharField(
        "classe de conservation",
        max_length=10,
        choices=[(one.value, one.label) for one in RetentionClass],
    )
    purge_on = models.DateField("effaçable à partir du")
    hold_reason = models.TextField("motif de la conservation", blank=True)
    closed_at = models.DateTimeField("reprise le", null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="reprise par",
    )
    reason = models.TextField("motif de la reprise", blank=True)

    objects = OpenRows["Closing"].as_manager()

    class Meta:
        verbose_name = "clôture"
        constraints = (
            models.UniqueConstraint(
                fields=["incident"], condition=Q(closed_at=None), name="closing_one_open"
            ),
            models.CheckConstraint(
                condition=known("outcome", Outcome.values), name="closing_outcome_is_known"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="closing_taken_back_by_someone",
            ),
        )

    def __str__(self) -> str:
        return f"Clôture du {self.opened_at:%d/%m/%Y}"

    @property
    def kept_for(self) -> RetentionClass:
        return RetentionClass(self.retention)

    @property
    def undone_until(self) -> datetime:
        """The moment from which it can only be reopened, with a reason."""
        return self.opened_at + UNDO_TIME


class Mark(models.IntegerChoices):
    NOT_AT_ALL = 1, "pas du tout"
    LITTLE = 2, "un peu"
    RATHER = 3, "plutôt"
    MUCH = 4, "beaucoup"
    WHOLLY = 5, "tout à fait"


class Satisfaction(models.Model):
    """What a practitioner says of our help once their file is over. One answer a closing."""

    closing = models.OneToOneField(
        Closing, models.PROTECT, related_name="satisfaction", verbose_name="clôture"
    )
    supported = models.PositiveSmallIntegerField("s’est senti soutenu", choices=Mark)
    informed = models.PositiveSmallIntegerField("a compris les suites et les délais", choices=Mark)
    helped = models.PositiveSmallIntegerField("satisfait de l’accompagnement", choices=Mark)
    words = models.TextField("remarque", blank=True)
    answered_at = models.DateTimeField("donné le")

    class Meta:
        verbose_name = "avis sur l’accompagnement"
        verbose_name_plural = "avis sur l’accompagnement"
        constraints = (
            models.CheckConstraint(
                condition=Q(supported__range=(1, 5), informed__range=(1, 5), helped__range=(1, 5)),
                name="satisfaction_marks_are_of_five",
            ),
        )

    def __str__(self) -> str:
        return f"Avis du {self.answered_at:%d/%m/%Y}"
