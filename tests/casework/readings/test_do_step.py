from datetime import timedelta

import pytest

from apps.casework.readings.do_step import do_step
from apps.casework.readings.skip_step import StepRefused, skip_step
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.journal.sentences import told_to_practitioner
from apps.legal.playbook import LadderStep
from apps.legal.taxonomy import Label
from apps.remedies.models import PlaybookStep
from tests.factories import MONDAY_MORNING, ended, handler, qualified_incident

pytestmark = pytest.mark.django_db

LATER = MONDAY_MORNING + timedelta(hours=1)


def threat() -> PlaybookStep:
    """« Conseiller de prévenir la police », on a file that nothing else has touched."""
    incident = qualified_incident(label=Label.MENACES)
    return PlaybookStep.objects.get(review__incident=incident, code=LadderStep.POLICE)


def ticked(step: PlaybookStep, **more) -> PlaybookStep:
    return do_step(step, at=LATER, **{"by": step.review.incident.handler, **more})


def test_a_step_is_ticked_with_its_author_and_its_moment() -> None:
    step = ticked(threat())
    assert (step.state, step.reason) == ("done", "")
    assert (step.settled_by, step.settled_at) == (step.review.incident.handler, LATER)


def test_history_says_which_step_and_the_practitioner_hears_nothing() -> None:
    event = ticked(threat()).review.incident.events.get(kind=Kind.STEP_DONE)
    assert event.data == {"review": 1, "step": "POLICE"}
    assert Kind.STEP_DONE not in told_to_practitioner()


def test_ticked_twice_it_is_once() -> None:
    step = threat()
    assert ticked(step) == ticked(step)
    assert step.review.incident.events.filter(kind=Kind.STEP_DONE).count() == 1


def test_what_a_colleague_has_set_aside_stands() -> None:
    step, karim = threat(), handler(name="Karim Lefèvre")
    skip_step(step, reason="Sans objet.", by=karim, at=LATER)
    with pytest.raises(StepRefused, match="déjà écartée, par Karim Lefèvre"):
        ticked(step)


def test_what_the_file_shows_done_needs_no_tick() -> None:
    incident = qualified_incident(exhibits=1)
    step = PlaybookStep.objects.get(review__incident=incident, code=LadderStep.CAPTURE)
    with pytest.raises(StepRefused, match="déjà faite"):
        ticked(step)


def test_on_a_closed_file_nothing_is_ticked() -> None:
    step = threat()
    ended(step.review.incident)
    with pytest.raises(IllegalMove):
        ticked(step)
