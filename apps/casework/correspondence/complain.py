from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.recipients import seniors
from apps.correspondence.models import Complaint
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.complaints import RULED_FROM, complaint_terms
from apps.legal.wording import full_date
from apps.mailbox.post import post
from apps.refusals import Refused

Channel = Complaint.Channel


class CannotComplain(Refused):
    """It cannot have been sent on that day."""


@transaction.atomic
def complain(
    practitioner: Practitioner,
    *,
    words: str,
    at: datetime,
    incident: Incident | None = None,
    channel: Channel = Channel.PORTAL,
    sent_on: date | None = None,
    by: User | None = None,
) -> Complaint:
    """Send a complaint, about one's file or about none; its two last days are the law's.

    One that came by another `channel` is written down `by` a colleague, and its days run from the
    day it was sent, even if the first of them is over. The receipt leaves at once, at any hour, and
    those who may answer are told; neither letter quotes it. Sent or noted twice, it is one
    complaint; about a file that was merged, it is about the one that has absorbed it. Raises
    `CannotComplain`.
    """
    practitioner = Practitioner.objects.select_for_update().get(pk=practitioner.pk)
    if incident:
        incident = Incident.objects.locked(incident.followed().pk)
    if same := _same(practitioner, incident, words=words, channel=channel, sent_on=sent_on):
        return same
    sent_on = _checked(sent_on or localdate(at), today=localdate(at))
    terms = complaint_terms(sent_on)
    complaint = Complaint.objects.create(
        practitioner=practitioner,
        incident=incident,
        words=words,
        channel=channel,
        sent_on=sent_on,
        recorded_at=at,
        recorded_by=by,
        acknowledge_by=terms.acknowledge_by,
        answer_by=terms.answer_by,
    )
    if incident:
        _record(complaint, incident, at=at)
    _tell(complaint, at=at)
    return complaint


def receipt_key(complaint: Complaint) -> str:
    """Which letter acknowledges this complaint."""
    return f"complaint-{complaint.pk}-received"


def _same(
    practitioner: Practitioner, incident: Incident | None, *, sent_on: date | None, **which: str
) -> Complaint | None:
    """The same words, by the same way, still without an answer; another day is another one."""
    same = Complaint.objects.open().filter(practitioner=practitioner, incident=incident, **which)
    return same.filter(sent_on=sent_on).first() if sent_on else same.first()


def _checked(sent_on: date, *, today: date) -> date:
    if sent_on > today:
        raise CannotComplain(
            "Ce jour est à venir. Indiquez le jour où la réclamation a été envoyée."
        )
    if sent_on < RULED_FROM:
        raise CannotComplain(
            "Vérifiez l’année\u00a0: les délais des réclamations n’existent que depuis le "
            f"{full_date(RULED_FROM)}."
        )
    return sent_on


def _record(complaint: Complaint, incident: Incident, *, at: datetime) -> None:
    facts: dict[str, Any] = {
        "incident": incident,
        "at": at,
        "complaint": complaint.pk,
        "answer_by": complaint.answer_by.isoformat(),
    }
    if complaint.recorded_by is None:
        record(Kind.COMPLAINT_SENT, actor=complaint.practitioner.user, **facts)
        return
    record(
        Kind.COMPLAINT_NOTED,
        actor=complaint.recorded_by,
        complaint_channel=complaint.channel,
        sent_on=complaint.sent_on.isoformat(),
        **facts,
    )


def _tell(complaint: Complaint, *, at: datetime) -> None:
    about: dict[str, Any] = {
        "at": at,
        "incident": complaint.incident,
        "complaint": complaint.pk,
        "reference": complaint.reference,
        "answer_by": complaint.answer_by.isoformat(),
    }
    post(
        "complaint_received",
        to=complaint.practitioner.user,
        key=receipt_key(complaint),
        channel=complaint.channel,
        sent_on=complaint.sent_on.isoformat(),
        **about,
    )
    for person in seniors():
        post(
            "complaint_to_answer",
            to=person,
            key=f"complaint-{complaint.pk}-to-answer-user-{person.pk}",
            **about,
        )
