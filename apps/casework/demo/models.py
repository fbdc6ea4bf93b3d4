from __future__ import annotations

from typing import ClassVar, NamedTuple

from django.db import models


class Progress(NamedTuple):
    """How many files of the demonstration have been lived, out of how many."""

    lived: int
    total: int

    def __str__(self) -> str:
        return f"{self.lived} / {self.total}"


class StoryQuerySet(models.QuerySet["Story"]):
    def waiting(self) -> StoryQuerySet:
        return self.filter(state=Story.State.WAITING)

    def unfinished(self) -> StoryQuerySet:
        return self.exclude(state=Story.State.WHOLE)

    def are_over(self) -> bool:
        """Was there a demonstration to live, and is it whole?"""
        return self.exists() and not self.unfinished().exists()

    def progress(self) -> Progress:
        total = self.count()
        return Progress(total - self.waiting().count(), total)


class Story(models.Model):
    """A file of the demonstration, and how far it has come.

    The row is there before the file: it says what remains to be lived, whatever stopped it, and
    keeps for the file the reference of its day.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "à vivre"
        LIVED = "lived", "vécu, ses courriers restent à envoyer"
        WHOLE = "whole", "complet"

    name = models.CharField("cas", max_length=60, primary_key=True)
    reference = models.CharField("référence", max_length=14, unique=True)
    state = models.CharField("état", max_length=10, choices=State, default=State.WAITING)
    looked_at = models.DateTimeField(
        "regardé le", help_text="Ses dates sont comptées à rebours d’ici."
    )

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = "histoire de la démonstration"
        verbose_name_plural = "histoires de la démonstration"
        ordering: ClassVar[list[str]] = ["reference"]

    def __str__(self) -> str:
        return self.name
