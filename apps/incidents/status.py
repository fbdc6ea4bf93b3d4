"""Where a file stands, and the only moves it may make."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from apps.refusals import RefusedOpenly


class IllegalMove(RefusedOpenly):
    """The file is not in a state from which this can be done."""


class MergedAway(IllegalMove):
    """The file was merged into another, where everything goes on."""


class Status(models.TextChoices):
    RECEIVED = "received", "Reçu"
    UNDER_REVIEW = "under_review", "En cours d’analyse"
    QUALIFIED = "qualified", "Qualifié"
    IN_ACTION = "in_action", "Action en cours"
    CLOSED = "closed", "Terminé"
    MERGED = "merged", "Réuni à un autre dossier"


NEXT: dict[Status, frozenset[Status]] = {
    Status.RECEIVED: frozenset({Status.UNDER_REVIEW, Status.MERGED}),
    Status.UNDER_REVIEW: frozenset(
        {Status.QUALIFIED, Status.IN_ACTION, Status.CLOSED, Status.MERGED}
    ),
    Status.QUALIFIED: frozenset({Status.QUALIFIED, Status.IN_ACTION, Status.CLOSED, Status.MERGED}),
    Status.IN_ACTION: frozenset({Status.IN_ACTION, Status.CLOSED, Status.MERGED}),
    Status.CLOSED: frozenset({Status.UNDER_REVIEW}),
    Status.MERGED: frozenset({Status.UNDER_REVIEW}),
}

# In one order always: a query says them as the indexes of open files do.
OPEN = tuple(status for status in Status if status not in {Status.CLOSED, Status.MERGED})


class WaitingOn(models.TextChoices):
    """Whose turn it is: what queues filter by."""

    PRACTITIONER = "practitioner", "sociétaire"
    HANDLER = "handler", "gestionnaire"
    PARTNER = "partner", "partenaire"
    PLATFORM = "platform", "plateforme"
    NOBODY = "nobody", "personne"


class Outcome(models.TextChoices):
    """How a content ended; a file bears the outcome of the content that is settled least.

    To have been helped with lawful words is no refusal (QUAL-08): everybody reads it so.
    """

    REMOVED_BY_PLATFORM = "removed_by_platform", "retiré par la plateforme"
    REMOVED_BY_AUTHOR = "removed_by_author", "retiré par son auteur"
    PAGE_DELETED = "page_deleted", "fiche supprimée"
    DELISTED = "delisted", "déréférencé"
    COURT_DECISION = "court_decision", "décision de justice"
    ANSWERED = "answered", "réponse publique publiée"
    LAWFUL = "lawful", "accompagné, propos permis par la loi"
    REFUSED = "refused", "resté en ligne : retrait refusé"
    TIME_BARRED = "time_barred", "délai pour agir dépassé"
    ADVISED = "advised", "conseil donné"

    @classmethod
    def of_file(cls, outcomes: Iterable[Outcome]) -> Outcome:
        """The outcome of a file, from those of its contents, at least one."""
        return min(outcomes, key=SETTLED_LEAST_FIRST.index)


SETTLED_LEAST_FIRST = (
    Outcome.REFUSED,
    Outcome.TIME_BARRED,
    Outcome.ADVISED,
    Outcome.LAWFUL,
    Outcome.ANSWERED,
    Outcome.DELISTED,
    Outcome.REMOVED_BY_PLATFORM,
    Outcome.REMOVED_BY_AUTHOR,
    Outcome.PAGE_DELETED,
    Outcome.COURT_DECISION,
)
