from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.access.blind import check_not_blind
from apps.casework.correspondence.withdraw_request import withdraw_request
from apps.casework.readings.decide_not_to_act import may_be_an_offence, unlawful_readings
from apps.casework.readings.ladder import close_steps
from apps.deadlines.clock import stop_clocks
from apps.deadlines.models import Deadline
from apps.exhibits.models import Exhibit
from apps.incidents.models import Closing, Incident, Review
from apps.incidents.status import Outcome, Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.retention import purge_day, retention_of
from apps.legal.wording import full_date
from apps.mailbox.post import post
from apps.refusals import Refused
from apps.remedies.models import ContentOutcome, OnlineCheck
from apps.ui.wording import moment
from apps.vocabulary.presence import Presence

from .closing_facts import closing_letter, last_change, state_of

REMOVED = frozenset({Outcome.REMOVED_BY_PLATFORM, Outcome.REMOVED_BY_AUTHOR, Outcome.PAGE_DELETED})
# What ends the matter by itself: nothing is left to sue for, or a judge has spoken.
ENDS_THE_MATTER = REMOVED | {Outcome.COURT_DECISION}


class CannotClose(Refused):
    """What keeps a file open."""


class ClockStillRunning(CannotClose):
    """A date is still to come and nobody has decided to let it pass."""


class OutcomeMissing(CannotClose):
    """A content has no outcome, or nothing that proves it nor explains it."""


class NotLawful(CannotClose):
    """A content would end as lawful while a passage of it is read otherwise."""


class ComplaintOpen(CannotClose):
    """The practitioner waits for the answer to a complaint about this file."""


class ChangedMeanwhile(CannotClose):
    """Somebody closed or changed the file after this person had read it."""


@dataclass(frozen=True)
class Ending:
    """How one content ended, with what proves it or the reason why nothing does."""

    review: Review
    outcome: Outcome
    exhibit: Exhibit | None = None
    online_check: OnlineCheck | None = None
    reason: str = ""


@transaction.atomic
def close(
    incident: Incident,
    *,
    endings: Sequence[Ending],
    words: str,
    by: User,
    at: datetime,
    hold_reason: str = "",
    seen: str = "",
) -> Closing:
    """End the file: an outcome per content, and a plain summary that the practitioner reads.

    Open missions end with it, what was still asked or to do is withdrawn, and the clocks stop.
    `seen` is the `state_of` the file that the person has read; a `hold_reason` keeps the file
    after its purge day. Raises `IllegalMove`, and a `CannotClose`: `ClockStillRunning` while a
    content could still be sued for, or was read as an offence and let lapse, and nobody has
    signed not to act; `ComplaintOpen`, `NotLawful`, `OutcomeMissing`, `ChangedMeanwhile`. Raises
    `BlindReadingAwaited` when the refusals would tell this person a label hidden from them.
    """
    incident = Incident.objects.locked(incident.pk)
    _check_unchanged(incident, seen)
    check_not_blind(incident, by=by)
    _check_complaints(incident)
    _check_endings(incident, endings)
    _check_clocks(endings, today=localdate(at))
    letter = closing_letter(incident, {e.review.number: e.outcome for e in endings}, at=at)
    incident.move_to(Status.CLOSED, waiting_on=WaitingOn.NOBODY)
    for request in incident.information_requests.pending():
        withdraw_request(request, by=by, at=at)
    _end_missions(incident, by=by, at=at)
    stop_clocks(incident.reviews.all(), at=at)
    closing = _write(incident, endings, words=words, hold_reason=hold_reason, by=by, at=at)
    incident.outcome, incident.closing_words, incident.closed_at = closing.outcome, words, at
    incident.save(update_fields=["status", "waiting_on", "outcome", "closing_words", "closed_at"])
    close_steps(incident, at=at)
    record(Kind.INCIDENT_CLOSED, incident=incident, actor=by, at=at, outcome=closing.outcome)
    post(
        "incident_closed",
        to=incident.practitioner.user,
        key=f"closing-{closing.pk}",
        at=at,
        incident=incident,
        **letter,
    )
    return closing


