"""What happened on a file and what comes, as its practitioner reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from apps.assignments.models import Assignment
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event
from apps.journal.words import THE_PARTNER

from .to_do import ToDo

# Nobody decides these: the law does, and the page says so.
COMPUTED = {Kind.DEADLINE_OPENED, Kind.DEADLINE_UNDATED}
MOVES_DATES = {
    Kind.PUBLICATION_CHANGED,
    Kind.PUBLICATION_ADDED,
    Kind.ACT_RECORDED,
    Kind.ACT_CHECKED,
    Kind.ACT_CHECK_UNDONE,
    Kind.DATES_CONFIRMED,
}


@dataclass(frozen=True)
class Told:
    """One line of the past."""

    at: datetime
    sentence: str
    who: str


@dataclass(frozen=True)
class Coming:
    """One line of the future: what is awaited, from whom, before which day."""

    sentence: str
    who: str
    day: date | None = None
    url: str = ""


def told(events: Iterable[Event]) -> list[Told]:
    """What happened, in the order of the events; messages in a row are one line."""
    lines = []
    heard = _without_later_dates(events)
    for is_message, run in groupby(heard, lambda event: event.kind == Kind.MESSAGE_WRITTEN):
        some = list(run)
        lines += [_messages(some)] if is_message else [_line(event) for event in some]
    return lines


def _without_later_dates(events: Iterable[Event]) -> Iterator[Event]:
    """A label adds clocks: of a content, a date that is not nearer than the one told is not told.

    What moves the dates themselves starts afresh.
    """
    nearest: dict[int, str] = {}
    for event in events:
        review = event.data.get("review")
        if event.kind in MOVES_DATES:
            nearest.pop(review, None)
        if event.kind in COMPUTED:
            act_by = event.data.get("act_by", "")  # an unknown date is as near as can be
            if review in nearest and nearest[review] <= act_by:
                continue
            nearest[review] = act_by
        yield event


def coming(incident: Incident, awaited: Iterable[ToDo]) -> list[Coming]:
    """What is awaited: from the practitioner first, then from the partners who have a mission."""
    yours = [Coming(item.label, "Vous", item.due_on, item.url) for item in awaited]
    theirs = [
        Coming(f"Réponse attendue de {THE_PARTNER[mission.kind]}.", "Votre partenaire", day)
        for mission, day in awaited_answers(incident)
    ]
    return yours + theirs


def awaited_answers(incident: Incident) -> list[tuple[Assignment, date]]:
    """The missions that a partner has not answered yet, the nearest day first."""
    proposed = [mission for mission in incident.assignments.all() if mission.is_proposed]
    return sorted(((mission, mission.reply_by) for mission in proposed), key=lambda one: one[1])


def who(event: Event) -> str:
    """Who did it; the people of the insurer have no name here."""
    if event.actor is None or event.kind in COMPUTED:
        return "Vigie"
    if event.actor.is_practitioner:
        return "Vous"
    if event.actor.is_delegate:
        return "Votre délégué"
    return "Votre partenaire" if event.actor.is_partner else "Votre gestionnaire"


def _line(event: Event) -> Told:
    return Told(event.at, event.plain_sentence, who(event))


def _messages(run: list[Event]) -> Told:
    last = run[-1]
    if len(run) > 1:
        return Told(last.at, f"{len(run)} messages échangés.", "")
    if last.actor and last.actor.is_practitioner:
        return Told(last.at, "Vous avez écrit à votre gestionnaire.", "")
    return Told(last.at, "Votre gestionnaire vous a écrit.", "")
