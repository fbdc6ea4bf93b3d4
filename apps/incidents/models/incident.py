from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.directory.models import Contract, Practitioner
from apps.legal.clock_words import clock_words

from ..circumstances import FacilityPage, PracticeMode, Situation, Source, Wish
from ..status import NEXT, OPEN, IllegalMove, MergedAway, Outcome, Status, WaitingOn

if TYPE_CHECKING:
    from apps.accounts.models import User


def known(field: str, values: list[str]) -> Q:
    return Q(**{f"{field}__in": values})


# Files whose date is unknown stand on top of the queue, then those whose clock runs, by their day,
# then those whose clocks have all run out, then those without any.
UNDATED, RUNNING, OVER, NO_CLOCK = "0", "1-", "2-", "3"


class IncidentQuerySet(models.QuerySet["Incident"]):
    def locked(self, pk: int) -> Incident:
        """The file, locked until the end of the transaction: the first beat of every verb.

        Raises `MergedAway` when another file has absorbed it: nothing is done to it any more.
        """
        incident = self.locked_anyway(pk)
        if incident.is_merged:
            raise MergedAway(
                f"Le dossier {incident.reference} a été réuni au dossier "
                f"{incident.followed()}\u00a0: rien n’y a été enregistré. Continuez dans celui-ci."
            )
        return incident

    def locked_anyway(self, pk: int) -> Incident:
        """The same, also of a file that was merged: to read it, or to write what it has seen."""
        return self.select_for_update().get(pk=pk)

    def locked_pair(self, one: int, other: int) -> tuple[Incident, Incident]:
        """Two files, merged or not, in the order asked. Always locked in the order of their keys,
        so that two people who take them crosswise wait for one another and never forever."""
        found = {pk: self.locked_anyway(pk) for pk in sorted({one, other})}
        return found[one], found[other]

    def locked_open(self, pk: int) -> Incident:
        """The same, for what may no longer be done once the file is closed: `IllegalMove`.

        A verb on a content takes `Review.locked_incident`.
        """
        incident = self.locked(pk)
        if not incident.is_open:
            raise IllegalMove(
                f"Le dossier {incident.reference} est terminé : rien n’y change plus."
            )
        return incident

    def open(self) -> IncidentQuerySet:
        return self.filter(status__in=OPEN)

    def standing(self) -> IncidentQuerySet:
        """Those that no other file has absorbed."""
        return self.exclude(status=Status.MERGED)

    def in_queue_order(self) -> IncidentQuerySet:
        """What expires first on top; `queue_key` and `pk` are what a page is continued from."""
        return self.order_by("queue_key", "pk")

    def for_practitioner(self, user: User) -> IncidentQuerySet:
        return self.filter(practitioner__user=user)


