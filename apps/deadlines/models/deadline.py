from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from apps.incidents.models import Incident, Publication, Review
from apps.legal.clock_words import clock_words
from apps.legal.interruption import Doubt
from apps.legal.republication import Grade, PublicationKind
from apps.legal.rules import Rule, rule

from .act import InterruptingAct
from .inaction import InactionDecision

ACKNOWLEDGED_FROM = 21  # days before `act_by` from which a rung needs somebody's acknowledgement
DISPUTED_KINDS = [kind.value for kind in PublicationKind if kind.is_disputed]


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> DeadlineQuerySet:
        return self.filter(closed_at=None)

    def running(self, *, today: date) -> DeadlineQuerySet:
        """Of which some reading still leaves a day, or may."""
        return self.exclude(possible_until__lt=today)

    def by_urgency(self, *, today: date | None = None) -> DeadlineQuerySet:
        """Unknown dates first (treated as almost over), then the nearest `act_by`.

        With `today`, what no reading of the law allows any more comes after the others.
        """
        nearest = self.order_by(F("act_by").asc(nulls_first=True), "pk")
        if today is None:
            return nearest
        over = Case(When(possible_until__lt=today, then=Value(True)), default=Value(False))
        return nearest.order_by(over, *nearest.query.order_by)

    def driving(self, incident: Incident, *, today: date | None = None) -> Deadline | None:
        """The open deadline that everything about this file runs on; a date that is over does not
        hide one that still runs."""
        running = self.open().filter(incident=incident).by_urgency(today=today)
        return running.select_related("publication").first()

    def within(self, days: int, *, today: date) -> DeadlineQuerySet:
        """To be acted on in so many days at most, or passed while the law may leave a day."""
        return self.running(today=today).filter(act_by__lte=today + timedelta(days=days))

    def passed(self, *, today: date) -> DeadlineQuerySet:
        return self.filter(act_by__lt=today)

    def undated(self) -> DeadlineQuerySet:
        return self.filter(act_by=None)

    def disputed(self) -> DeadlineQuerySet:
        """Of a putting on line that may open no term at all (legal.md §4.2), or in doubt for what
        was done since."""
        return self.filter(Q(publication__kind__in=DISPUTED_KINDS) | ~Q(doubt=""))

    def interrupted(self) -> DeadlineQuerySet:
        """Running anew since an act: another one is owed before each `act_by`."""
        return self.exclude(last_act_on=None)

    def to_recount(self, *, today: date) -> DeadlineQuerySet:
        """Whose day has passed since they were counted, and that another reading may drive now.
        Those counted by an older engine too."""
        passed = Q(legal_last_day__lt=today, counted_on__lte=F("legal_last_day"))
        is_over = Q(possible_until__isnull=False, possible_until__lt=today)
        return self.open().filter((passed & ~is_over) | Q(counted_on=None))

    def unacknowledged(self) -> DeadlineQuerySet:
        """With a reminder that somebody still has to answer for."""
        return self.filter(
            Exists(Reminder.objects.unacknowledged().filter(deadline=OuterRef("pk")))
        )

    def undecided(self) -> DeadlineQuerySet:
        """Not covered by a decision not to act that has taken effect.

        A deadline opened after the decision is news: nobody has decided about it.
        """
        effective = Q(needs_second=False, signed_at__gte=OuterRef("opened_at")) | Q(
            seconded_at__gte=OuterRef("opened_at")
        )
        decisions = InactionDecision.objects.filter(
            effective, review=OuterRef("review"), closed_at=None
        )
        return self.filter(~Exists(decisions))


