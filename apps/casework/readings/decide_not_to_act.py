from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access.blind import check_not_blind
from apps.casework.letters.time_left import time_left
from apps.deadlines.clock import stop_reminding
from apps.deadlines.models import InactionDecision
from apps.incidents.models import Incident, Qualification, Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import Refused

NOTICE = timedelta(days=10)


class TooLateToTell(Refused):
    """The practitioner could no longer act alone in time."""


class NeedsAnotherPerson(Refused):
    """The second signature is somebody else's, above the first."""


@transaction.atomic
def decide_not_to_act(
    review: Review, *, reason: InactionDecision.Reason, words: str, by: User, at: datetime
) -> InactionDecision:
    """Sign that nothing will be done in court for this review, and tell the practitioner in time.

    The practitioner hears of it at least ten days before `act_by`, or the decision is refused
    (`TooLateToTell`), unless the time has surely passed or they are the ones who refuse. From
    insult upward it takes effect with a second signature only, which would tell the label: raises
    `BlindReadingAwaited` while it is hidden from who signs. Signed twice, the first one stands.
    """
    incident = review.locked_incident()
    made = InactionDecision.objects.filter(review=review, closed_at=None).first()
    if made:
        return made
    check_not_blind(incident, by=by)
    check_notice(review, reason, at=at)
    decision = InactionDecision.objects.create(
        review=review,
        reason=reason,
        words=words,
        signed_by=by,
        signed_at=at,
        needs_second=may_be_an_offence(review),
    )
    record(
        Kind.INACTION_DECIDED,
        incident=incident,
        actor=by,
        at=at,
        review=review.number,
        reason=reason.value,
    )
    if decision.is_effective:
        take_effect(decision, incident, by=by, at=at)
    return decision


def take_effect(decision: InactionDecision, incident: Incident, *, by: User, at: datetime) -> None:
    """From now on nothing reminds of this review's dates, and the practitioner knows them."""
    stop_reminding(decision.review)
    record(
        Kind.INACTION_SECONDED,
        incident=incident,
        actor=by,
        at=at,
        review=decision.review.number,
        reason=decision.reason,
    )
    left = time_left(decision.review.deadlines.open(), today=localdate(at))
    post(
        "inaction_notice",
        to=incident.practitioner.user,
        key=f"inaction-{decision.pk}",
        at=at,
        incident=incident,
        **left.data,
    )


def check_notice(review: Review, reason: str, *, at: datetime) -> None:
    """Every date still to come counts: one unknown or passed hides no other. Once the strictest
    reading has passed, what counts is the last day that another one may leave."""
    if reason == InactionDecision.Reason.REFUSED:
        return
    today = localdate(at)
    soon = today + NOTICE
    is_near = Q(legal_last_day__gte=today, act_by__lt=soon) | Q(
        legal_last_day__lt=today, possible_until__gte=today, possible_until__lt=soon
    )
    if review.deadlines.open().filter(is_near).exists():
        raise TooLateToTell(
            "Il reste moins de dix jours pour agir : le sociétaire ne pourrait plus le faire par "
            "lui-même. Agissez, ou recueillez son refus par écrit."
        )


def may_be_an_offence(review: Review) -> bool:
    """Some words of it are not lawful, or nobody has read it yet."""
    readings = Qualification.objects.open().filter(passage__review=review)
    return bool(unlawful_readings(review)) or not readings.exists()


def unlawful_readings(review: Review) -> list[Qualification]:
    """The readings in force that see more than free criticism in some words of it."""
    readings = Qualification.objects.open().filter(passage__review=review)
    return [reading for reading in readings if not reading.legal.is_lawful]