class Incident(models.Model):
    """What a practitioner declared: one reference, one handler, one or more reviews."""

    reference = models.CharField("référence", max_length=14, unique=True)
    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="incidents", verbose_name="sociétaire"
    )
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, related_name="incidents", verbose_name="contrat"
    )
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="handled_incidents",
        verbose_name="gestionnaire",
    )
    status = models.CharField("état", max_length=20, choices=Status, default=Status.RECEIVED)
    waiting_on = models.CharField(
        "en attente de", max_length=20, choices=WaitingOn, default=WaitingOn.HANDLER
    )
    source = models.CharField("origine", max_length=10, choices=Source, default=Source.PORTAL)
    situation = models.CharField(
        "situation", max_length=10, choices=Situation, default=Situation.REVIEW
    )
    practice_mode = models.CharField("mode d’exercice", max_length=20, choices=PracticeMode)
    facility_page = models.CharField(
        "page de l’établissement", max_length=10, choices=FacilityPage, blank=True
    )
    facility_contact = models.CharField(
        "service de communication de l’établissement", max_length=200, blank=True
    )
    already_replied = models.BooleanField("réponse déjà publiée", default=False)
    replied_on = models.DateField("réponse publiée le", null=True)
    already_reported = models.BooleanField("déjà signalé à la plateforme", default=False)
    reported_on = models.DateField("signalé le", null=True)
    bailiff_report_on = models.DateField("constat déjà réalisé le", null=True)
    bailiff_report_cost = models.DecimalField(
        "coût du constat (€)", max_digits=8, decimal_places=2, null=True
    )
    bailiff_report_was_urgent = models.BooleanField("constat réalisé en urgence", default=False)
    wishes = models.JSONField("souhaits", default=list, help_text="Codes de `Wish`.")
    # Where the file stands in the queue. `apps/deadlines/urgency.py` alone writes these.
    act_by = models.DateField("agir avant le", null=True)
    queue_key = models.CharField("rang dans la file", max_length=12, default=NO_CLOCK)
    legal_last_day = models.DateField("dernier jour légal", null=True)
    possible_until = models.DateField("dernier jour possible", null=True)
    doubt = models.CharField("doute sur le délai", max_length=20, blank=True)
    snoozed_until = models.DateField("en sommeil jusqu’au", null=True)
    snoozed_at = models.DateTimeField("mis en sommeil le", null=True)
    # Whose answer wakes it before that day: while the file still waits for them, it sleeps.
    wakes_on = models.CharField(
        "réveillé par la réponse de", max_length=20, choices=WaitingOn, blank=True, default=""
    )
    declared_at = models.DateTimeField("déclaré le")
    confirmed_at = models.DateTimeField("confirmé par le sociétaire le", null=True)
    closed_at = models.DateTimeField("clos le", null=True)
    outcome = models.CharField("issue", max_length=30, choices=Outcome, blank=True)
    closing_words = models.TextField("bilan adressé au sociétaire", blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier"
        # Of open files, in the words of `open()`, with what `is_asleep` reads: each view is counted
        # from an index alone (docs/decisions/0010-queue.md).
        indexes = (
            models.Index(
                fields=["handler", "queue_key", "id", "waiting_on", "snoozed_until", "wakes_on"],
                condition=Q(status__in=OPEN),
                name="incident_open_of_handler",
            ),
            models.Index(
                fields=["waiting_on", "queue_key", "id", "snoozed_until", "wakes_on"],
                condition=Q(status__in=OPEN),
                name="incident_open_waiting",
            ),
            models.Index(
                fields=["snoozed_until"],
                condition=Q(snoozed_until__isnull=False),
                name="incident_asleep",
            ),
            models.Index(
                fields=["-closed_at", "-id"],
                condition=Q(status=Status.CLOSED),
                name="incident_closed",
            ),
            models.Index(
                fields=["queue_key", "id"],
                condition=Q(status__in=OPEN),
                name="incident_open_queue",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=known("status", Status.values), name="incident_status_is_known"
            ),
            models.CheckConstraint(
                condition=known("waiting_on", WaitingOn.values), name="incident_waits_on_someone"
            ),
            models.CheckConstraint(
                condition=Q(status=Status.CLOSED, closed_at__isnull=False)
                & known("outcome", Outcome.values)
                | ~Q(status=Status.CLOSED) & Q(closed_at=None, outcome=""),
                name="incident_closed_has_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.CLOSED, Status.MERGED]) | Q(queue_key=NO_CLOCK),
                name="incident_closed_has_no_clock",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    def move_to(self, status: Status, *, waiting_on: WaitingOn) -> None:
        """Set the status if the table of moves allows it. Raises `IllegalMove`."""
        if status not in NEXT[Status(self.status)]:
            raise IllegalMove(
                f"Le dossier {self.reference} est « {self.get_status_display()} » : "
                f"il ne peut pas passer à « {status.label} »."
            )
        self.status, self.waiting_on = status, waiting_on

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_merged(self) -> bool:
        return self.status == Status.MERGED

    def followed(self) -> Incident:
        """The file where this one goes on now: itself, or the one that absorbed it, and so on."""
        incident = self
        while merge := incident.merges.filter(closed_at=None).select_related("kept").first():
            incident = merge.kept
        return incident

    @property
    def wished(self) -> list[Wish]:
        """What the practitioner hopes for."""
        return [Wish(code) for code in self.wishes]

    def words(self, today: date) -> str:
        """What the term that drives the file is on that day, in words; empty when there is nothing
        to add to its date."""
        return clock_words(
            act_by=self.act_by,
            legal_last_day=self.legal_last_day,
            possible_until=self.possible_until,
            doubt=self.doubt,
            today=today,
        )

    @property
    def has_clock(self) -> bool:
        """Does a deadline of this file still run, or did one ever that nobody has settled?"""
        return self.queue_key != NO_CLOCK


class ReferenceCounter(models.Model):
    """The last number given in a year. Locked while a reference is drawn: no gap, no double."""

    year = models.PositiveSmallIntegerField("année", primary_key=True)
    last = models.PositiveIntegerField("dernier numéro", default=0)

    class Meta:
        verbose_name = "compteur de références"

    def __str__(self) -> str:
        return f"{self.year} : {self.last}"

    @classmethod
    def draw(cls, year: int) -> str:
        """The next reference of the year, `ER-2026-000001` and so on. Inside a transaction."""
        cls.objects.get_or_create(year=year)
        counter = cls.objects.select_for_update().get(year=year)
        counter.last += 1
        counter.save(update_fields=["last"])
        return f"ER-{year}-{counter.last:06}"
