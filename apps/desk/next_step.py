"""The one thing that the person who reads a file should do now, if there is one."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment, LawyerRequest
from apps.casework.access import can_take, can_work, deadlines_for
from apps.directory.models import Partner
from apps.incidents.models import Incident, Review
from apps.legal.taxonomy import Label

ENTRUST = {
    Partner.Kind.BAILIFF: "Confier au commissaire de justice",
    Partner.Kind.LAWYER: "Confier à l’avocat",
}


@dataclass(frozen=True)
class Step:
    label: str
    url: str
    is_post: bool = False


def next_step(user: User, incident: Incident) -> Step | None:
    """Answer for a reminder that is due; else take, qualify each content, entrust, close.

    A few short queries whatever the size of the file: every page of a file shows it.
    """

    def step(label: str, verb: str, *args: object, is_post: bool = False) -> Step:
        return Step(label, reverse(f"desk:{verb}", args=[incident.reference, *args]), is_post)

    if can_take(user, incident):
        return step("Prendre ce dossier", "take", is_post=True)
    if not can_work(user, incident, today=localdate()):
        return None
    running = deadlines_for(user).open().filter(incident=incident)
    if due := running.unacknowledged().by_urgency().first():
        return step("J’accuse réception de l’échéance", "acknowledge", due.pk, is_post=True)
    if review := _unread(incident).first():
        return step(f"Qualifier le contenu n°\u00a0{review.number}", "qualify", review.number)
    if all(Label(label).is_lawful for label in _labels(incident)):
        return step("Clore le dossier", "close")
    assignments = list(incident.assignments.all())
    if kind := _missing_partner(incident, assignments):
        return step(ENTRUST[kind], "assign", kind)
    if not any(assignment.closed_at is None for assignment in assignments):
        return step("Clore le dossier", "close")
    return None


def _unread(incident: Incident) -> QuerySet[Review]:
    """The contents of which no passage bears a label yet, in their order."""
    labelled = incident.reviews.filter(
        passages__qualifications__isnull=False, passages__qualifications__closed_at=None
    )
    return incident.reviews.exclude(pk__in=labelled.values("pk")).order_by("number")


def _labels(incident: Incident) -> list[str]:
    labelled = incident.reviews.filter(
        passages__qualifications__isnull=False, passages__qualifications__closed_at=None
    )
    return list(labelled.values_list("passages__qualifications__label", flat=True).distinct())


def _missing_partner(incident: Incident, assignments: list[Assignment]) -> Partner.Kind | None:
    """Who should come in next: the proof first, then the lawyer once asked for in writing."""
    engaged = {
        assignment.kind
        for assignment in assignments
        if assignment.state != Assignment.State.DECLINED
    }
    if Partner.Kind.BAILIFF not in engaged and not incident.bailiff_report_on:
        return Partner.Kind.BAILIFF
    request = getattr(incident, "lawyer_request", None)
    if request and request.choice == LawyerRequest.Choice.PROPOSAL:
        return None if Partner.Kind.LAWYER in engaged else Partner.Kind.LAWYER
    return None
