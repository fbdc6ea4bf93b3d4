"""What is done about a content, step by step, and what became of it online."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When

from apps.incidents.models import Closing, OpenRows, Review
from apps.incidents.status import Outcome
from apps.legal.playbook import LadderStep
from apps.vocabulary.presence import Presence

if TYPE_CHECKING:
    from apps.accounts.models import User


class OnlineCheckQuerySet(models.QuerySet["OnlineCheck"]):
    def pending(self) -> OnlineCheckQuerySet:
        """Asked, and not answered yet."""
        return self.filter(answered_at=None)

    def answered(self) -> OnlineCheckQuerySet:
        return self.exclude(answered_at=None).order_by("answered_at", "pk")


class OnlineCheck(models.Model):
    """« Toujours en ligne ? »: asked on a day, answered on another. It moves no legal date."""

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="online_checks", verbose_name="contenu"
    )
    planned_on = models.DateField("prévue le")
    asked_at = models.DateTimeField("demandée le", null=True)
    answered_at = models.DateTimeField("constatée le", null=True)
    presence = models.CharField("constat", max_length=10, choices=Presence, blank=True)
    note = models.TextField("différences", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="constatée par",
    )

    objects = OnlineCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "vérification en ligne"
        verbose_name_plural = "vérifications en ligne"
        ordering: ClassVar[list[str]] = ["planned_on", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(answered_at=None),
                name="online_check_one_open_per_review",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, presence="")
                | Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    presence__in=["online", "removed", "changed", "unknown"],
                ),
                name="online_check_answer_is_whole",
            ),
        )

    def __str__(self) -> str:
        return f"Vérification du {self.planned_on:%d/%m/%Y}"


class PlatformReport(models.Model):
    """A content reported to its platform: by whom, when, and with which proof kept before."""

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="platform_reports", verbose_name="contenu"
    )
    reported_on = models.DateField("signalé le")
    reference = models.CharField("référence de la plateforme", max_length=100, blank=True)
    reason_without_proof = models.TextField("motif du signalement sans preuve", blank=True)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="signalé par"
    )
    recorded_at = models.DateTimeField("enregistré le")

    class Meta:
        verbose_name = "signalement à la plateforme"
        verbose_name_plural = "signalements à la plateforme"
        ordering: ClassVar[list[str]] = ["reported_on", "pk"]

    def __str__(self) -> str:
        return f"Signalement du {self.reported_on:%d/%m/%Y}"


class ContentOutcome(models.Model):
    """How one content ended at a closing, with what proves it or the reason why nothing does."""

    closing = models.ForeignKey(
        Closing, models.PROTECT, related_name="outcomes", verbose_name="clôture"
    )
    review = models.ForeignKey(
        Review, models.PROTECT, related_name="outcomes", verbose_name="contenu"
    )
    outcome = models.CharField("issue", max_length=30, choices=Outcome)
    exhibit = models.ForeignKey(
        "exhibits.Exhibit", models.PROTECT, null=True, related_name="+", verbose_name="pièce"
    )
    online_check = models.ForeignKey(
        OnlineCheck, models.PROTECT, null=True, related_name="+", verbose_name="vérification"
    )
    reason = models.TextField("motif", blank=True)

    class Meta:
        verbose_name = "issue d’un contenu"
        verbose_name_plural = "issues des contenus"
        constraints = (
            models.UniqueConstraint(fields=["closing", "review"], name="content_outcome_is_one"),
            models.CheckConstraint(
                condition=Q(exhibit__isnull=False) | Q(online_check__isnull=False) | ~Q(reason=""),
                name="content_outcome_has_proof_or_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.review} : {self.get_outcome_display()}"


class PlaybookStepRows(OpenRows["PlaybookStep"]):
    """Steps opened by the labels of a content."""

    def shown_by(self, facts: Mapping[LadderStep, Any]) -> PlaybookStepRows:
        """Tell of each whether the file itself shows it done: `happened`, from a test per step."""
        tests = [When(code=step.value, then=fact) for step, fact in facts.items()]
        happened = Case(*tests, default=Value(False), output_field=models.BooleanField())
        return self.annotate(happened=happened)

    def to_do(self) -> PlaybookStepRows:
        """Of those `shown_by` the file, what nobody has done nor set aside, the first one first."""
        waiting = self.filter(closed_at=None, state=PlaybookStep.State.TO_DO, happened=False)
        return waiting.order_by("due_on", "pk")

    def on_the_ladder(self) -> PlaybookStepRows:
        """Those in force, and on a closed file those that the closing left undone."""
        left = Q(closed_at=F("review__incident__closed_at"))
        return self.filter(Q(closed_at=None) | left).order_by("due_on", "pk")


class PlaybookStep(models.Model):
    """One step of the playbook of a content: to do by a day, done by hand, or set aside and why.

    `due_on` is a day to work by, never a legal one. What the file itself shows to be done is not
    written here: `casework/readings/ladder.py` reads it.
    """

    class State(models.TextChoices):
        TO_DO = "to_do", "à faire"
        DONE = "done", "faite"
        SKIPPED = "skipped", "écartée"

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="playbook_steps", verbose_name="contenu"
    )
    code = models.CharField(
        "démarche", max_length=20, choices=[(step.value, step.label) for step in LadderStep]
    )
    due_on = models.DateField("à faire pour le")
    state = models.CharField("état", max_length=10, choices=State, default=State.TO_DO)
    reason = models.TextField("motif pour lequel elle est écartée", blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="faite ou écartée par",
    )
    settled_at = models.DateTimeField("faite ou écartée le", null=True)
    opened_at = models.DateTimeField("ouverte le")
    closed_at = models.DateTimeField("retirée le", null=True)

    happened: bool  # of rows `shown_by` their file

    objects = PlaybookStepRows.as_manager()

    class Meta:
        verbose_name = "démarche"
        indexes = (
            models.Index(
                fields=["due_on"],
                condition=Q(closed_at=None, state="to_do"),
                name="playbook_step_to_do",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["review", "code"],
                condition=Q(closed_at=None),
                name="playbook_step_one_open_per_code",
            ),
            models.CheckConstraint(
                condition=Q(state="to_do", settled_at=None, settled_by=None)
                | Q(
                    state__in=["done", "skipped"],
                    settled_at__isnull=False,
                    settled_by__isnull=False,
                ),
                name="playbook_step_is_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state="skipped") & ~Q(reason="") | ~Q(state="skipped") & Q(reason=""),
                name="playbook_step_skipped_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.step.label

    @property
    def step(self) -> LadderStep:
        return LadderStep(self.code)

    def settle(self, state: State, *, by: User, at: datetime, reason: str = "") -> None:
        """Write that it is done or set aside, by whom, and why if it is not to be done."""
        self.state, self.settled_by, self.settled_at, self.reason = state, by, at, reason
        self.save(update_fields=["state", "settled_by", "settled_at", "reason"])
