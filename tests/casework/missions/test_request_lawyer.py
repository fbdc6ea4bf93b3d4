import pytest

from apps.assignments.models import LawyerRequest
from apps.casework.missions.request_lawyer import request_lawyer
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, taken_incident

pytestmark = pytest.mark.django_db


def ask(incident, choice=LawyerRequest.Choice.PROPOSAL, **about) -> LawyerRequest:
    return request_lawyer(
        incident, choice=choice, by=incident.practitioner.user, at=MONDAY_MORNING, **about
    )


def test_the_request_keeps_the_words_that_were_accepted() -> None:
    request = ask(taken_incident())
    assert "je choisis librement mon avocat" in request.wording
    assert "par écrit" in request.wording


def test_the_handler_is_told() -> None:
    incident = taken_incident()
    ask(incident)
    assert Letter.objects.get(kind="lawyer_requested").recipient == incident.handler


def test_the_first_choice_stands() -> None:
    incident = taken_incident()
    first = ask(incident)
    assert ask(incident, LawyerRequest.Choice.OWN, lawyer_name="Me Durand") == first


def test_one_s_own_lawyer_is_named() -> None:
    request = ask(taken_incident(), LawyerRequest.Choice.OWN, lawyer_name="Me Durand")
    assert request.lawyer_name == "Me Durand"
    assert "désigne" in request.wording
