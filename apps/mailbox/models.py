from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from .kinds import KINDS


class LetterStatus(models.TextChoices):
    """Where a letter is. `deliver.py` alone moves it; docs/decisions/0004-letters.md says why."""

    QUEUED = "queued", "à envoyer"
    CLAIMED = "claimed", "prise en charge"
    ON_WIRE = "on_wire", "en cours d’envoi"
    SENT = "sent", "envoyée"
    FAILED = "failed", "non remise"
    UNCERTAIN = "uncertain", "remise incertaine"
    # Of practitioners, as they chose (`wishes.py`): these never leave by themselves.
    HELD = "held", "gardée pour le récapitulatif"
    MERGED = "merged", "réunie dans un récapitulatif"
    UNWANTED = "unwanted", "non voulue par le destinataire"


IN_HAND = (LetterStatus.CLAIMED, LetterStatus.ON_WIRE)
UNDELIVERED = (LetterStatus.FAILED, LetterStatus.UNCERTAIN)


class LetterQuerySet(models.QuerySet["Letter"]):
    def due(self, now: datetime) -> LetterQuerySet:
        """What should leave now, the longest awaited first."""
        return self.filter(status=LetterStatus.QUEUED, not_before__lte=now).order_by(
            "not_before", "pk"
        )

    def waiting(self) -> LetterQuerySet:
        """What no sender has taken yet."""
        return self.filter(status=LetterStatus.QUEUED)

    def held(self) -> LetterQuerySet:
        """What waits to be gathered in its reader's digest."""
        return self.filter(status=LetterStatus.HELD)

    def in_hand(self) -> LetterQuerySet:
        """What a sender, alive or dead, has taken and not yet settled."""
        return self.filter(status__in=IN_HAND)

    def undelivered(self) -> LetterQuerySet:
        """What only a person can settle: refused for good, or perhaps received, perhaps not."""
        return self.filter(status__in=UNDELIVERED).order_by("-queued_at", "-pk")

    def late(self, *, since: datetime) -> LetterQuerySet:
        """Due before `since` and still not gone: the mail server, or the sender, is down."""
        return self.due(since)


class Letter(models.Model):
    """One e-mail to one person, from the wish to write it to the proof of what was sent."""

    kind = models.CharField("type", max_length=40)
    key = models.CharField("clé", max_length=150)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="letters",
        verbose_name="destinataire",
    )
    incident = models.ForeignKey(
        "incidents.Incident",
        models.PROTECT,
        null=True,
        related_name="letters",
        verbose_name="dossier",
    )
    # Ids, codes and ISO dates only: never a name, never a medical word.
    data = models.JSONField("données", default=dict, encoder=DjangoJSONEncoder)
    queued_at = models.DateTimeField("demandée le")
    not_before = models.DateTimeField("pas avant le")

    status = models.CharField(
        "état", max_length=10, choices=LetterStatus, default=LetterStatus.QUEUED
    )
    # Tries that ended in an answer, the mail server's or a faulty template's.
    attempts = models.PositiveSmallIntegerField("tentatives", default=0)
    claimed_by = models.CharField("expéditeur", max_length=20, blank=True)
    claimed_at = models.DateTimeField("prise en charge le", null=True)
    on_wire_at = models.DateTimeField("mise en envoi le", null=True)
    sent_at = models.DateTimeField("envoyée le", null=True)
    digest = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="gathered", verbose_name="récapitulatif"
    )
    # A code and the mail server's reply number, such as "refused-451": never its words.
    error = models.CharField("erreur", max_length=60, blank=True)

    # What is really sent, written at delivery and kept; of a secret letter, all but its text.
    message_id = models.CharField("identifiant du message", max_length=200, blank=True)
    address = models.EmailField("adresse", blank=True)
    subject = models.TextField("objet", blank=True)
    body_text = models.TextField("texte", blank=True)
    body_html = models.TextField("texte mis en page", blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "lettre"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["not_before", "id"],
                condition=Q(status=LetterStatus.QUEUED),
                name="letter_due",
            ),
            models.Index(
                fields=["not_before", "id"],
                condition=Q(status=LetterStatus.HELD),
                name="letter_held",
            ),
            models.Index(fields=["id"], condition=Q(status__in=IN_HAND), name="letter_in_hand"),
            models.Index(
                fields=["-queued_at", "-id"],
                condition=Q(status__in=UNDELIVERED),
                name="letter_undelivered",
            ),
        ]
        constraints = (
            models.UniqueConstraint(fields=["key"], name="letter_key_is_unique"),
            models.CheckConstraint(
                condition=Q(status__in=LetterStatus.values), name="letter_status_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=LetterStatus.CLAIMED) | Q(claimed_at__isnull=False),
                name="letter_claimed_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status=LetterStatus.ON_WIRE) | Q(on_wire_at__isnull=False),
                name="letter_on_wire_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(status=LetterStatus.SENT, sent_at__isnull=False)
                | ~Q(status=LetterStatus.SENT) & Q(sent_at=None),
                name="letter_sent_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(status=LetterStatus.MERGED, digest__isnull=False)
                | ~Q(status=LetterStatus.MERGED) & Q(digest=None),
                name="letter_merged_has_digest",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=UNDELIVERED) | ~Q(error=""),
                name="letter_undelivered_has_error",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} ({self.get_status_display()})"

    @property
    def is_secret(self) -> bool:
        row = KINDS.get(self.kind)
        return row is not None and row.secret
