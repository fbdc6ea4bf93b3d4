"""More steps of stories: what was said on the telephone, and what practitioners complain of."""

from datetime import timedelta

from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.record_call import CallNote, record_call
from apps.correspondence.models import Call, Complaint

from .desk import Moment


def distress(moment: Moment) -> None:
    """The practitioner asks to be called."""
    practitioner = moment.incident.practitioner
    ask_call_back(
        practitioner,
        phone=practitioner.phone,
        incident=moment.incident,
        by=practitioner.user,
        at=moment.at,
    )


def phoned(
    moment: Moment,
    words: str,
    minutes: int | None = None,
    next_step: str = "",
    next_in: int = 0,
    by: str = "",
) -> None:
    """The handler calls the practitioner; without `minutes`, they leave a message. What follows is
    for so many days later."""
    outcomes = Call.Outcome
    record_call(
        moment.incident,
        CallNote(
            counterpart=Call.Counterpart.PRACTITIONER,
            direction=Call.Direction.OUTGOING,
            outcome=outcomes.REACHED if minutes else outcomes.MESSAGE_LEFT,
            started_at=moment.at - timedelta(minutes=minutes or 2),
            minutes=minutes,
            words=words,
            next_step=next_step,
            next_on=moment.day + timedelta(days=next_in) if next_step else None,
        ),
        by=moment.person(by),
        at=moment.at,
    )


def complained(moment: Moment, words: str) -> None:
    practitioner = moment.incident.practitioner
    complain(practitioner, words=words, incident=moment.incident, at=moment.at)


def complained_by_phone(moment: Moment, words: str, by: str = "") -> None:
    """Whoever took the call writes it down."""
    complain(
        moment.incident.practitioner,
        words=words,
        incident=moment.incident,
        channel=Complaint.Channel.PHONE,
        sent_on=moment.day,
        by=moment.person(by),
        at=moment.at,
    )


def complaint_answered(moment: Moment, answer: str, by: str = "karim") -> None:
    for complaint in moment.incident.complaints.open():
        answer_complaint(complaint, answer=answer, by=moment.person(by), at=moment.at)
