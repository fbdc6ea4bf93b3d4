from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.accounts.models import User
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Review
from apps.refusals import RefusedOpenly


class MissionAlreadyAnswered(RefusedOpenly):
    """The mission was accepted, declined or ended before."""


class LawyerRequest(models.Model):
    """The practitioner's written choice: without it nobody may name a lawyer (L. 127-3)."""

    class Choice(models.TextChoices):
        OWN = "own", "J’ai mon avocat"
        PROPOSAL = "proposal", "Je demande à mon assureur de me proposer un avocat"

    incident = models.OneToOneField(
        Incident, models.PROTECT, related_name="lawyer_request", verbose_name="dossier"
    )
    choice = models.CharField("choix", max_length=10, choices=Choice)
    lawyer_name = models.CharField("avocat choisi", max_length=120, blank=True)
    lawyer_contact = models.CharField("coordonnées de l’avocat", max_length=200, blank=True)
    wording = models.TextField("texte accepté")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="demandé par"
    )
    made_at = models.DateTimeField("demandé le")

    class Meta:
        verbose_name = "demande écrite d’avocat"
        verbose_name_plural = "demandes écrites d’avocat"
        constraints = (
            models.CheckConstraint(
                condition=Q(choice="proposal") | Q(choice="own") & ~Q(lawyer_name=""),
                name="lawyer_request_names_own_lawyer",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_choice_display())


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def open(self) -> AssignmentQuerySet:
        return self.filter(closed_at=None)

    def for_partner(self, user: User, *, today: date) -> AssignmentQuerySet:
        """What a member of a partner may still see: not declined, not ended, not expired."""
        return self.open().filter(partner__members=user, visible_until__gte=today)


class Assignment(models.Model):
    """Work entrusted to a partner, on a frozen selection of the file, until a day."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "proposée"
        ACCEPTED = "accepted", "acceptée"
        DECLINED = "declined", "refusée"
        ENDED = "ended", "terminée"

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="assignments", verbose_name="dossier"
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="assignments", verbose_name="partenaire"
    )
    kind = models.CharField("métier", max_length=20, choices=Partner.Kind)
    state = models.CharField("état", max_length=20, choices=State, default=State.PROPOSED)
    instructions = models.TextField("ce qui est demandé")
    reply_by = models.DateField("réponse attendue avant le")
    visible_until = models.DateField("accès jusqu’au")
    reviews: models.ManyToManyField = models.ManyToManyField(
        Review, related_name="assignments", verbose_name="contenus confiés"
    )
    exhibits: models.ManyToManyField = models.ManyToManyField(
        Exhibit, related_name="assignments", blank=True, verbose_name="pièces confiées"
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="confiée par"
    )
    assigned_at = models.DateTimeField("confiée le")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="réponse de",
    )
    answered_at = models.DateTimeField("réponse le", null=True)
    decline_reason = models.TextField("motif du refus", blank=True)
    closed_at = models.DateTimeField("terminée le", null=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "mission"
        ordering: ClassVar[list[str]] = ["-assigned_at"]
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "kind"],
                condition=Q(closed_at=None),
                name="assignment_one_open_per_kind",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "accepted"], closed_at=None)
                | Q(state__in=["declined", "ended"], closed_at__isnull=False),
                name="assignment_closed_when_over",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} – {self.partner}"

    @property
    def reference(self) -> str:
        """What partners and letters call it."""
        return f"M-{self.pk:06}"

    @property
    def is_proposed(self) -> bool:
        return self.state == self.State.PROPOSED

    def answer(self, state: Assignment.State, *, by: User, at: datetime) -> None:
        """Set the partner's answer. `MissionAlreadyAnswered` unless the mission is proposed."""
        if not self.is_proposed:
            raise MissionAlreadyAnswered(f"Cette mission est déjà {self.get_state_display()}.")
        self.state, self.answered_by, self.answered_at = state, by, at
