from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from apps.casework.readings.do_step import do_step
from apps.casework.readings.skip_step import StepRefused, skip_step
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.journal.sentences import told_to_practitioner
from apps.legal.playbook import LadderStep
from apps.legal.taxonomy import Label
from apps.remedies.models import PlaybookStep
from tests.factories import MONDAY_MORNING, ended, handler, qualified_incident

pytestmark = pytest.mark.django_db

LATER = MONDAY_MORNING + timedelta(hours=1)


def threat() -> PlaybookStep:
    """« Conseiller de prévenir la police », on a file that nothing else has touched."""
    incident = qualified_incident(label=Label.MENACES)
    return PlaybookStep.objects.get(review__incident=incident, code=LadderStep.POLICE)


def skipped(step: PlaybookStep, **more) -> PlaybookStep:
    facts = {"reason": "Déjà fait par le praticien.", "by": step.review.incident.handler}
    return skip_step(step, at=LATER, **{**facts, **more})


def test_a_step_is_set_aside_with_its_reason_its_author_and_its_moment() -> None:
    step = skipped(threat())
    assert (step.state, step.reason) == ("skipped", "Déjà fait par le praticien.")
    assert (step.settled_by, step.settled_at) == (step.review.incident.handler, LATER)
    assert step.closed_at is None


def test_history_says_which_step_and_not_why_and_the_practitioner_hears_nothing() -> None:
    step = skipped(threat())
    event = step.review.incident.events.get(kind=Kind.STEP_SKIPPED)
    assert event.data == {"review": 1, "step": "POLICE"}
    assert "Conseiller de prévenir la police" in event.sentence
    assert Kind.STEP_SKIPPED not in told_to_practitioner()


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_is_set_aside(reason: str) -> None:
    step = threat()
    with pytest.raises(StepRefused, match="Dites pourquoi"):
        skipped(step, reason=reason)
    step.refresh_from_db()
    assert step.state == "to_do"


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "skipped"},
        {"reason": "Un motif."},
        {"state": "done"},
        {"settled_at": LATER},
    ],
)
def test_the_database_holds_a_step_to_be_whole(wrong: dict[str, object]) -> None:
    step = threat()
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaybookStep.objects.filter(pk=step.pk).update(**wrong)


def test_sent_twice_it_is_one() -> None:
    step = threat()
    assert skipped(step) == skipped(step)
    assert step.review.incident.events.filter(kind=Kind.STEP_SKIPPED).count() == 1


def test_what_a_colleague_has_set_aside_or_done_stands() -> None:
    step, karim = threat(), handler(name="Karim Lefèvre")
    skipped(step, by=karim)
    with pytest.raises(StepRefused, match="déjà écartée, par Karim Lefèvre"):
        skipped(step)
    other = threat()
    do_step(other, by=karim, at=LATER)
    with pytest.raises(StepRefused, match="déjà faite, par Karim Lefèvre"):
        skipped(other)


def test_what_the_file_shows_done_cannot_be_set_aside() -> None:
    incident = qualified_incident(exhibits=1)
    step = PlaybookStep.objects.get(review__incident=incident, code=LadderStep.CAPTURE)
    with pytest.raises(StepRefused, match="Le dossier montre"):
        skipped(step)


def test_a_step_that_no_label_calls_for_any_more_cannot_be_set_aside() -> None:
    step = threat()
    PlaybookStep.objects.filter(pk=step.pk).update(closed_at=LATER)
    with pytest.raises(StepRefused, match="la qualification a changé"):
        skipped(step)


def test_on_a_closed_file_nothing_is_set_aside() -> None:
    step = threat()
    ended(step.review.incident)
    with pytest.raises(IllegalMove):
        skipped(step)
