"""The ladder of a content at the desk: each step, where it stands, and where it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.legal.playbook import Opens
from apps.remedies.models import PlaybookStep

OF_A_FILE = {
    Opens.REQUEST: "request_information",
    Opens.MESSAGE: "write_message",
    Opens.SECOND_READING: "file_readings",
    Opens.DOSSIER: "file_missions",
    Opens.CLOSING: "close",
}
OF_A_CONTENT = {
    Opens.QUALIFICATION: "qualify",
    Opens.ASSESSMENT: "assess",
    Opens.REPORT: "report_to_platform",
    Opens.ONLINE_CHECK: "record_online_check",
    Opens.INACTION: "decide_not_to_act",
}
MISSIONS = {
    Opens.BAILIFF_MISSION: Partner.Kind.BAILIFF,
    Opens.LAWYER_MISSION: Partner.Kind.LAWYER,
    Opens.TECHNICAL_MISSION: Partner.Kind.TECHNICAL,
}
ACCOMPANY = "accompagner"  # the prepared message, in the address of the page that writes it


@dataclass(frozen=True)
class Rung:
    """A step, its state in a word with its meaning, and the page where it is done while it is."""

    row: PlaybookStep
    word: str
    meaning: str
    url: str = ""


def rungs(rows: Iterable[PlaybookStep], incident: Incident, *, today: date) -> list[Rung]:
    """The ladder of one content, from its rows read `with_facts`."""
    return [_rung(row, incident, today) for row in rows]


def page_of_step(row: PlaybookStep, incident: Incident) -> str:
    """Where this step is done, on a content of this file."""
    opens = row.step.opens
    if opens in MISSIONS:
        return reverse("desk:assign", args=[incident.reference, MISSIONS[opens].value])
    if opens in OF_A_CONTENT:
        return reverse(f"desk:{OF_A_CONTENT[opens]}", args=[incident.reference, row.review.number])
    if opens is Opens.ADVICE:
        message = reverse("desk:write_message", args=[incident.reference])
        return f"{message}?modele={ACCOMPANY}#id_body"
    return reverse(f"desk:{OF_A_FILE[opens]}", args=[incident.reference])


def _rung(row: PlaybookStep, incident: Incident, today: date) -> Rung:
    if row.state == PlaybookStep.State.SKIPPED:
        return Rung(row, "Écartée", "neutral")
    if row.state == PlaybookStep.State.DONE or row.happened:
        return Rung(row, "Faite", "calm")
    if row.closed_at:
        return Rung(row, "Non faite à la clôture", "neutral")
    late = row.due_on < today
    return Rung(
        row,
        "En retard" if late else "À faire",
        "attention" if late else "information",
        page_of_step(row, incident),
    )
