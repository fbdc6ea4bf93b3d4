"""The one thing that the person who reads a file should do now, if there is one."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import (
    can_take,
    can_work,
    deadlines_for,
    steps_for,
)
from apps.casework.access.blind import hidden_readings_for
from apps.casework.readings.ladder import to_do
from apps.desk.readings.ladder import page_of_step
from apps.incidents.models import Incident, Review


@dataclass(frozen=True)
class NextStep:
    label: str
    url: str
    is_post: bool = False


def next_step(user: User, incident: Incident) -> NextStep | None:
    """Answer for a reminder that is due; else take, qualify, read again, climb the ladder, close.

    A few short queries whatever the size of the file: every page of a file shows it.
    """

    def step(label: str, verb: str, *args: object, is_post: bool = False) -> NextStep:
        return NextStep(label, reverse(f"desk:{verb}", args=[incident.reference, *args]), is_post)

    if can_take(user, incident):
        return step("Prendre ce dossier", "take", is_post=True)
    today = localdate()
    if not can_work(user, incident, today=today):
        return None
    running = deadlines_for(user, today=today).open().filter(incident=incident)
    if due := running.unacknowledged().by_urgency().first():
        return step("J’accuse réception de l’échéance", "acknowledge", due.pk, is_post=True)
    if review := _unread(incident).first():
        return step(f"Qualifier le contenu n°\u00a0{review.number}", "qualify", review.number)
    blind = hidden_readings_for(user).filter(passage__review__incident=incident)
    if hidden := blind.select_related("passage__review", "second_reading").first():
        number = hidden.passage.review.number
        if not hidden.may_be_read_again_by(user):
            return None
        return step(f"Relire le contenu n°\u00a0{number}", "second_reading", number, hidden.pk)
    ladder = to_do(steps_for(user).filter(review__incident=incident))
    if rung := ladder.select_related("review").first():
        return NextStep(rung.step.label, page_of_step(rung, incident))
    if incident.assignments.open().exists():
        return None
    return step("Clore le dossier", "close")


def _unread(incident: Incident) -> QuerySet[Review]:
    """The contents of which no passage bears a label yet, in their order."""
    labelled = incident.reviews.filter(
        passages__qualifications__isnull=False, passages__qualifications__closed_at=None
    )
    return incident.reviews.exclude(pk__in=labelled.values("pk")).order_by("number")
