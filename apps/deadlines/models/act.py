from __future__ import annotations

from collections import defaultdict
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from apps.incidents.models import OpenRows, Review
from apps.legal.acts import ACTS, ActDone
from apps.legal.rule_shape import Interruption
from apps.legal.rules import RULES

# For each family of interruption, the rules that belong to it and the acts that interrupt them.
_RULES_OF: dict[Interruption, set[str]] = defaultdict(set)
for _row in RULES:
    _RULES_OF[_row.interruption].add(_row.code)
INTERRUPTING = [
    (rules, [act.code for act in ACTS if family in act.families])
    for family, rules in _RULES_OF.items()
    if family is not Interruption.NONE
]


class InterruptingAct(models.Model):
    """A procedural act done on a review: what it changes is the law's answer, not ours.

    Those that interrupt nothing are recorded as well, and change nothing (legal.md §5).
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="acts", verbose_name="contenu")
    code = models.CharField("acte", max_length=40, choices=[(act.code, act.label) for act in ACTS])
    done_on = models.DateField("fait le")
    done_by = models.CharField("fait par", max_length=120)
    is_regular = models.BooleanField(
        "régulier",
        default=True,
        help_text="Décocher un acte nul ou irrégulier : il est gardé et ne change aucune date.",
    )
    deposit_paid_on = models.DateField("consignation versée le", null=True, blank=True)
    exhibit = models.ForeignKey(
        "exhibits.Exhibit", models.PROTECT, null=True, related_name="+", verbose_name="pièce"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="enregistré par"
    )
    recorded_at = models.DateTimeField("enregistré le")
    closed_at = models.DateTimeField("remplacé le", null=True)

    objects = OpenRows["InterruptingAct"].as_manager()

    class Meta:
        verbose_name = "acte de procédure"
        verbose_name_plural = "actes de procédure"
        ordering: ClassVar[list[str]] = ["done_on", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["review", "code", "done_on"],
                condition=Q(closed_at=None),
                name="act_one_open_per_day",
            ),
            models.CheckConstraint(
                condition=Q(deposit_paid_on=None) | Q(deposit_paid_on__gte=F("done_on")),
                name="act_deposit_follows_filing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_code_display()} du {self.done_on:%d/%m/%Y}"

    @property
    def done(self) -> ActDone:
        """The act as the law sees it."""
        return ActDone(
            self.code, self.done_on, valid=self.is_regular, deposit_paid_on=self.deposit_paid_on
        )