def _check_unchanged(incident: Incident, seen: str) -> None:
    closing = incident.closings.open().first()
    if closing:
        raise ChangedMeanwhile(
            f"{closing.signed_by} a déjà clos ce dossier le {moment(closing.opened_at)}\u00a0: "
            f"{closing.get_outcome_display()}. Rien n’a été changé\u00a0; votre saisie reste "
            "ci-dessous."
        )
    if seen and seen != state_of(incident):
        raise ChangedMeanwhile(
            f"{last_change(incident)} Relisez le dossier avant de le clore\u00a0; votre saisie "
            "reste ci-dessous."
        )


def _check_complaints(incident: Incident) -> None:
    if complaint := incident.complaints.open().first():
        raise ComplaintOpen(
            f"La réclamation {complaint.reference} sur ce dossier attend sa réponse, au plus tard "
            f"le {full_date(complaint.answer_by)}. Un responsable y répond d’abord."
        )


def _check_endings(incident: Incident, endings: Sequence[Ending]) -> None:
    if {ending.review.pk for ending in endings} != set(
        incident.reviews.values_list("pk", flat=True)
    ):
        raise OutcomeMissing("Dites comment chaque contenu du dossier s’est terminé.")
    for ending in endings:
        number, check = ending.review.number, ending.online_check
        if not (ending.exhibit or check or ending.reason.strip()):
            raise OutcomeMissing(
                f"Contenu n°\u00a0{number}\u00a0: joignez une preuve ou donnez un motif."
            )
        if ending.outcome == Outcome.LAWFUL and (unlawful := unlawful_readings(ending.review)):
            raise NotLawful(
                f"Contenu n°\u00a0{number}\u00a0: un passage est lu "
                f"«\u00a0{unlawful[0].legal.label}\u00a0». Changez d’abord cette orientation, ou "
                "choisissez une autre issue."
            )
        if check and ending.outcome in REMOVED and check.presence != Presence.REMOVED:
            raise OutcomeMissing(
                f"Contenu n°\u00a0{number}\u00a0: cette vérification ne constate pas son retrait."
            )


def _check_clocks(endings: Sequence[Ending], *, today: date) -> None:
    running = Deadline.objects.open().running(today=today)
    for ending in endings:
        review = ending.review
        decision = review.inaction_decisions.filter(closed_at=None).first()
        if ending.outcome in ENDS_THE_MATTER or (decision and decision.is_effective):
            continue
        if running.filter(review=review).exists() and may_be_an_offence(review):
            raise ClockStillRunning(
                f"Le contenu n°\u00a0{review.number} a encore une échéance. Signez d’abord la "
                "décision de ne pas agir\u00a0: le sociétaire doit pouvoir agir par lui-même."
            )
        if unlawful_readings(review):
            raise ClockStillRunning(
                f"Le délai du contenu n°\u00a0{review.number} est passé sans action. Une décision "
                "de ne pas agir, signée à deux, doit le dire au sociétaire avant la clôture."
            )


def _end_missions(incident: Incident, *, by: User, at: datetime) -> None:
    """Every partner at work is told, and the history tells the practitioner."""
    for assignment in incident.assignments.open().select_related("partner"):
        assignment.state, assignment.closed_at = Assignment.State.ENDED, at
        assignment.save(update_fields=["state", "closed_at"])
        about = {"assignment": assignment.reference, "partner_kind": assignment.kind}
        record(Kind.ASSIGNMENT_ENDED, incident=incident, actor=by, at=at, **about)
        for member in assignment.partner.members.filter(is_active=True):
            post(
                "mission_ended",
                to=member,
                key=f"assignment-{assignment.pk}-ended-user-{member.pk}",
                at=at,
                incident=incident,
                reference=assignment.reference,
            )


def _write(
    incident: Incident,
    endings: Sequence[Ending],
    *,
    words: str,
    hold_reason: str,
    by: User,
    at: datetime,
) -> Closing:
    outcomes = [ending.outcome for ending in endings]
    retention = retention_of(outcomes, had_mission=incident.assignments.exists())
    closing = Closing.objects.create(
        incident=incident,
        signed_by=by,
        opened_at=at,
        outcome=Outcome.of_file(outcomes),
        words=words,
        retention=retention.value,
        purge_on=purge_day(retention, closed_on=localdate(at)),
        hold_reason=hold_reason,
    )
    ContentOutcome.objects.bulk_create(
        ContentOutcome(closing=closing, **vars(ending)) for ending in endings
    )
    return closing
