import pytest

from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.decide_not_to_act import NeedsAnotherPerson
from apps.incidents.models import Qualification, SecondReading
from tests.factories import MONDAY_MORNING, handler, qualified_incident, supervisor

pytestmark = pytest.mark.django_db


def test_a_senior_sends_any_passage_to_a_second_reader_once() -> None:
    qualified_incident()
    first, karim = Qualification.objects.get(), supervisor()
    ask_second_reading(first, is_blind=True, by=karim, at=MONDAY_MORNING)
    ask_second_reading(first, is_blind=False, by=karim, at=MONDAY_MORNING)
    assert SecondReading.objects.get().is_blind
    assert Qualification.objects.needing_second_reading().get() == first
    assert Qualification.objects.get().is_blind


def test_a_handler_does_not_send_a_passage_to_a_second_reader() -> None:
    qualified_incident()
    with pytest.raises(NeedsAnotherPerson, match="responsable"):
        ask_second_reading(
            Qualification.objects.get(), is_blind=False, by=handler(), at=MONDAY_MORNING
        )
    assert not SecondReading.objects.exists()
