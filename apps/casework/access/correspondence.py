"""Messages, requests, notes, calls, complaints and advice, each for whom it is meant."""

from django.db.models import QuerySet

from apps.accounts.models import User
from apps.correspondence.models import (
    AdviceRequest,
    Call,
    CallBack,
    CallQuerySet,
    Complaint,
    ComplaintQuerySet,
    InformationRequest,
    InformationRequestQuerySet,
    Message,
    Note,
    NoteFile,
    SavedAnswerVersion,
    SavedAnswerVersionQuerySet,
)
from apps.exhibits.models import ReceivedQuerySet

from .declarations import practitioners_for
from .incidents import incidents_for


def messages_for(user: User) -> QuerySet[Message]:
    return Message.objects.filter(incident__in=incidents_for(user))


def information_requests_for(user: User) -> InformationRequestQuerySet:
    """What the practitioner is asked: their own; all for the insurer's people."""
    return InformationRequest.objects.filter(incident__in=incidents_for(user))


def notes_for(user: User) -> QuerySet[Note]:
    """Internal notes: the insurer's people, nobody else, ever."""
    return Note.objects.all() if user.is_insurer else Note.objects.none()


def note_files_for(user: User) -> ReceivedQuerySet[NoteFile]:
    """What came with internal notes, but for what holds a virus: for those who read the notes."""
    return NoteFile.objects.downloadable().filter(note__in=notes_for(user))


def saved_answers_for(user: User) -> SavedAnswerVersionQuerySet:
    """What is often written to practitioners: the insurer's people."""
    answers = SavedAnswerVersion.objects.select_related("answer", "author", "approved_by")
    return answers if user.is_insurer else answers.none()


def advice_requests_for(user: User) -> QuerySet[AdviceRequest]:
    """Questions asked without a file: one's own; all of them for the insurer's people."""
    if user.is_insurer:
        return AdviceRequest.objects.all()
    return AdviceRequest.objects.filter(practitioner__user=user)


def call_backs_for(user: User) -> QuerySet[CallBack]:
    """Calls that somebody still waits for: all for the insurer; else those one may ask for."""
    waiting = CallBack.objects.filter(closed_at=None)
    if user.is_insurer:
        return waiting
    return waiting.filter(practitioner__in=practitioners_for(user))


def calls_for(user: User) -> CallQuerySet:
    """The call log: the insurer's people, nobody else, ever."""
    return Call.objects.all() if user.is_insurer else Call.objects.none()


def complaints_for(user: User) -> ComplaintQuerySet:
    """Complaints: one's own; all of them for those who may answer."""
    if user.is_senior:
        return Complaint.objects.all()
    return Complaint.objects.filter(practitioner__user=user)


def known_complaints_for(user: User) -> ComplaintQuerySet:
    """That there is a complaint, and its days, but not its words: the insurer's people."""
    known = Complaint.objects.defer("words", "answer")
    return known if user.is_insurer else known.none()
