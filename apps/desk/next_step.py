"""The one thing that the person who reads a file should do now, if there is one."""

from dataclasses import dataclass

from django.urls import reverse

from apps.accounts.models import User
from apps.assignments.models import Assignment, LawyerRequest
from apps.casework.access import can_take, can_work
from apps.directory.models import Partner
from apps.incidents.models import Incident, Review

from .passages import readings

ENTRUST = {
    Partner.Kind.BAILIFF: "Confier au commissaire de justice",
    Partner.Kind.LAWYER: "Confier à l’avocat",
}


@dataclass(frozen=True)
class Step:
    label: str
    url: str
    is_post: bool = False


def next_step(
    user: User,
    incident: Incident,
    *,
    reviews: list[Review],
    assignments: list[Assignment],
    lawyer_request: LawyerRequest | None,
) -> Step | None:
    """Take, then qualify each content, then entrust what is missing, then close."""

    def step(label: str, verb: str, *args: object, is_post: bool = False) -> Step:
        return Step(label, reverse(f"desk:{verb}", args=[incident.reference, *args]), is_post)

    if can_take(user, incident):
        return step("Prendre ce dossier", "take", is_post=True)
    if not can_work(user, incident):
        return None
    for review in reviews:
        if not readings(review):
            return step(f"Qualifier le contenu n°\u00a0{review.number}", "qualify", review.number)
    if all(reading.legal.is_lawful for review in reviews for reading in readings(review)):
        return step("Clore le dossier", "close")
    if kind := _missing_partner(incident, assignments, lawyer_request):
        return step(ENTRUST[kind], "assign", kind)
    if not any(assignment.closed_at is None for assignment in assignments):
        return step("Clore le dossier", "close")
    return None


def _missing_partner(
    incident: Incident, assignments: list[Assignment], lawyer_request: LawyerRequest | None
) -> Partner.Kind | None:
    """Who should come in next: the proof first, then the lawyer once asked for in writing."""
    engaged = {
        assignment.kind
        for assignment in assignments
        if assignment.state != Assignment.State.DECLINED
    }
    if Partner.Kind.BAILIFF not in engaged and not incident.bailiff_report_on:
        return Partner.Kind.BAILIFF
    asked = lawyer_request and lawyer_request.choice == LawyerRequest.Choice.PROPOSAL
    if asked and Partner.Kind.LAWYER not in engaged:
        return Partner.Kind.LAWYER
    return None
