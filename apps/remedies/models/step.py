from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When

from apps.incidents.models import OpenRows, Review
from apps.legal.playbook import LadderStep

if TYPE_CHECKING:
    from apps.accounts.models import User


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
