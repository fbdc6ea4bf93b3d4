import pytest

from apps.casework.files.entrust import CannotEntrust
from apps.casework.files.hand_over import hand_over
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, handler, taken_incident

pytestmark = pytest.mark.django_db


def test_a_file_goes_to_a_colleague_with_what_they_must_know() -> None:
    incident, karim = taken_incident(), handler()
    hand_over(incident, to=karim, note="canari-passation", by=incident.handler, at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert incident.handler == karim
    assert incident.notes.get().body == "canari-passation"
    assert incident.events.filter(kind=Kind.INCIDENT_ENTRUSTED).exists()
    assert Letter.objects.get(kind="file_entrusted").recipient == karim
    assert "canari" not in str(list(Letter.objects.values())) + str(list(incident.events.values()))


def test_nothing_is_handed_over_without_a_word() -> None:
    incident = taken_incident()
    with pytest.raises(CannotEntrust, match="Écrivez"):
        hand_over(incident, to=handler(), note="  ", by=incident.handler, at=MONDAY_MORNING)
    assert not incident.notes.exists()


def test_nor_to_whom_has_it_already() -> None:
    incident = taken_incident()
    with pytest.raises(CannotEntrust, match="déjà"):
        hand_over(
            incident, to=incident.handler, note="note", by=incident.handler, at=MONDAY_MORNING
        )


def test_a_refusal_leaves_no_note_behind() -> None:
    incident = taken_incident()
    gone = handler(is_active=False)
    with pytest.raises(CannotEntrust):
        hand_over(incident, to=gone, note="note", by=incident.handler, at=MONDAY_MORNING)
    assert not incident.notes.exists()
