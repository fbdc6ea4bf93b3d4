from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.recipients import substituted_by
from apps.casework.team.load import share_out
from apps.incidents.models import BulkAction, BulkItem, Incident, IncidentQuerySet, Tag
from apps.incidents.status import Status
from apps.refusals import Refused

AT_MOST = 500  # files in one action
NEEDS_HANDLER = {BulkAction.Kind.REQUEST, BulkAction.Kind.MESSAGE}


class CannotPrepare(Refused):
    """Nothing can be prepared so."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to do to each file. `questions`: (nature, words) of what is asked for."""

    kind: BulkAction.Kind
    to: User | None = None
    tag: str = ""
    words: str = ""
    questions: Sequence[tuple[str, str]] = field(default_factory=list)
    due_on: date | None = None


@transaction.atomic
def prepare_bulk(files: IncidentQuerySet, *, wanted: Wanted, by: User, at: datetime) -> BulkAction:
    """Write down what would be done to each file, in queue order, and what is refused and why.

    Nothing happens to any file yet. Files entrusted to nobody in particular are shared out by
    load. Raises `CannotPrepare`.
    """
    chosen = list(files.select_related("handler").in_queue_order()[: AT_MOST + 1])
    if not chosen:
        raise CannotPrepare("Choisissez au moins un dossier.")
    if len(chosen) > AT_MOST:
        raise CannotPrepare(f"Choisissez {AT_MOST} dossiers au plus.")
    if wanted.kind == BulkAction.Kind.ENTRUST and not by.is_senior:
        raise CannotPrepare("Seul un responsable confie des dossiers en nombre.")
    today = localdate(at)
    action = BulkAction.objects.create(
        kind=wanted.kind, options=_options(wanted), words=wanted.words, by=by, prepared_at=at
    )
    covered = {*substituted_by(by, today=today).values_list("pk", flat=True), by.pk}
    refusals = {incident.pk: _refusal(incident, action, covered) for incident in chosen}
    to = _recipients([each for each in chosen if not refusals[each.pk]], wanted, today)
    items = []
    for incident in chosen:
        why = refusals[incident.pk]
        person = to.get(incident.pk)
        if wanted.kind == BulkAction.Kind.ENTRUST and not why:
            why = _cannot_go(incident, person)
        state = BulkItem.State.REFUSED if why else BulkItem.State.PLANNED
        items.append(
            BulkItem(
                action=action,
                incident=incident,
                to=person,
                state=state,
                why=why,
                undo={"handler": incident.handler_id},
            )
        )
    BulkItem.objects.bulk_create(items)
    return action


def _options(wanted: Wanted) -> dict[str, object]:
    if wanted.kind == BulkAction.Kind.TAG:
        tag, _ = Tag.objects.get_or_create(name=wanted.tag.strip())
        return {"tag": tag.pk}
    if wanted.kind == BulkAction.Kind.REQUEST and wanted.due_on:
        return {"due_on": wanted.due_on.isoformat(), "questions": list(wanted.questions)}
    return {}


def _refusal(incident: Incident, action: BulkAction, covered: set[int]) -> str:
    if not incident.is_open:
        return "Ce dossier est terminé."
    if action.kind not in NEEDS_HANDLER:
        return ""
    if incident.status == Status.RECEIVED:
        return "Personne ne suit encore ce dossier."
    if action.by.is_senior or incident.handler_id in covered:
        return ""
    return f"Ce dossier est suivi par {incident.handler}."


def _recipients(files: Iterable[Incident], wanted: Wanted, today: date) -> dict[int, User]:
    if wanted.kind != BulkAction.Kind.ENTRUST:
        return {}
    if wanted.to:
        return {incident.pk: wanted.to for incident in files}
    free = [incident for incident in files if incident.handler_id is None]
    return {incident.pk: person for incident, person in share_out(free, today=today)}


def _cannot_go(incident: Incident, person: User | None) -> str:
    if person and incident.handler_id == person.pk:
        return f"{person} suit déjà ce dossier."
    if person:
        return ""
    if incident.handler:
        return f"Ce dossier est déjà suivi par {incident.handler}."
    return "Aucun gestionnaire présent."
