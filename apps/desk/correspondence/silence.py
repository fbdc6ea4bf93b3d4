"""The guard against long silences: what to say when nothing visible has moved for two weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import (
    events_for,
    information_requests_for,
    platform_reports_for,
)
from apps.casework.letters.promise import LONG_SILENCE
from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn

WAITED_FOR = {
    WaitingOn.HANDLER: "nous travaillons toujours sur votre dossier",
    WaitingOn.PARTNER: "nous attendons la réponse du professionnel saisi",
    WaitingOn.PLATFORM: "nous attendons la réponse de la plateforme",
    WaitingOn.PRACTITIONER: "nous attendons votre réponse pour avancer",
    WaitingOn.NOBODY: "nous n’attendons rien de vous",
}
OF_THE_PARTNER = {
    Partner.Kind.LAWYER: "de l’avocat",
    Partner.Kind.BAILIFF: "du commissaire de justice",
    Partner.Kind.TECHNICAL: "du prestataire technique",
}


@dataclass(frozen=True)
class Silence:
    """How long it has lasted, and a text for the handler to send, or not."""

    days: int
    text: str

    @property
    def days_in_words(self) -> str:
        return _days(self.days)


def is_silent(user: User, *, now: datetime) -> Q:
    """Nothing that the practitioner may see has happened for `LONG_SILENCE`."""
    heard = events_for(user).for_practitioner().filter(at__gt=now - LONG_SILENCE)
    return ~Q(Exists(heard.filter(incident=OuterRef("pk"))))


def silence(user: User, incident: Incident, *, now: datetime) -> Silence | None:
    """Nothing that the practitioner may see for `LONG_SILENCE`; None on a file that is over."""
    told = events_for(user).filter(incident=incident).for_practitioner()
    last = told.order_by("-pk").first()
    if not incident.is_open or last is None or now - last.at < LONG_SILENCE:
        return None
    days = (now - last.at).days
    text = (
        f"Bonjour, depuis {_days(days)} vous n’avez pas eu de nouvelles\u00a0: "
        f"{_why(user, incident, today=localdate(now))}. "
        "Je reviens vers vous dès qu’il y a du nouveau. Vous pouvez m’écrire à tout moment."
    )
    return Silence(days, text)


def _why(user: User, incident: Incident, *, today: date) -> str:
    """Whom we wait for and since when, from the facts; in general words when they are silent."""
    waiting_on = WaitingOn(incident.waiting_on)
    awaited = {
        WaitingOn.PARTNER: _partner,
        WaitingOn.PLATFORM: _platform,
        WaitingOn.PRACTITIONER: _practitioner,
    }.get(waiting_on)
    found = awaited(user, incident) if awaited else None
    if found is None:
        return WAITED_FOR[waiting_on]
    what, since = found
    return f"nous attendons {what} depuis {_days((today - since).days)}"


def _partner(_user: User, incident: Incident) -> tuple[str, date] | None:
    if mission := incident.assignments.open().order_by("assigned_at").first():
        of_whom = OF_THE_PARTNER[Partner.Kind(mission.kind)]
        return f"la réponse {of_whom}", localdate(mission.assigned_at)
    return None


def _platform(user: User, incident: Incident) -> tuple[str, date] | None:
    reports = platform_reports_for(user).filter(review__incident=incident)
    if report := reports.select_related("review__platform").last():
        platform = report.review.platform or "la plateforme"
        return f"la réponse de {platform}", report.reported_on
    return None


def _practitioner(user: User, incident: Incident) -> tuple[str, date] | None:
    asked = information_requests_for(user).pending().filter(incident=incident)
    if request := asked.order_by("asked_at").first():
        return "votre réponse", localdate(request.asked_at)
    return None


def _days(count: int) -> str:
    return f"{count}\u00a0jour{'s' if count > 1 else ''}"
