"""The history of a file as the insurer's people read it: its journal and its mails, in one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from apps.accounts.models import User
from apps.casework.access import (
    calls_for,
    events_for,
    letters_for,
    messages_for,
    notes_for,
)
from apps.casework.access.blind import hidden_readings_for
from apps.correspondence.models import Call, Message, Note
from apps.deadlines.clock import STRICTEST_RULE
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event
from apps.mailbox.models import Letter

PAGE_SIZE = 50
LETTER, EVENT = 0, 1  # of the same moment: what happened stands above the mail that tells it
HIDDEN = "Un passage a reçu une orientation, masquée jusqu’à la seconde lecture."
READINGS = tuple(kind for kind in Kind if kind.value.endswith((".read", ".downloaded")))


@dataclass(frozen=True)
class Subject:
    """What a filter keeps: kinds whose code begins so, and perhaps the mails."""

    label: str
    prefixes: tuple[str, ...] = ()
    with_letters: bool = False

    def keeps(self, kind: Kind) -> bool:
        return kind.value.startswith(self.prefixes) and kind not in READINGS


SUBJECTS = {
    "": Subject("Tout, sauf les consultations", ("",), with_letters=True),
    "messages": Subject(
        "Messages et demandes", ("message.", "information.", "request.", "call", "complaint.")
    ),
    "notes": Subject("Notes", ("note.",)),
    "courriers": Subject("Courriers", ("letter.",), with_letters=True),
    "dates": Subject(
        "Dates et décisions",
        ("deadline.", "publication.", "act.", "reminder.", "inaction.", "review."),
    ),
    "pieces": Subject("Pièces et documents", ("exhibit.", "receipt.", "dossier.")),
    "partenaires": Subject("Partenaires", ("assignment.", "lawyer.")),
    "dossier": Subject("Vie du dossier", ("incident.", "online.", "platform.", "step.")),
    "consultations": Subject("Consultations"),
}


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened; `message`, `note`, `call` or `letter` when about one."""

    at: datetime
    sentence: str
    who: object
    message: Message | None = None
    note: Note | None = None
    call: Call | None = None
    letter: Letter | None = None


@dataclass(frozen=True)
class Hidden:
    """The readings that a person may still have to do blind: when they were saved, and of which
    contents."""

    moments: set[datetime]
    contents: set[int]

    def is_reading(self, event: Event) -> bool:
        return event.kind == Kind.REVIEW_QUALIFIED and event.at in self.moments

    def tells(self, row: Event | Letter) -> bool:
        """Would this line tell the label by what it has opened: a deadline, a step?"""
        if not isinstance(row, Event) or row.data.get("review") not in self.contents:
            return False
        return "step" in row.data or row.data.get("rule", STRICTEST_RULE) != STRICTEST_RULE


def history(
    user: User, incident: Incident, *, subject: str, after: str | None
) -> tuple[list[HistoryLine], str]:
    """A page of lines, newest first, and the mark from which the older ones go on, if any.

    The same few queries whatever the length of the history: two lists, each already in order, are
    read one page deep and shuffled together.
    """
    wanted = SUBJECTS[subject]
    kinds = READINGS if subject == "consultations" else tuple(filter(wanted.keeps, Kind))
    seen = _read(after or "")
    events = events_for(user).filter(incident=incident, kind__in=kinds).select_related("actor")
    rows = [(event.at, EVENT, event.pk, event) for event in _older(events, "at", EVENT, seen)]
    if wanted.with_letters:
        letters = letters_for(user).filter(incident=incident).select_related("recipient")
        letters = letters.defer("body_text", "body_html")
        older = _older(letters, "queued_at", LETTER, seen)
        rows += [(letter.queued_at, LETTER, letter.pk, letter) for letter in older]
    rows.sort(key=lambda row: row[:3], reverse=True)
    page = rows[:PAGE_SIZE]
    hidden = _hidden(user, incident)
    shown = [row[3] for row in page if not hidden.tells(row[3])]
    return _lines(user, shown, hidden), _mark(page[-1]) if len(rows) > PAGE_SIZE else ""


def _older(
    rows: QuerySet[Any], moment: str, rank: int, seen: tuple[datetime, int, int] | None
) -> QuerySet[Any]:
    if seen:
        at, seen_rank, pk = seen
        same = Q(**{moment: at})
        if rank == seen_rank:
            same &= Q(pk__lt=pk)
        elif rank > seen_rank:
            same = Q(pk=None)
        rows = rows.filter(**{f"{moment}__lte": at}).filter(Q(**{f"{moment}__lt": at}) | same)
    return rows.order_by(f"-{moment}", "-pk")[: PAGE_SIZE + 1]


def _lines(user: User, rows: list[Event | Letter], hidden: Hidden) -> list[HistoryLine]:
    said = [row for row in rows if isinstance(row, Event)]
    messages = messages_for(user).in_bulk(_about(said, "message"))
    notes = notes_for(user).prefetch_related("files").in_bulk(_about(said, "note"))
    calls = calls_for(user).in_bulk(_about(said, "call"))
    return [
        HistoryLine(
            row.at,
            HIDDEN if hidden.is_reading(row) else row.sentence,
            row.actor or "Vigie",
            message=messages.get(row.data.get("message")),
            note=notes.get(row.data.get("note")),
            call=calls.get(row.data.get("call")),
        )
        if isinstance(row, Event)
        else HistoryLine(row.queued_at, "", row.recipient, letter=row)
        for row in rows
    ]


def _hidden(user: User, incident: Incident) -> Hidden:
    readings = hidden_readings_for(user).filter(passage__review__incident=incident)
    rows = readings.values_list("opened_at", "passage__review__number")
    return Hidden({at for at, _ in rows}, {number for _, number in rows})


def _about(events: list[Event], name: str) -> set[int]:
    return {event.data[name] for event in events if isinstance(event.data.get(name), int)}


def _mark(row: tuple[datetime, int, int, object]) -> str:
    at, rank, pk, _ = row
    return f"{at.isoformat()}~{rank}~{pk}"


def _read(mark: str) -> tuple[datetime, int, int] | None:
    moment, _, rest = mark.partition("~")
    rank, _, pk = rest.partition("~")
    try:
        at = parse_datetime(moment)
    except ValueError:
        return None
    if at is None or at.tzinfo is None or rank not in {"0", "1"} or not pk.isdecimal():
        return None
    return at, int(rank), int(pk)
