import pytest

from apps.casework.files.entrust import CannotEntrust
from apps.casework.files.hand_up import hand_up
from apps.casework.files.take import AlreadyTaken
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, declared_incident, handler, supervisor, taken_incident

pytestmark = pytest.mark.django_db


def test_a_pressing_file_goes_to_a_supervisor_with_a_note() -> None:
    incident, claire = declared_incident(), supervisor()
    hand_up(incident, to=claire, note="canari-urgent", by=handler(), at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert incident.handler == claire
    assert incident.notes.get().body == "canari-urgent"
    assert Letter.objects.get(kind="file_entrusted").recipient == claire
    assert Letter.objects.filter(kind="incident_taken").count() == 1
    assert "canari" not in str(list(Letter.objects.values())) + str(list(incident.events.values()))


@pytest.mark.parametrize("note", ["", "  "])
def test_without_a_word_it_stays_where_it_is(note: str) -> None:
    incident = declared_incident()
    with pytest.raises(CannotEntrust, match="Écrivez"):
        hand_up(incident, to=supervisor(), note=note, by=handler(), at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert incident.handler is None


def test_it_goes_up_only() -> None:
    with pytest.raises(CannotEntrust, match="n’est pas responsable"):
        hand_up(declared_incident(), to=handler(), note="note", by=handler(), at=MONDAY_MORNING)


def test_a_file_that_a_colleague_has_is_not_taken_from_them() -> None:
    incident = taken_incident()
    with pytest.raises(AlreadyTaken):
        hand_up(incident, to=supervisor(), note="note", by=handler(), at=MONDAY_MORNING)
    assert not incident.notes.exists()
