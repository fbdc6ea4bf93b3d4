from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from apps.incidents.models import Incident, OpenRows, Passage, Publication, Review
from apps.legal.act_shape import Act, Condition, Route
from apps.legal.acts import ACTS, ActDone, act

from .proceeding import Proceeding

TO_CHECK = [row.code for row in ACTS if row.needs_check]


class ActRows(OpenRows["InterruptingAct"]):
    """Acts, those in force and those they replaced."""

    def pending(self) -> ActRows:
        """In force, said to be regular, and able to put a date off: a second person must check."""
        checks = ActCheck.objects.filter(act=OuterRef("pk"), closed_at=None)
        return self.filter(~Exists(checks), closed_at=None, is_regular=True, code__in=TO_CHECK)

    def one_each(self) -> ActRows:
        """Of an act about several contents, the first row alone."""
        older = InterruptingAct.objects.filter(
            closed_at=None,
            review__incident=OuterRef("review__incident"),
            proceeding=OuterRef("proceeding"),
            code=OuterRef("code"),
            done_on=OuterRef("done_on"),
            pk__lt=OuterRef("pk"),
        )
        return self.filter(~Exists(older))


class InterruptingAct(models.Model):
    """A procedural act done about a review: what it changes is the law's answer, not ours.

    It names the puttings on line and the passages that it is about, and moves their clocks alone
    (L. 1881 art. 53). Those that interrupt nothing are recorded as well, and change nothing
    (legal.md §5). One that could put a date off waits for a second person.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="acts", verbose_name="contenu")
    proceeding = models.ForeignKey(
        Proceeding, models.PROTECT, null=True, related_name="acts", verbose_name="procédure"
    )
    # Numbers and not rows: a date of publication that is corrected is a new row of the same number.
    publications = models.JSONField("rangs des mises en ligne visées", default=list)
    passages = models.ManyToManyField(
        Passage,
        related_name="acts",
        verbose_name="passages visés",
        help_text="Aucun : le contenu entier.",
    )
    code = models.CharField("acte", max_length=40, choices=[(act.code, act.label) for act in ACTS])
    done_on = models.DateField("fait le")
    done_by = models.CharField("fait par", max_length=120)
    is_regular = models.BooleanField(
        "régulier",
        default=True,
        help_text="Décocher un acte nul ou irrégulier : il est gardé et ne change aucune date.",
    )
    conditions = models.JSONField(
        "conditions remplies", default=list, help_text="Codes de `legal.act_shape.Condition`."
    )
    served_in = models.CharField("signifié dans le département", max_length=3, blank=True)
    judge_allowed = models.BooleanField("autorisé par le juge (art. 664 CPC)", default=False)
    in_presence = models.BooleanField("jugement rendu en présence des parties", default=False)
    deposit_sum = models.DecimalField(
        "consignation (€)", max_digits=9, decimal_places=2, null=True, blank=True
    )
    deposit_due_on = models.DateField("consignation à verser avant le", null=True, blank=True)
    deposit_paid_on = models.DateField("consignation versée le", null=True, blank=True)
    deposit_waived = models.BooleanField("dispensé de consignation", default=False)
    exhibit = models.ForeignKey(
        "exhibits.Exhibit", models.PROTECT, null=True, related_name="+", verbose_name="pièce"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="enregistré par"
    )
    recorded_at = models.DateTimeField("enregistré le")
    reminded = models.PositiveSmallIntegerField("relances de la vérification", default=0)
    closed_at = models.DateTimeField("remplacé le", null=True)

    wished_passages: ClassVar[Collection[int]] = ()  # of one that is not saved yet

    objects = ActRows.as_manager()

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
            models.CheckConstraint(
                condition=Q(deposit_paid_on=None) | Q(deposit_waived=False),
                name="act_deposit_paid_or_waived",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_code_display()} du {self.done_on:%d/%m/%Y}"

    @property
    def kind(self) -> Act:
        return act(self.code)

    @property
    def check_in_force(self) -> ActCheck | None:
        """Prefetch `checks__checked_by` when there are several acts."""
        if self.pk is None:
            return None
        return next((check for check in self.checks.all() if check.closed_at is None), None)

    @property
    def is_pending(self) -> bool:
        """Could it put a date off, and has no second person checked it yet?"""
        return self.is_regular and self.kind.needs_check and self.check_in_force is None

    @property
    def is_proved(self) -> bool:
        """Is there a document, still in the file, that proves it?"""
        return self.exhibit is not None and self.exhibit.is_current

    @property
    def missing(self) -> tuple[Condition, ...]:
        """The conditions of such an act that nobody said to be met."""
        return tuple(one for one in self.kind.requires if one.value not in self.conditions)

    @property
    def done(self) -> ActDone:
        """The act as the law sees it."""
        return ActDone(
            self.code,
            self.done_on,
            valid=self.is_regular,
            deposit_paid_on=self.deposit_paid_on,
            deposit_due_on=self.deposit_due_on,
            deposit_waived=self.deposit_waived,
            missing=self.missing,
            is_pending=self.is_pending,
            served_in=self.served_in,
            judge_allowed=self.judge_allowed,
            proceeding=self.proceeding_id,
            route=Route(self.proceeding.route) if self.proceeding else None,
        )

    @property
    def named_passages(self) -> set[int]:
        """The passages it is about; none: the whole content. Prefetch `passages` for several."""
        if self.pk is None:
            return set(self.wished_passages)
        return {passage.pk for passage in self.passages.all()}

    def is_about(self, publication: Publication) -> bool:
        """Does it name this putting on line? It moves no clock of another one."""
        return publication.number in self.publications

    @property
    def same_act(self) -> ActRows:
        """Its rows in force, one for each content that the same act names."""
        return InterruptingAct.objects.filter(
            closed_at=None,
            review__incident__in=Incident.objects.filter(reviews=self.review_id),
            proceeding=self.proceeding_id,
            code=self.code,
            done_on=self.done_on,
        )


class ActCheck(models.Model):
    """A second person has read the act: its date, its regularity, the document that proves it.

    Undone, it is closed and kept, with who undid it and why.
    """

    act = models.ForeignKey(
        InterruptingAct, models.PROTECT, related_name="checks", verbose_name="acte"
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="vérifié par"
    )
    checked_at = models.DateTimeField("vérifié le")
    closed_at = models.DateTimeField("annulée le", null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="annulée par",
    )
    reason = models.TextField("motif de l’annulation", blank=True)

    class Meta:
        verbose_name = "vérification d’un acte"
        verbose_name_plural = "vérifications d’actes"
        ordering: ClassVar[list[str]] = ["checked_at", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["act"], condition=Q(closed_at=None), name="act_check_one_open_per_act"
            ),
        )

    def __str__(self) -> str:
        return f"Vérifié par {self.checked_by} le {self.checked_at:%d/%m/%Y}"
