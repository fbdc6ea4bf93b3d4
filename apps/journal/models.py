from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models

from apps.incidents.models import Incident
from apps.search.models import mark_stale

from .kinds import Kind
from .sentences import sentence, told_to_practitioner

if TYPE_CHECKING:
    from apps.accounts.models import User


def kinds() -> list[tuple[str, str]]:
    """A callable, so that a new kind of event asks for no migration."""
    return list(Kind.choices)


class EventQuerySet(models.QuerySet["Event"]):
    def for_practitioner(self) -> EventQuerySet:
        """Only what is told to the practitioner."""
        return self.filter(kind__in=told_to_practitioner())


class Event(models.Model):
    """One line of a file's history. Append-only: a database trigger refuses the rest.

    `data` holds numbers, codes and ISO dates, never a name, the text of a review or anything
    medical, so that erasing a person never needs to touch the journal. Each event carries the
    hash of the one before it on the same file. Never read to decide anything.
    """

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="events", verbose_name="dossier"
    )
    kind = models.CharField("nature", max_length=40, choices=kinds)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="auteur"
    )
    at = models.DateTimeField("le")
    data = models.JSONField("données", default=dict)
    previous_hash = models.CharField("empreinte précédente", max_length=64, blank=True)
    hash = models.CharField("empreinte", max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "événement"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "previous_hash"], name="event_chain_does_not_fork"
            ),
        )

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What happened, as the insurer's people read it."""
        return sentence(Kind(self.kind), self.data)

    @property
    def plain_sentence(self) -> str:
        """What happened, as the practitioner reads it."""
        return sentence(Kind(self.kind), self.data, for_practitioner=True)

    def compute_hash(self) -> str:
        """SHA-256 over everything the event says and the hash of the event before it."""
        said = [
            self.incident_id,
            self.kind,
            self.actor_id,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.data,
            self.previous_hash,
        ]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def record(
    kind: Kind, *, incident: Incident, actor: User | None, at: datetime, **data: object
) -> Event:
    """Write one line of history. The caller holds the lock on the file and the transaction.

    `actor` is None when the clock acts. `data` takes numbers, codes and ISO dates only.
    """
    previous = Event.objects.filter(incident=incident).order_by("-pk").first()
    event = Event(
        incident=incident,
        kind=kind,
        actor=actor,
        at=at,
        data=data,
        previous_hash=previous.hash if previous else "",
    )
    event.hash = event.compute_hash()
    event.save(force_insert=True)
    mark_stale(incident)
    return event


def broken_links(incident: Incident) -> list[int]:
    """Primary keys of the events whose hash or link to the one before does not hold."""
    broken, previous_hash = [], ""
    for event in incident.events.order_by("pk"):
        if event.previous_hash != previous_hash or event.hash != event.compute_hash():
            broken.append(event.pk)
        previous_hash = event.hash
    return broken
