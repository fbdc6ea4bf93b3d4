from datetime import timedelta

import pytest

from apps.casework.files.undo_close import TooLateToUndo, undo_close
from apps.deadlines.models import Deadline
from apps.incidents.status import IllegalMove, Status
from tests.factories import MONDAY_MORNING, ended, qualified_incident, taken_incident

pytestmark = pytest.mark.django_db


def test_a_closing_is_taken_back_within_a_day_and_the_clocks_run_on_the_same_dates() -> None:
    incident = qualified_incident()
    before = Deadline.objects.driving(incident).act_by
    closed = ended(incident)
    opened = undo_close(closed, by=incident.handler, at=MONDAY_MORNING + timedelta(hours=24))
    assert (opened.status, opened.outcome, opened.closing_words) == (Status.QUALIFIED, "", "")
    assert Deadline.objects.driving(opened).act_by == before


def test_a_file_not_yet_read_goes_back_to_being_read() -> None:
    incident = ended(taken_incident())
    assert undo_close(incident, by=incident.handler, at=MONDAY_MORNING).status == (
        Status.UNDER_REVIEW
    )


def test_after_a_day_it_is_too_late() -> None:
    incident = ended(qualified_incident())
    later = MONDAY_MORNING + timedelta(hours=24, seconds=1)
    with pytest.raises(TooLateToUndo, match="24 heures"):
        undo_close(incident, by=incident.handler, at=later)
    incident.refresh_from_db()
    assert not incident.is_open


def test_taken_back_twice_the_second_is_told() -> None:
    incident = ended(qualified_incident())
    undo_close(incident, by=incident.handler, at=MONDAY_MORNING)
    with pytest.raises(IllegalMove, match="déjà ouvert"):
        undo_close(incident, by=incident.handler, at=MONDAY_MORNING)
