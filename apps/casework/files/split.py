from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import LawyerRequest
from apps.incidents.models import Incident, ReferenceCounter, Review
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import Refused

from .move_contents import Move, entrusted

# What was said when the file was declared holds for both, and so does what was written of a lawyer.
DECLARED = (
    "practitioner",
    "contract",
    "handler",
    "source",
    "situation",
    "practice_mode",
    "facility_page",
    "facility_contact",
    "already_replied",
    "replied_on",
    "already_reported",
    "reported_on",
    "bailiff_report_on",
    "bailiff_report_cost",
    "bailiff_report_was_urgent",
    "wishes",
    "declared_at",
    "confirmed_at",
)
WRITTEN = ("choice", "lawyer_name", "lawyer_contact", "wording", "made_by_id", "made_at")


class CannotSplit(Refused):
    """These contents cannot leave the file."""


@transaction.atomic
def split(incident: Incident, *, reviews: Collection[Review], by: User, at: datetime) -> Incident:
    """Take some contents of a file out into a new one of the same practitioner. Returns it.

    Their clocks go with them and no date moves. An exhibit that shows them alone goes too; one
    that also shows what stays is in both. So is the written choice of a lawyer: it was made for
    all. Raises `CannotSplit`, `IllegalMove`.
    """
    incident = Incident.objects.locked_open(incident.pk)
    going = list(incident.reviews.filter(pk__in=[review.pk for review in reviews]))
    _check(incident, going, asked=len(reviews))
    opened = Incident.objects.create(
        reference=ReferenceCounter.draw(localdate(at).year),
        **{name: getattr(incident, name) for name in DECLARED},
    )
    opened.move_to(Status.UNDER_REVIEW, waiting_on=WaitingOn.HANDLER)
    opened.save(update_fields=["status", "waiting_on"])
    move = Move(incident, opened, by=by, at=at)
    move.exhibits_of(going)
    move.contents(going)
    choices = list(LawyerRequest.objects.filter(incident=incident).values(*WRITTEN))
    for written in choices:
        LawyerRequest.objects.create(incident=opened, **written)
    about = {"reviews": len(going)}
    record(Kind.INCIDENT_SPLIT, incident=incident, actor=by, at=at, file=opened.reference, **about)
    record(
        Kind.INCIDENT_SPLIT_OFF, incident=opened, actor=by, at=at, file=incident.reference, **about
    )
    post(
        "file_split",
        to=incident.practitioner.user,
        key=f"incident-{opened.pk}-split-off",
        at=at,
        incident=opened,
        origin=incident.reference,
        reviews=len(going),
        lawyer_chosen=bool(choices),
    )
    return opened


def _check(incident: Incident, going: Collection[Review], *, asked: int) -> None:
    if incident.status == Status.RECEIVED:
        raise CannotSplit("Personne ne suit encore ce dossier\u00a0: prenez-le en charge d’abord.")
    if not asked:
        raise CannotSplit("Choisissez au moins un contenu à séparer.")
    if len(going) < asked:
        raise CannotSplit(
            "Un de ces contenus n’est plus dans ce dossier\u00a0: relisez-le avant de le séparer."
        )
    if len(going) == incident.reviews.count():
        raise CannotSplit(
            "Un contenu au moins reste dans ce dossier\u00a0: ne les séparez pas tous."
        )
    if mission := entrusted(going):
        raise CannotSplit(
            f"Un partenaire travaille sur un de ces contenus (mission {mission.reference})"
            "\u00a0: ce qui lui est confié ne bouge pas avant la fin de la mission."
        )
