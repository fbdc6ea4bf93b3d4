import pytest

from apps.assignments.models import Assignment
from apps.casework.close import close
from apps.deadlines.models import Deadline
from apps.incidents.status import IllegalMove, Outcome, Status
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned, declared_incident, handler

pytestmark = pytest.mark.django_db


def end(incident):
    return close(
        incident,
        outcome=Outcome.REMOVED_BY_PLATFORM,
        words="Le contenu a été retiré.",
        by=incident.handler or handler(),
        at=MONDAY_MORNING,
    )


def test_closing_ends_clocks_and_missions_and_tells_the_practitioner() -> None:
    assignment = assigned()
    incident = end(assignment.incident)
    assert (incident.status, incident.outcome) == (Status.CLOSED, Outcome.REMOVED_BY_PLATFORM)
    assert Deadline.objects.driving(incident) is None
    assignment.refresh_from_db()
    assert assignment.state == Assignment.State.ENDED
    assert Letter.objects.get(kind="incident_closed").recipient == incident.practitioner.user


def test_the_dates_of_a_closed_file_are_kept_as_they_were() -> None:
    incident = assigned().incident
    before = list(incident.deadlines.values_list("pk", "act_by"))
    end(incident)
    assert list(incident.deadlines.values_list("pk", "act_by")) == before


def test_a_file_that_nobody_has_taken_cannot_be_closed() -> None:
    with pytest.raises(IllegalMove):
        end(declared_incident())


def test_a_file_is_closed_once() -> None:
    incident = end(assigned().incident)
    with pytest.raises(IllegalMove, match="Terminé"):
        end(incident)
