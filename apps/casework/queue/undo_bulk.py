from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.casework.correspondence.withdraw_request import withdraw_request
from apps.correspondence.models import InformationRequest
from apps.incidents.models import BulkAction, BulkItem, Incident, Tag
from apps.incidents.status import Status
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused

CHANGED = "Le dossier a changé entre-temps\u00a0: il reste tel quel."


class CannotUndo(Refused):
    """Too late, or never possible."""


def undo_bulk(action: BulkAction, *, by: User, at: datetime) -> int:
    """Put back what was done, within ten minutes, one file and one transaction at a time.

    Returns how many files were put back. What changed since stays as it is, with the reason: a
    file somebody else was given meanwhile, a request already answered. Raises `CannotUndo`.
    """
    with transaction.atomic():
        action = BulkAction.objects.select_for_update().get(pk=action.pk)
        if action.undone_at is None:
            if not action.is_undoable(at):
                raise CannotUndo(_why(action))
            action.undone_at = at
            action.save(update_fields=["undone_at"])
    done = action.items.filter(state=BulkItem.State.DONE).values_list("pk", flat=True)
    return sum(_undo_item(pk, by=by, at=at) for pk in done)


@transaction.atomic
def _undo_item(pk: int, *, by: User, at: datetime) -> bool:
    item = BulkItem.objects.select_for_update().get(pk=pk)
    try:
        with transaction.atomic():
            _put_back(item, by=by, at=at)
    except Refused:
        item.why = CHANGED
    else:
        item.state, item.why = BulkItem.State.UNDONE, ""
    item.save(update_fields=["state", "why"])
    return item.state == BulkItem.State.UNDONE


def _put_back(item: BulkItem, *, by: User, at: datetime) -> None:
    incident = Incident.objects.locked_open(item.incident_id)
    if "handler" in item.undo:
        was_new = item.undo["status"] == Status.RECEIVED
        if incident.handler_id != item.to_id or (
            was_new and incident.status != Status.UNDER_REVIEW
        ):
            raise CannotUndo(CHANGED)
        incident.handler_id = item.undo["handler"]
        incident.status = item.undo["status"] if was_new else incident.status
        incident.save(update_fields=["handler", "status"])
        record(Kind.INCIDENT_GIVEN_BACK, incident=incident, actor=by, at=at)
    if "tag" in item.undo:
        Tag.objects.get(pk=item.undo["tag"]).incidents.remove(incident)
        record(Kind.INCIDENT_UNTAGGED, incident=incident, actor=by, at=at, tag=item.undo["tag"])
    for request in InformationRequest.objects.filter(pk__in=item.undo.get("requests", [])):
        withdraw_request(request, by=by, at=at)


def _why(action: BulkAction) -> str:
    if not action.can_ever_be_undone:
        return "Un message parti ne se reprend pas."
    return "Cette action ne s’annule plus\u00a0: dix minutes sont passées."
