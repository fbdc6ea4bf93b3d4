from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from apps.accounts.models import User
from apps.assignments.models import LawyerRequest
from apps.incidents.models import AuthorLink, Incident, Merge, Review
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import Refused

from .link_author import hand_over_links
from .merge import CORRESPONDENCE
from .move_contents import Move, entrusted


class CannotUndoMerge(Refused):
    """The two files can no longer be told apart."""


@transaction.atomic
def undo_merge(merge: Merge, *, by: User, at: datetime) -> Incident:
    """Give an absorbed file back what came from it, within thirty days. Returns that file.

    Contents, clocks and exhibits bear their numbers of before; no date moves. What was done on
    them meanwhile goes with them, what was written meanwhile stays. The tags that came leave the
    kept file. A file that nobody followed is followed by the handler of the kept one. Undone twice,
    it is undone once. Raises `CannotUndoMerge`, and `IllegalMove` when the kept file is over or was
    merged itself.
    """
    absorbed, kept = Incident.objects.locked_pair(merge.absorbed_id, merge.kept_id)
    merge = Merge.objects.get(pk=merge.pk)
    if merge.closed_at:
        return absorbed
    kept = Incident.objects.locked_open(kept.pk)
    reviews = list(kept.reviews.filter(pk__in=merge.moved["reviews"]))
    _check(merge, kept, reviews, at=at)
    Merge.objects.filter(pk=merge.pk).update(closed_at=at, closed_by=by)
    absorbed.move_to(Status.UNDER_REVIEW, waiting_on=WaitingOn.HANDLER)
    absorbed.handler = absorbed.handler or kept.handler
    absorbed.save(update_fields=["status", "waiting_on", "handler"])
    _give_back(merge, reviews, source=kept, to=absorbed, by=by, at=at)
    record(Kind.MERGE_UNDONE, incident=absorbed, actor=by, at=at, file=kept.reference)
    record(Kind.MERGE_UNDONE, incident=kept, actor=by, at=at, file=absorbed.reference)
    post(
        "merge_undone",
        to=absorbed.practitioner.user,
        key=f"merge-{merge.pk}-undone",
        at=at,
        incident=absorbed,
        kept=kept.reference,
    )
    return absorbed


def _check(merge: Merge, kept: Incident, reviews: list[Review], *, at: datetime) -> None:
    if at > merge.undone_until:
        raise CannotUndoMerge(
            "Une réunion de dossiers s’annule pendant 30 jours. Séparez plutôt les contenus dans "
            "un nouveau dossier."
        )
    if not reviews:
        raise CannotUndoMerge(
            "Les contenus de ce dossier ont été séparés depuis\u00a0: il n’y a plus rien à rendre."
        )
    if not kept.reviews.exclude(pk__in=[review.pk for review in reviews]).exists():
        raise CannotUndoMerge(
            f"Il ne resterait aucun contenu dans le dossier {kept}\u00a0: rien n’est annulé."
        )
    if mission := entrusted(reviews):
        raise CannotUndoMerge(
            f"Un partenaire travaille sur ces contenus (mission {mission.reference})\u00a0: "
            "attendez la fin de la mission."
        )


def _give_back(
    merge: Merge, reviews: list[Review], *, source: Incident, to: Incident, by: User, at: datetime
) -> None:
    numbers = {int(pk): number for pk, number in merge.moved["reviews"].items()}
    exhibits = {int(pk): number for pk, number in merge.moved["exhibits"].items()}
    move = Move(source, to, by=by, at=at, numbers=numbers, exhibit_numbers=exhibits)
    move.exhibits_of(reviews, also=exhibits)
    move.contents(reviews)
    for name, model in CORRESPONDENCE.items():
        QuerySet(model).filter(pk__in=merge.moved[name], incident=source).update(incident=to)
    requests = LawyerRequest.objects.filter(pk__in=merge.moved["lawyer_requests"])
    requests.filter(incident=source).update(incident=to)
    links = AuthorLink.objects.open().filter(pk__in=merge.moved.get("author_links", ()))
    hand_over_links(links, source=source, to=to)
    source.tags.remove(*merge.moved.get("tags", ()))
