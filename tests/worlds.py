"""Worlds that many tests look at, each lived once a run: `tests/suite/worlds.py`."""

import time_machine

from apps.assignments.models import Assignment
from apps.casework.correspondence.ask_advice import ask_advice
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.save_answer import save_answer
from apps.casework.correspondence.write_note import write_note
from apps.casework.deadlines.open_feed import open_feed
from apps.casework.files.merge import merge
from apps.casework.missions.compile import compile
from apps.casework.queue.prepare_bulk import Wanted, prepare_bulk
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.casework.tasks import make_receipts, render_dossiers
from apps.deadlines.models import InactionDecision
from apps.incidents.models import BulkAction, Incident, Merge, Qualification

from .factories import (
    MONDAY_MORNING,
    DelegateFactory,
    acted,
    assigned,
    declared_incident,
    png,
    requested_information,
    started_declaration,
    supervisor,
)

on_monday_morning = time_machine.travel(MONDAY_MORNING, tick=False)


@on_monday_morning
def busy_mission() -> Assignment:
    """A mission of a file that has something of everything that a URL may point to."""
    assignment = assigned()
    compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    make_receipts()
    incident = assignment.incident
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    ask_second_reading(
        Qualification.objects.get(), is_blind=False, by=supervisor(), at=MONDAY_MORNING
    )
    acted(incident.reviews.get())
    open_feed(by=incident.handler, at=MONDAY_MORNING)
    prepare_bulk(
        Incident.objects.all(),
        wanted=Wanted(kind=BulkAction.Kind.TAG, tag="À revoir"),
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    save_answer(title="Accueil", body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    write_note(incident, body="Voir.", uploads=[png()], by=incident.handler, at=MONDAY_MORNING)
    requested_information(incident)
    started_declaration(incident.practitioner)
    DelegateFactory(practitioner=incident.practitioner)
    ask_advice(incident.practitioner, question="Que faire ?", at=MONDAY_MORNING)
    complain(incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING)
    ask_call_back(
        incident.practitioner,
        phone="0612345678",
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    merge(
        declared_incident(incident.practitioner),
        into=incident,
        reason=Merge.Reason.DUPLICATE,
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    return assignment
