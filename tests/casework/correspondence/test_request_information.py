from datetime import date

import pytest

from apps.casework.correspondence.request_information import Item, request_information
from apps.correspondence.models import InformationRequest
from apps.incidents.status import IllegalMove, WaitingOn
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    requested_information,
    taken_incident,
)

pytestmark = pytest.mark.django_db
DUE = date(2026, 11, 30)


def test_each_box_is_one_request_and_one_letter_announces_them_all() -> None:
    incident = taken_incident()
    asked = requested_information(incident, "information", "file", "decision")
    assert [request.kind for request in asked] == ["information", "file", "decision"]
    letter = Letter.objects.get(kind="information_requested")
    assert letter.recipient == incident.practitioner.user
    assert letter.data == {"due_on": "2026-11-30"}


def test_the_file_waits_for_the_practitioner_and_its_legal_dates_do_not() -> None:
    incident = taken_incident()
    before = list(incident.deadlines.values())
    requested_information(incident)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.PRACTITIONER
    assert list(incident.deadlines.values()) == before


def test_a_request_may_be_about_one_content() -> None:
    incident = taken_incident()
    item = Item(
        kind=InformationRequest.Kind.FILE,
        question="Une capture où l’adresse de la page se lit.",
        review=incident.reviews.get(),
    )
    (asked,) = request_information(
        incident, items=[item], due_on=DUE, by=incident.handler, at=MONDAY_MORNING
    )
    assert asked.review == incident.reviews.get()


def test_asking_for_nothing_does_nothing() -> None:
    incident = taken_incident()
    assert requested_information(incident, items=[]) == []
    assert not Letter.objects.filter(kind="information_requested").exists()


def test_nothing_is_asked_on_a_file_that_is_over() -> None:
    with pytest.raises(IllegalMove):
        requested_information(closed_incident())


def test_the_words_of_the_question_are_in_no_letter_row_and_no_event() -> None:
    incident = taken_incident()
    item = Item(kind=InformationRequest.Kind.INFORMATION, question="canari-question")
    request_information(incident, items=[item], due_on=DUE, by=incident.handler, at=MONDAY_MORNING)
    assert "canari" not in str(list(Letter.objects.values()))
    assert "canari" not in str(list(incident.events.values()))
