"""The ladder of a content: the steps that its labels open, and those that the file shows done."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.utils.timezone import localdate

from apps.assignments.models import Assignment, AssignmentQuerySet, LawyerRequest
from apps.casework.letters.quiet_hours import METROPOLITAN_FRANCE
from apps.correspondence.models import InformationRequest
from apps.deadlines.models import InactionDecision, InterruptingAct
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Assessment, Incident, Qualification, Review
from apps.incidents.status import Status
from apps.legal.playbook import LadderStep, steps_called_for
from apps.legal.taxonomy import Label
from apps.legal.terms import after_business_days
from apps.remedies.models import OnlineCheck, PlatformReport, PlaybookStep, PlaybookStepRows


def with_facts(
    steps: PlaybookStepRows, *, of: Collection[LadderStep] = tuple(LadderStep)
) -> PlaybookStepRows:
    """Tell of each step whether the file itself shows it done: `happened`.

    Read, never kept: a mission that is declined, a capture that is withdrawn, and the step is to
    do again. Of steps that are not among those one asks about, nothing is shown.
    """
    return steps.shown_by({step: fact for step, fact in _facts().items() if step in of})


def to_do(steps: PlaybookStepRows) -> PlaybookStepRows:
    """Those in force that nobody has done nor set aside, the first one first."""
    return with_facts(steps).to_do()


def set_steps(review: Review, *, at: datetime) -> None:
    """Open the steps that the labels of a content call for, on a locked file.

    Those that stay keep their state and their day; of those that no label calls for any more, only
    what was still to do is closed.
    """
    wanted = _wanted(review)
    rows = PlaybookStep.objects.filter(review=review, closed_at=None)
    held = {row.step for row in rows}
    if called_off := held.difference(wanted):
        _close(to_do(rows.filter(code__in=called_off)), at=at)
    today = localdate(at)
    act_by = _act_by(review, today)
    PlaybookStep.objects.bulk_create(
        PlaybookStep(
            review=review, code=step.value, due_on=_due_on(step, today, act_by), opened_at=at
        )
        for step in wanted
        if step not in held
    )


def close_steps(incident: Incident, *, at: datetime) -> None:
    """The file is closed: what was still to do no longer is."""
    _close(to_do(PlaybookStep.objects.filter(review__incident=incident)), at=at)


def _close(steps: QuerySet[PlaybookStep], *, at: datetime) -> None:
    left = list(steps.values_list("pk", flat=True))
    PlaybookStep.objects.filter(pk__in=left).update(closed_at=at)


def _wanted(review: Review) -> list[LadderStep]:
    open_ones = Qualification.objects.open().filter(passage__review=review)
    called = steps_called_for(Label(label) for label in open_ones.values_list("label", flat=True))
    contract = review.incident.contract
    if contract and contract.has_ereputation_assistance:
        return list(called)
    return [step for step in called if step is not LadderStep.TECHNICAL]


def _act_by(review: Review, today: date) -> date | None:
    """The nearest day by which one must act in court for this content, be it past while the law
    may still leave one."""
    running = review.deadlines.open().running(today=today).exclude(act_by=None)
    return running.order_by("act_by").values_list("act_by", flat=True).first()


def _due_on(step: LadderStep, today: date, act_by: date | None) -> date:
    """Working days from now, and never after the day by which one must act in court; at once where
    this day has passed."""
    due_on = after_business_days(today, step.days, METROPOLITAN_FRANCE)
    return min(due_on, max(act_by, today)) if act_by else due_on


def _facts() -> dict[LadderStep, Combinable | Q]:
    """What shows that a step was done. A step that is not here is ticked by hand."""
    review, incident = OuterRef("review"), OuterRef("review__incident")
    reported = Exists(PlatformReport.objects.filter(review=review))
    read = Qualification.objects.open().filter(passage__review=review)
    checked = OnlineCheck.objects.filter(review=review, answered_at__gte=OuterRef("opened_at"))
    signed = InactionDecision.objects.filter(review=review, closed_at=None)
    bailiff_came = Q(review__incident__bailiff_report_on__isnull=False)
    return {
        LadderStep.QUALIFY: Exists(read.exclude(label=Label.UNDETERMINED.value)),
        LadderStep.CAPTURE: Exists(
            Exhibit.objects.current().filter(Q(reviews=review) | Q(reviews=None), incident=incident)
        )
        | Exists(
            InformationRequest.objects.pending().filter(
                Q(review=review) | Q(review=None),
                incident=incident,
                kind=InformationRequest.Kind.FILE,
            )
        ),
        LadderStep.SECOND_READING: ~Exists(
            Qualification.objects.needing_second_reading().filter(passage__review=review)
        ),
        LadderStep.BAILIFF: _entrusted(Partner.Kind.BAILIFF) | bailiff_came,
        LadderStep.BAILIFF_DOSSIER: _compiled(Partner.Kind.BAILIFF) | bailiff_came,
        LadderStep.PLATFORM_RULES: reported,
        LadderStep.LAWYER_CHOICE: Exists(LawyerRequest.objects.filter(incident=incident)),
        LadderStep.ASSESSMENT: Exists(Assessment.objects.open().filter(review=review)),
        LadderStep.REPORT: reported,
        LadderStep.CORRECTION: reported,
        LadderStep.TECHNICAL: _entrusted(Partner.Kind.TECHNICAL),
        LadderStep.LAWYER: _entrusted(Partner.Kind.LAWYER),
        LadderStep.LAWYER_DOSSIER: _compiled(Partner.Kind.LAWYER),
        LadderStep.ONLINE_CHECK: Exists(checked),
        LadderStep.CLOSING: Q(review__incident__status=Status.CLOSED),
        LadderStep.DECISION: Exists(signed.filter(Q(needs_second=False) | ~Q(seconded_by=None)))
        | Exists(InterruptingAct.objects.open().filter(review=review)),
    }


def _entrusted(kind: Partner.Kind) -> Exists:
    return Exists(_missions(kind))


def _missions(kind: Partner.Kind) -> AssignmentQuerySet:
    """Those that this content is, or was, part of, and that were not declined."""
    held = Assignment.objects.exclude(state=Assignment.State.DECLINED)
    return held.filter(reviews=OuterRef("review"), kind=kind)


def _compiled(kind: Partner.Kind) -> Exists:
    """Its partner was made a dossier, whatever became of the mission but a refusal."""
    return Exists(_missions(kind).filter(partner__dossiers__incident=F("incident")))
