from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.casework.correspondence.answer_request import NothingGiven, answer_request
from apps.casework.correspondence.withdraw_request import withdraw_request
from apps.correspondence.models import AlreadySettled, InformationRequest
from apps.exhibits.models import Exhibit
from apps.exhibits.seal import RefusedFile
from apps.incidents.status import IllegalMove, WaitingOn
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, ended, png, requested_information, taken_incident

pytestmark = pytest.mark.django_db
LATER = MONDAY_MORNING + timedelta(hours=5)


def answer(request: InformationRequest, **given) -> InformationRequest:
    return answer_request(request, by=request.incident.practitioner.user, at=LATER, **given)


def test_an_answer_keeps_its_words_its_author_and_its_moment() -> None:
    (request,) = requested_information(taken_incident(), "information")
    answered = answer(request, text="Le 2 novembre.")
    assert answered.answer == "Le 2 novembre."
    assert answered.answered_by == request.incident.practitioner.user
    assert answered.answered_at == LATER


def test_the_handler_hears_of_the_last_answer_only() -> None:
    incident = taken_incident()
    first, second = requested_information(incident, "information", "decision")
    answer(first, text="Le 2 novembre.")
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.PRACTITIONER
    assert not Letter.objects.filter(kind="request_answered").exists()
    answer(second, agreed=False)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.HANDLER
    assert Letter.objects.get(kind="request_answered").recipient == incident.handler


def test_files_become_exhibits_of_the_file_and_of_the_content() -> None:
    incident = taken_incident(exhibits=1)
    (request,) = requested_information(incident, "file")
    request.review = incident.reviews.get()
    request.save()
    answer(request, uploads=[png(size=(9, 9))], kind=Exhibit.Kind.CAPTURE)
    exhibit = request.exhibits.get()
    assert exhibit.number == 2
    assert exhibit.kind == Exhibit.Kind.CAPTURE
    assert exhibit in request.review.exhibits.all()


def test_with_a_refused_file_nothing_is_kept() -> None:
    (request,) = requested_information(taken_incident(), "file")
    upload = SimpleUploadedFile("notes.txt", b"du texte", content_type="image/png")
    with pytest.raises(RefusedFile):
        answer(request, uploads=[png(), upload])
    request.refresh_from_db()
    assert request.is_pending
    assert not request.incident.exhibits.exists()


@pytest.mark.parametrize("kind", ["information", "file", "decision"])
def test_an_empty_answer_is_refused(kind: str) -> None:
    (request,) = requested_information(taken_incident(), kind)
    with pytest.raises(NothingGiven):
        answer(request, text=" ")


def test_one_may_say_why_there_is_no_file() -> None:
    (request,) = requested_information(taken_incident(), "file")
    assert answer(request, text="La page a disparu.").answered_at == LATER


def test_a_request_is_answered_once() -> None:
    (request,) = requested_information(taken_incident())
    answer(request, text="Le 2 novembre.")
    with pytest.raises(AlreadySettled, match="déjà répondu"):
        answer(request, text="Le 3 novembre.")


def test_what_was_withdrawn_is_not_answered() -> None:
    (request,) = requested_information(taken_incident())
    withdraw_request(request, by=request.asked_by, at=LATER)
    with pytest.raises(AlreadySettled, match="retirée"):
        answer(request, text="Le 3 novembre.")


def test_nothing_is_answered_on_a_file_that_is_over() -> None:
    (request,) = requested_information(taken_incident())
    ended(request.incident)
    with pytest.raises(IllegalMove):
        answer(request, text="Le 3 novembre.")


def test_the_words_of_the_answer_are_in_no_letter_row_and_no_event() -> None:
    (request,) = requested_information(taken_incident())
    answer(request, text="canari-réponse")
    assert "canari" not in str(list(Letter.objects.values()))
    assert "canari" not in str(list(request.incident.events.values()))
