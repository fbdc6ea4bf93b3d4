import pytest

from apps.assignments.models import Assignment
from apps.casework.close import ClockStillRunning, close
from apps.casework.decide_not_to_act import decide_not_to_act
from apps.casework.second_inaction import second_inaction
from apps.deadlines.models import Deadline, InactionDecision
from apps.incidents.status import IllegalMove, Outcome, Status
from apps.legal.taxonomy import Label
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    assigned,
    declared_incident,
    handler,
    qualified_incident,
    supervisor,
)

pytestmark = pytest.mark.django_db


def end(incident, outcome=Outcome.REMOVED_BY_PLATFORM):
    return close(
        incident,
        outcome=outcome,
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


@pytest.mark.parametrize("outcome", [Outcome.LAWFUL, Outcome.ADVISED, Outcome.REFUSED])
def test_a_content_that_can_still_be_sued_for_is_not_closed_without_a_decision(
    outcome: Outcome,
) -> None:
    incident = qualified_incident()
    with pytest.raises(ClockStillRunning, match="décision de ne pas agir"):
        end(incident, outcome)
    incident.refresh_from_db()
    assert incident.is_open
    assert Deadline.objects.driving(incident)


def test_a_signed_decision_not_to_act_lets_the_file_be_closed() -> None:
    incident = qualified_incident()
    decision = decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    with pytest.raises(ClockStillRunning):
        end(incident, Outcome.ADVISED)
    second_inaction(decision, by=supervisor(), at=MONDAY_MORNING)
    assert not end(incident, Outcome.ADVISED).is_open


def test_a_lawful_content_is_closed_without_more() -> None:
    assert not end(qualified_incident(label=Label.OPINION), Outcome.LAWFUL).is_open
