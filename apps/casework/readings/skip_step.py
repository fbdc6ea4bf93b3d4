from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.refusals import Refused
from apps.remedies.models import PlaybookStep

from .ladder import with_facts


class StepRefused(Refused):
    """A step that is no longer to do, or set aside without a word."""


@transaction.atomic
def skip_step(step: PlaybookStep, *, reason: str, by: User, at: datetime) -> PlaybookStep:
    """Set a step of the playbook aside, saying why. Internal: nobody outside reads the reason.

    Sent twice, it is one. Raises `StepRefused` without a reason, or when the step is done, set
    aside by somebody else, or no longer on the ladder; `IllegalMove` when the file is closed.
    """
    incident = step.review.locked_incident()
    if not reason.strip():
        raise StepRefused("Dites pourquoi cette démarche est écartée.")
    step = as_it_stands(step)
    sent_before = (step.state, step.reason, step.settled_by) == (
        PlaybookStep.State.SKIPPED,
        reason,
        by,
    )
    if sent_before:
        return step
    check_to_do(step)
    step.settle(PlaybookStep.State.SKIPPED, by=by, at=at, reason=reason)
    record(
        Kind.STEP_SKIPPED,
        incident=incident,
        actor=by,
        at=at,
        review=step.review.number,
        step=step.code,
    )
    return step


def as_it_stands(step: PlaybookStep) -> PlaybookStep:
    """The step as it stands once its file is locked."""
    rows = PlaybookStep.objects.select_related("review", "settled_by")
    return with_facts(rows, of=[step.step]).get(pk=step.pk)


def check_to_do(step: PlaybookStep) -> None:
    """Raise `StepRefused` unless this step, read `with_facts`, is still to do."""
    if step.settled_by:
        raise StepRefused(
            f"Cette démarche est déjà {step.get_state_display()}, par {step.settled_by}. Rien "
            "n’a été changé."
        )
    if step.happened:
        raise StepRefused("Le dossier montre que cette démarche est déjà faite.")
    if step.closed_at:
        raise StepRefused("Cette démarche n’est plus à faire\u00a0: la qualification a changé.")
