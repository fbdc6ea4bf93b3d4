from datetime import timedelta

import pytest

from apps.casework.readings.do_step import do_step
from apps.casework.readings.redo_step import redo_step
from apps.casework.readings.skip_step import skip_step
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.journal.sentences import told_to_practitioner
from apps.legal.playbook import LadderStep
from apps.legal.taxonomy import Label
from apps.remedies.models import PlaybookStep
from tests.factories import MONDAY_MORNING, ended, qualified_incident

pytestmark = pytest.mark.django_db

LATER = MONDAY_MORNING + timedelta(hours=1)


def skipped() -> PlaybookStep:
    incident = qualified_incident(label=Label.MENACES)
    step = PlaybookStep.objects.get(review__incident=incident, code=LadderStep.POLICE)
    return skip_step(step, reason="Erreur.", by=incident.handler, at=MONDAY_MORNING)


def put_back(step: PlaybookStep) -> PlaybookStep:
    return redo_step(step, by=step.review.incident.handler, at=LATER)


def test_a_step_set_aside_by_mistake_is_to_do_again_on_the_same_day() -> None:
    step = skipped()
    again = put_back(step)
    assert (again.state, again.due_on, again.closed_at) == ("to_do", step.due_on, None)
    assert again.pk != step.pk


def test_what_was_said_is_closed_and_kept_and_history_tells_it() -> None:
    step = skipped()
    put_back(step)
    step.refresh_from_db()
    assert (step.state, step.reason, step.closed_at) == ("skipped", "Erreur.", LATER)
    event = step.review.incident.events.get(kind=Kind.STEP_PUT_BACK)
    assert event.data == {"review": 1, "step": "POLICE"}
    assert Kind.STEP_PUT_BACK not in told_to_practitioner()


def test_it_can_then_be_done() -> None:
    again = put_back(skipped())
    assert do_step(again, by=again.review.incident.handler, at=LATER).state == "done"


def test_sent_twice_it_is_once() -> None:
    step = skipped()
    put_back(step)
    put_back(step)
    assert PlaybookStep.objects.filter(review=step.review, code=LadderStep.POLICE).count() == 2


def test_what_is_still_to_do_is_left_alone() -> None:
    incident = qualified_incident()
    step = PlaybookStep.objects.get(review__incident=incident, code=LadderStep.REPORT)
    assert put_back(step) == step


def test_on_a_closed_file_nothing_is_put_back() -> None:
    step = skipped()
    ended(step.review.incident)
    with pytest.raises(IllegalMove):
        put_back(step)
