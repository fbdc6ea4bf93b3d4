import pytest

from apps.casework.files.give_satisfaction import give_satisfaction
from apps.incidents.models import Incident, Mark, Satisfaction
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, closed_incident, taken_incident

pytestmark = pytest.mark.django_db


def given(incident: Incident, words: str = "Merci.") -> Satisfaction:
    return give_satisfaction(
        incident,
        supported=Mark.WHOLLY,
        informed=Mark.RATHER,
        helped=Mark.MUCH,
        words=words,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )


def test_what_was_said_is_kept_and_the_journal_tells_that_it_was_said_and_no_more() -> None:
    incident = closed_incident()
    assert given(incident).closing == incident.closings.get()
    event = incident.events.get(kind=Kind.SATISFACTION_GIVEN)
    assert event.data == {}


def test_sent_twice_the_first_answer_stands() -> None:
    incident = closed_incident()
    given(incident)
    assert given(incident, words="Non, finalement.").words == "Merci."
    assert incident.events.filter(kind=Kind.SATISFACTION_GIVEN).count() == 1


def test_an_open_file_has_no_answer_yet() -> None:
    with pytest.raises(IllegalMove, match="quand il sera terminé"):
        given(taken_incident())
