import pytest

from apps.casework.correspondence.ask_advice import ask_advice
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, PractitionerFactory, supervisor

pytestmark = pytest.mark.django_db


def test_a_question_opens_no_file_and_is_told_to_the_supervisors_without_its_words() -> None:
    karim = supervisor()
    request = ask_advice(
        PractitionerFactory(),
        question="question-canari",
        url="https://example.org/canari",
        at=MONDAY_MORNING,
    )
    assert not Incident.objects.exists()
    letter = Letter.objects.get(kind="advice_asked")
    assert letter.recipient == karim
    assert letter.data == {"advice": request.pk}
