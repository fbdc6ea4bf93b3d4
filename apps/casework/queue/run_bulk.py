from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import can_work
from apps.casework.correspondence.request_information import Item, request_information
from apps.casework.correspondence.write_message import write_message
from apps.casework.files.entrust import entrust, tell_handler
from apps.correspondence.models import InformationRequest
from apps.incidents.models import BulkAction, BulkItem, Incident, Tag
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused


class LeftAlone(Refused):
    """What was prepared for this file can no longer be done."""


def run_bulk(action: BulkAction, *, by: User, at: datetime) -> BulkAction:
    """Do what was prepared, one file and one transaction at a time; each keeps its result.

    Stopped anywhere, it goes on where it was when run again; run twice, it does nothing twice.
    What became impossible since it was prepared is refused, with the reason.
    """
    with transaction.atomic():
        action = BulkAction.objects.select_for_update().get(pk=action.pk)
        if action.run_at is None:
            action.run_at = at
            action.save(update_fields=["run_at"])
    for pk in action.items.filter(state=BulkItem.State.PLANNED).values_list("pk", flat=True):
        _run_item(pk, action, by=by, at=at)
    if action.kind == BulkAction.Kind.ENTRUST:
        _tell_handlers(action, by=by, at=at)
    return action


@transaction.atomic
def _run_item(pk: int, action: BulkAction, *, by: User, at: datetime) -> None:
    item = BulkItem.objects.select_for_update().get(pk=pk)
    if item.state != BulkItem.State.PLANNED:
        return
    try:
        with transaction.atomic():
            item.undo = DO[BulkAction.Kind(action.kind)](item, action, by=by, at=at)
    except Refused as refusal:
        item.state, item.why = BulkItem.State.REFUSED, str(refusal)
    else:
        item.state = BulkItem.State.DONE
    item.save(update_fields=["state", "why", "undo"])


def _entrust(item: BulkItem, action: BulkAction, *, by: User, at: datetime) -> Any:
    incident = Incident.objects.locked_open(item.incident_id)
    if item.to is None:
        raise LeftAlone("Aucun gestionnaire présent.")
    before = {"handler": incident.handler_id, "status": incident.status}
    if before["handler"] != item.undo["handler"]:
        raise LeftAlone(f"Ce dossier vient d’être pris par {incident.handler}.")
    entrust(incident, to=item.to, by=by, at=at, batch=f"bulk-{action.pk}")
    return before


def _tag(item: BulkItem, action: BulkAction, *, by: User, at: datetime) -> Any:
    incident = Incident.objects.locked_open(item.incident_id)
    tag = Tag.objects.get(pk=action.options["tag"])
    if tag.incidents.filter(pk=incident.pk).exists():
        raise LeftAlone("Ce dossier porte déjà cette étiquette.")
    tag.incidents.add(incident)
    record(Kind.INCIDENT_TAGGED, incident=incident, actor=by, at=at, tag=tag.pk)
    return {"tag": tag.pk}


def _request(item: BulkItem, action: BulkAction, *, by: User, at: datetime) -> Any:
    incident = _workable(item, by, at)
    items = [
        Item(kind=InformationRequest.Kind(kind), question=question)
        for kind, question in action.options["questions"]
    ]
    due_on = date.fromisoformat(action.options["due_on"])
    asked = request_information(incident, items=items, due_on=due_on, by=by, at=at)
    return {"requests": [request.pk for request in asked]}


def _message(item: BulkItem, action: BulkAction, *, by: User, at: datetime) -> Any:
    write_message(_workable(item, by, at), body=action.words, by=by, at=at)
    return {}


def _workable(item: BulkItem, by: User, at: datetime) -> Incident:
    incident = Incident.objects.locked_open(item.incident_id)
    if not can_work(by, incident, today=localdate(at)):
        raise LeftAlone("Ce dossier n’est plus à vous.")
    return incident


DO: dict[BulkAction.Kind, Callable[..., Any]] = {
    BulkAction.Kind.ENTRUST: _entrust,
    BulkAction.Kind.TAG: _tag,
    BulkAction.Kind.REQUEST: _request,
    BulkAction.Kind.MESSAGE: _message,
}


@transaction.atomic
def _tell_handlers(action: BulkAction, *, by: User, at: datetime) -> None:
    """One letter a person, with the files that they were given."""
    given: dict[User, list[Incident]] = {}
    done = action.items.filter(state=BulkItem.State.DONE).exclude(to=by)
    for item in done.select_related("to", "incident"):
        if item.to:
            given.setdefault(item.to, []).append(item.incident)
    for person, incidents in given.items():
        tell_handler(person, incidents, key=f"bulk-{action.pk}-user-{person.pk}", at=at)
