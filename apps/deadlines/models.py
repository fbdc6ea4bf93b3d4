from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from apps.incidents.models import Incident, Publication, Review
from apps.legal.rules import Rule, rule


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> DeadlineQuerySet:
        return self.filter(closed_at=None)

    def by_urgency(self) -> DeadlineQuerySet:
        """Unknown dates first (treated as almost over), then the nearest `act_by`."""
        return self.order_by(F("act_by").asc(nulls_first=True), "pk")

    def driving(self, incident: Incident) -> Deadline | None:
        """The open deadline that everything about this file runs on."""
        return self.open().filter(incident=incident).by_urgency().first()


class Deadline(models.Model):
    """A date by which something must be done, and how it was found.

    Legal dates never pause and never move: a row is closed and another is opened. Written by
    `clock.py` alone.
    """

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="deadlines", verbose_name="dossier"
    )
    review = models.ForeignKey(
        Review, models.PROTECT, related_name="deadlines", verbose_name="contenu"
    )
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="deadlines", verbose_name="mise en ligne"
    )
    rule_code = models.CharField("règle", max_length=40)
    rule_version = models.CharField("version de la règle", max_length=60)
    legal_last_day = models.DateField("date théorique", null=True)
    prudent_day = models.DateField("date prudente", null=True)
    act_by = models.DateField("date opérationnelle", null=True)
    last_service_day = models.DateField("dernier jour de signification", null=True)
    explanation = models.JSONField("calcul", default=list)
    opened_at = models.DateTimeField("ouverte le")
    closed_at = models.DateTimeField("close le", null=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "échéance"
        indexes = (
            models.Index(
                fields=["act_by", "id"], condition=Q(closed_at=None), name="deadline_open_by_day"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["review", "publication", "rule_code"],
                condition=Q(closed_at=None),
                name="deadline_one_open_per_rule",
            ),
            models.CheckConstraint(
                condition=Q(
                    legal_last_day=None, prudent_day=None, act_by=None, last_service_day=None
                )
                | Q(
                    act_by__isnull=False,
                    prudent_day__isnull=False,
                    legal_last_day__isnull=False,
                    last_service_day__lte=F("legal_last_day"),
                    act_by__lte=F("prudent_day"),
                    prudent_day__lt=F("legal_last_day"),
                ),
                name="deadline_dates_are_ordered",
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule_code} : {self.act_by or 'date inconnue'}"

    @property
    def rule(self) -> Rule:
        return rule(self.rule_code)

    @property
    def rule_label(self) -> str:
        return self.rule.label

    @property
    def is_validated(self) -> bool:
        """Has the insurer's counsel signed the rule? Pages say so when not."""
        return self.rule.reviewed_on is not None

    @property
    def is_unknown(self) -> bool:
        return self.act_by is None

    def days_left(self, today: date) -> int | None:
        """Days from today to `act_by`; negative when passed; None when the date is unknown."""
        return None if self.act_by is None else (self.act_by - today).days


class Heartbeat(models.Model):
    """When the clock's daily job last ran: a page that shows "nothing due" says so."""

    job = models.CharField("tâche", max_length=40, primary_key=True)
    beat_at = models.DateTimeField("dernier passage")

    class Meta:
        verbose_name = "passage du moteur"
        verbose_name_plural = "passages du moteur"

    def __str__(self) -> str:
        return f"{self.job} : {self.beat_at:%d/%m/%Y %H:%M}"
