"""What the team does to many files at once, the tags it gives them, and what it rereads."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from .incident import Incident, known

UNDO_WITHIN = timedelta(minutes=10)


class Tag(models.Model):
    """A word of the team's own on a file. Never shown outside the insurer."""

    name = models.CharField("étiquette", max_length=40, unique=True)
    incidents: models.ManyToManyField = models.ManyToManyField(
        Incident, related_name="tags", blank=True, verbose_name="dossiers"
    )

    class Meta:
        verbose_name = "étiquette"
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class BulkAction(models.Model):
    """The same safe thing done to many files: prepared, looked at, then run, file by file.

    What is asked lies in `options` (ids, codes, ISO dates) and in `words`, what the practitioner
    or the team will read. Run again after an interruption, it goes on with what remains.
    """

    class Kind(models.TextChoices):
        ENTRUST = "entrust", "confier"
        TAG = "tag", "étiqueter"
        REQUEST = "request", "demander une pièce"
        MESSAGE = "message", "écrire un message"

    kind = models.CharField("action", max_length=10, choices=Kind)
    options = models.JSONField("choix", default=dict)
    words = models.TextField("texte", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="préparée par"
    )
    prepared_at = models.DateTimeField("préparée le")
    run_at = models.DateTimeField("faite le", null=True)
    undone_at = models.DateTimeField("annulée le", null=True)

    class Meta:
        verbose_name = "action en nombre"
        verbose_name_plural = "actions en nombre"
        constraints = (
            models.CheckConstraint(
                condition=known("kind", ["entrust", "tag", "request", "message"]),
                name="bulk_action_is_safe",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def can_ever_be_undone(self) -> bool:
        return self.kind != self.Kind.MESSAGE

    def is_undoable(self, at: datetime) -> bool:
        return (
            self.can_ever_be_undone
            and self.run_at is not None
            and self.undone_at is None
            and at <= self.run_at + UNDO_WITHIN
        )


class BulkItem(models.Model):
    """One file of a bulk action: what was planned, what became of it, and why not."""

    class State(models.TextChoices):
        PLANNED = "planned", "à faire"
        DONE = "done", "fait"
        REFUSED = "refused", "refusé"
        UNDONE = "undone", "annulé"

    action = models.ForeignKey(
        BulkAction, models.PROTECT, related_name="items", verbose_name="action"
    )
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="+", verbose_name="dossier")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="confié à",
    )
    state = models.CharField("résultat", max_length=10, choices=State, default=State.PLANNED)
    why = models.CharField("raison", max_length=200, blank=True)
    undo = models.JSONField("de quoi annuler", default=dict, help_text="Identifiants seulement.")

    class Meta:
        verbose_name = "dossier d’une action en nombre"
        verbose_name_plural = "dossiers d’une action en nombre"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["action", "incident"], name="bulk_item_once_per_action"
            ),
            models.CheckConstraint(
                condition=known("state", ["planned", "done", "refused", "undone"]),
                name="bulk_item_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(why=""), name="bulk_item_refused_says_why"
            ),
        )

    def __str__(self) -> str:
        return str(self.get_state_display())


class Rereading(models.Model):
    """A second look at a file closed as lawful, drawn from the month's sample."""

    class Result(models.TextChoices):
        SOUND = "sound", "bien orienté"
        TO_REVIEW = "to_review", "à revoir"

    incident = models.OneToOneField(
        Incident, models.PROTECT, related_name="rereading", verbose_name="dossier"
    )
    result = models.CharField("résultat", max_length=10, choices=Result)
    words = models.TextField("remarque", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="relu par"
    )
    at = models.DateTimeField("relu le")

    class Meta:
        verbose_name = "relecture"
        constraints = (
            models.CheckConstraint(
                condition=known("result", ["sound", "to_review"]), name="rereading_result_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(result="to_review") | ~Q(words=""), name="rereading_to_review_says_why"
            ),
        )

    def __str__(self) -> str:
        return str(self.get_result_display())