class Deadline(models.Model):
    """A date by which something must be done, and how it was found.

    Legal dates never pause and never move: a row is closed and another is opened. Written by
    `clock.py` alone.
    """

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="deadlines", verbose_name="dossier"
    )
    # Found through the index of open rows below; each index less makes the sweep quicker.
    review = models.ForeignKey(
        Review, models.PROTECT, related_name="deadlines", verbose_name="contenu", db_index=False
    )
    # What the suit owes for one act (deposit, service of a judgment); else nothing.
    act = models.ForeignKey(
        InterruptingAct,
        models.PROTECT,
        null=True,
        related_name="deadlines",
        verbose_name="acte",
    )
    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        related_name="deadlines",
        verbose_name="mise en ligne",
        db_index=False,
    )
    rule_code = models.CharField("règle", max_length=40)
    rule_version = models.CharField("version de la règle", max_length=60)
    legal_last_day = models.DateField("date théorique", null=True)
    prudent_day = models.DateField("date prudente", null=True)
    act_by = models.DateField("date opérationnelle", null=True)
    last_service_day = models.DateField("dernier jour de signification", null=True)
    possible_until = models.DateField(
        "dernier jour possible",
        null=True,
        help_text="Selon la lecture la moins stricte ; vide quand aucune fin n’est connue.",
    )
    first_last_day = models.DateField(
        "dernier jour de la lecture la plus stricte",
        null=True,
        help_text="Rempli une fois ce jour passé, quand une autre lecture commande.",
    )
    doubt = models.CharField("doute", max_length=20, blank=True, help_text="Code de `Doubt`.")
    beside = models.JSONField(
        "autres lectures", default=list, help_text="`doubt`, `act_by`, `legal_last_day`, `sentence`"
    )
    last_act_on = models.DateField("dernier acte interruptif", null=True)
    held_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="date plus tardive demandée par",
    )
    explanation = models.JSONField("calcul", default=list)
    counted_on = models.DateField("calculée le", null=True)
    has_reminders = models.BooleanField("rappels", default=True)
    opened_at = models.DateTimeField("ouverte le")
    closed_at = models.DateTimeField("close le", null=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "échéance"
        indexes = (
            models.Index(
                fields=["review"], condition=Q(closed_at=None), name="deadline_open_of_review"
            ),
            models.Index(
                fields=["act_by", "id"], condition=Q(closed_at=None), name="deadline_open_by_day"
            ),
            models.Index(
                fields=["opened_at"], condition=Q(closed_at=None), name="deadline_open_by_birth"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["review", "publication", "rule_code"],
                condition=Q(closed_at=None, act=None),
                name="deadline_one_open_per_rule",
            ),
            models.UniqueConstraint(
                fields=["act", "rule_code"],
                condition=Q(closed_at=None, act__isnull=False),
                name="deadline_one_open_per_act",
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

    @property
    def is_certain(self) -> bool:
        """Is there a date, of a putting on line that surely opens a term, and nothing in doubt?"""
        return not (self.is_unknown or self.doubt or self.publication.grade is Grade.DISPUTED)

    @property
    def is_held(self) -> bool:
        """Is a later date waiting for a second person?"""
        return self.doubt == Doubt.HELD

    def is_over(self, today: date) -> bool:
        """Does no reading of the law leave a day any more?"""
        return self.possible_until is not None and self.possible_until < today

    def words(self, today: date) -> str:
        """What the term is on that day, in words; « délai certain » only where nothing is in
        doubt."""
        if self.is_certain and self.legal_last_day and self.legal_last_day > today:
            return Grade.CERTAIN.label
        said = clock_words(
            act_by=self.act_by,
            legal_last_day=self.legal_last_day,
            possible_until=self.possible_until,
            doubt=self.doubt,
            today=today,
        )
        return said or self.publication.grade.label

    def days_left(self, today: date) -> int | None:
        """Days from today to `act_by`; negative when passed; None when the date is unknown."""
        return None if self.act_by is None else (self.act_by - today).days


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def unacknowledged(self) -> ReminderQuerySet:
        """Those that somebody still has to answer for: the deadline is open, near and reminded."""
        return self.filter(
            acknowledged_at=None,
            deadline__closed_at=None,
            deadline__has_reminders=True,
            rung__lte=ACKNOWLEDGED_FROM,
        )


class Reminder(models.Model):
    """A rung of a deadline that was reached. Done when somebody acknowledges it, not when a
    letter left."""

    deadline = models.ForeignKey(
        Deadline, models.PROTECT, related_name="reminders", verbose_name="échéance"
    )
    rung = models.SmallIntegerField("palier (jours)")
    told_at = models.DateTimeField("annoncé le")
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="accusé par",
    )
    acknowledged_at = models.DateTimeField("accusé le", null=True)
    escalations = models.PositiveSmallIntegerField("montées d’un échelon", default=0)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "rappel"
        ordering: ClassVar[list[str]] = ["told_at", "pk"]
        indexes = (
            models.Index(
                fields=["told_at"],
                condition=Q(acknowledged_at=None),
                name="reminder_unacknowledged",
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=["deadline", "rung"], name="reminder_rung_told_once"),
        )

    def __str__(self) -> str:
        return f"J-{self.rung}" if self.rung >= 0 else "dépassée"
