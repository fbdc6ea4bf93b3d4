from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from apps.accounts.models import User
from apps.assignments.models import LawyerRequest
from apps.correspondence.models import Call, Complaint, InformationRequest, Message, Note
from apps.exhibits.models import Upload
from apps.incidents.models import AuthorLink, Incident, Merge, Tag
from apps.incidents.status import NEXT, Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import Refused

from .link_author import hand_over_links
from .move_contents import Move

# What was written or said stands where the work goes on; it is found again by its id.
CORRESPONDENCE = {
    "messages": Message,
    "notes": Note,
    "information_requests": InformationRequest,
    "calls": Call,
    "complaints": Complaint,
}


class CannotMerge(Refused):
    """These two files cannot become one."""


@transaction.atomic
def merge(
    absorbed: Incident,
    *,
    into: Incident,
    reason: str,
    by: User,
    at: datetime,
    words: str = "",
) -> Merge:
    """Let one file of a practitioner go on in another: contents, clocks, exhibits and words.

    Every deadline keeps its dates, and the nearest drives the kept file, which is also held to be
    of the same author as those that the other was linked to, and bears its tags. The absorbed file
    keeps its reference, its history, its letters and its ended missions, and leads to the other;
    the practitioner is told. Merged twice, it is one merge. Raises `CannotMerge`.
    """
    absorbed, kept = Incident.objects.locked_pair(absorbed.pk, into.pk)
    made = absorbed.merges.filter(kept=kept, closed_at=None).first()
    if made:
        return made
    _check_files(absorbed, kept)
    _check_commitments(absorbed, kept)
    moved = _hand_over(absorbed, kept, by=by, at=at)
    _settle(absorbed, kept)
    merged = Merge.objects.create(
        absorbed=absorbed, kept=kept, reason=reason, words=words, by=by, opened_at=at, moved=moved
    )
    record(Kind.INCIDENT_ABSORBED, incident=absorbed, actor=by, at=at, file=kept.reference)
    record(Kind.INCIDENT_MERGED, incident=kept, actor=by, at=at, file=absorbed.reference)
    post(
        "files_merged",
        to=kept.practitioner.user,
        key=f"merge-{merged.pk}",
        at=at,
        incident=kept,
        absorbed=absorbed.reference,
    )
    return merged


def _check_files(absorbed: Incident, kept: Incident) -> None:
    if absorbed == kept:
        raise CannotMerge("Un dossier ne se réunit pas à lui-même\u00a0: choisissez-en un autre.")
    if absorbed.practitioner_id != kept.practitioner_id:
        raise CannotMerge(
            "Ces deux dossiers ne sont pas du même sociétaire\u00a0: ils ne peuvent pas être "
            "réunis. Si leur contenu est le même, la fiche « Même contenu » les relie déjà."
        )
    for incident in (absorbed, kept):
        if incident.is_merged:
            raise CannotMerge(
                f"Le dossier {incident} est déjà réuni au dossier {incident.followed()}."
            )
        if not incident.is_open:
            raise CannotMerge(
                f"Le dossier {incident} est terminé\u00a0: rouvrez-le avant de le réunir à un "
                "autre."
            )
    if absorbed.contract_id != kept.contract_id:
        raise CannotMerge(
            "Ces dossiers ne relèvent pas du même contrat\u00a0: leurs garanties ne se mêlent pas."
        )


def _check_commitments(absorbed: Incident, kept: Incident) -> None:
    if kept.status == Status.RECEIVED:
        raise CannotMerge(
            f"Personne ne suit encore le dossier {kept}\u00a0: prenez-le en charge d’abord."
        )
    if mission := absorbed.assignments.open().first():
        raise CannotMerge(
            f"Un partenaire travaille sur le dossier {absorbed} (mission {mission.reference})"
            "\u00a0: ce qui lui est confié ne bouge pas. Gardez plutôt ce dossier-là, ou attendez "
            "la fin de la mission."
        )
    if kept.confirmed_at and not absorbed.confirmed_at:
        raise CannotMerge(
            f"Le sociétaire n’a pas encore confirmé le dossier {absorbed}, pris par téléphone"
            "\u00a0: attendez sa réponse, ou gardez plutôt ce dossier-là."
        )
    if len({_lawyer(request) for request in _lawyer_requests(absorbed, kept)}) > 1:
        raise CannotMerge(
            "Le sociétaire n’a pas fait le même choix d’avocat dans ces deux dossiers\u00a0: "
            "demandez-lui d’abord lequel vaut."
        )


def _lawyer_requests(*files: Incident) -> list[LawyerRequest]:
    return list(LawyerRequest.objects.filter(incident__in=files))


def _lawyer(request: LawyerRequest) -> tuple[str, str]:
    return request.choice, request.lawyer_name


def _hand_over(absorbed: Incident, kept: Incident, *, by: User, at: datetime) -> dict[str, Any]:
    """Hand everything over, and return what each thing was: ids, and the numbers of before."""
    reviews, exhibits = list(absorbed.reviews.all()), list(absorbed.exhibits.all())
    moved: dict[str, Any] = {
        "reviews": {review.pk: review.number for review in reviews},
        "exhibits": {exhibit.pk: exhibit.number for exhibit in exhibits},
    }
    move = Move(absorbed, kept, by=by, at=at)
    move.exhibits(exhibits)
    move.contents(reviews)
    for name, model in CORRESPONDENCE.items():
        rows: QuerySet = QuerySet(model).filter(incident=absorbed)
        moved[name] = list(rows.order_by("pk").values_list("pk", flat=True))
        QuerySet(model).filter(pk__in=moved[name]).update(incident=kept)
    Upload.objects.filter(incident=absorbed, exhibit=None).update(incident=kept)
    requests = _lawyer_requests(absorbed, kept)
    moved["lawyer_requests"] = [request.pk for request in requests if len(requests) == 1]
    LawyerRequest.objects.filter(pk__in=moved["lawyer_requests"]).update(incident=kept)
    links = AuthorLink.objects.about(absorbed).open()
    moved["author_links"] = hand_over_links(links, source=absorbed, to=kept)
    new = Tag.objects.filter(incidents=absorbed).exclude(incidents=kept)
    moved["tags"] = list(new.values_list("pk", flat=True))
    kept.tags.add(*moved["tags"])
    return moved


def _settle(absorbed: Incident, kept: Incident) -> None:
    """The kept file stands as far on as the further of the two, awake, and is to be read."""
    further, sides = Status(absorbed.status), {absorbed.waiting_on, kept.waiting_on}
    turn = WaitingOn.HANDLER if WaitingOn.HANDLER in sides else WaitingOn(kept.waiting_on)
    absorbed.move_to(Status.MERGED, waiting_on=WaitingOn.NOBODY)
    kept.waiting_on = turn
    if further in NEXT[Status(kept.status)]:
        kept.move_to(further, waiting_on=turn)
    for incident in (absorbed, kept):
        incident.snoozed_until = incident.snoozed_at = None
        incident.wakes_on = ""
        incident.save(
            update_fields=["status", "waiting_on", "snoozed_until", "snoozed_at", "wakes_on"]
        )
