"""Two people at once, with real threads and real connections."""

from datetime import date
from functools import partial

import pytest

from apps.accounts.models import User
from apps.casework.correspondence.write_note import write_note
from apps.casework.deadlines.remind import remind
from apps.casework.declarations.declare import Circumstances, declare
from apps.casework.files.close import ChangedMeanwhile, Ending, close
from apps.casework.files.take import AlreadyTaken, take
from apps.casework.missions.assign import NotAllowed, assign
from apps.casework.readings.do_step import do_step
from apps.casework.readings.qualify import OverlappingPassages, ReadMeanwhile
from apps.casework.readings.skip_step import StepRefused, skip_step
from apps.correspondence.models import Note
from apps.incidents.models import Incident, Qualification
from apps.incidents.status import Outcome
from apps.journal.models import broken_links
from apps.legal.playbook import PLAYBOOKS, LadderStep
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.remedies.models import PlaybookStep
from tests.factories import (
    MONDAY_MORNING,
    PartnerFactory,
    PractitionerFactory,
    declared_incident,
    declared_review,
    handler,
    qualified_incident,
    read_as,
    started_declaration,
    taken_incident,
)
from tests.race import race

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(
    race,
    refused=(
        AlreadyTaken,
        ChangedMeanwhile,
        NotAllowed,
        OverlappingPassages,
        ReadMeanwhile,
        StepRefused,
    ),
)


def test_a_file_taken_by_two_people_at_once_has_one_handler() -> None:
    incident, people = declared_incident(), [handler(), handler(), handler()]
    results = at_once(*(lambda by=by: take(incident, by=by, at=MONDAY_MORNING) for by in people))
    assert sum(isinstance(result, AlreadyTaken) for result in results) == 2
    incident.refresh_from_db()
    assert incident.handler in people


def test_a_double_tap_on_send_makes_one_file() -> None:
    practitioner = PractitionerFactory()
    declaration = started_declaration(practitioner)

    def send() -> Incident:
        return declare(
            declaration,
            circumstances=Circumstances(practice_mode="liberal"),
            reviews=[declared_review()],
            by=practitioner.user,
            at=MONDAY_MORNING,
        )

    first, second = at_once(send, send)
    assert first == second
    assert Incident.objects.count() == 1


def test_references_drawn_at_once_are_all_different_and_leave_no_gap() -> None:
    practitioners = PractitionerFactory.create_batch(4)
    files = at_once(*(lambda p=p: declared_incident(p) for p in practitioners))
    assert sorted(file.reference[-6:] for file in files) == [f"{n:06}" for n in range(1, 5)]


def test_notes_written_at_once_are_all_kept_and_the_journal_does_not_fork() -> None:
    incident, people = declared_incident(), [handler() for _ in range(4)]

    def note(by: User) -> Note:
        return write_note(incident, body=f"De {by}.", by=by, at=MONDAY_MORNING)

    at_once(*(lambda by=by: note(by) for by in people))
    assert {note.body for note in incident.notes.all()} == {f"De {person}." for person in people}
    assert broken_links(incident) == []


def test_two_sweeps_at_once_tell_each_rung_once() -> None:
    window = Window.on_day(date(2026, 9, 10))
    incident = taken_incident(reviews=[declared_review(window=window) for _ in range(5)])

    def sweep() -> int:
        return remind(at=MONDAY_MORNING)

    assert sum(at_once(sweep, sweep, sweep)) == 5
    letters = Letter.objects.filter(kind="deadline_reminder", recipient=incident.handler)
    assert letters.count() == 5


def test_two_missions_of_the_same_kind_proposed_at_once_give_one() -> None:
    incident = qualified_incident()
    offices = [PartnerFactory(), PartnerFactory()]
    results = at_once(
        *(
            lambda office=office: assign(
                incident,
                partner=office,
                instructions="Constater.",
                reply_by=MONDAY_MORNING.date(),
                visible_until=MONDAY_MORNING.date(),
                reviews=incident.reviews.all(),
                exhibits=[],
                by=incident.handler,
                at=MONDAY_MORNING,
            )
            for office in offices
        )
    )
    assert sum(isinstance(result, NotAllowed) for result in results) == 1
    assert incident.assignments.count() == 1


@pytest.mark.parametrize(("end", "seen"), [(50, []), (40, None)])
def test_two_readings_of_the_same_words_at_once_leave_one_and_tell_the_other(
    end: int, seen: list[int] | None
) -> None:
    review = taken_incident().reviews.get()

    def read(label: Label, until: int) -> Qualification:
        return read_as(review, label, end=until, by=handler(), seen=seen)

    results = at_once(lambda: read(Label.DIFF_PUB, 50), lambda: read(Label.INJ_PUB, end))
    assert sum(isinstance(one, OverlappingPassages | ReadMeanwhile) for one in results) == 1
    assert Qualification.objects.count() == 1


def test_two_closings_at_once_are_one_and_the_other_is_told_of_it() -> None:
    incident = taken_incident()
    review = incident.reviews.get()
    outcomes = [Outcome.REMOVED_BY_AUTHOR, Outcome.REMOVED_BY_PLATFORM]
    results = at_once(
        *(
            lambda outcome=outcome: close(
                incident,
                endings=[Ending(review, outcome, reason="Constaté en ligne.")],
                words=outcome.label,
                by=incident.handler,
                at=MONDAY_MORNING,
            )
            for outcome in outcomes
        )
    )
    (told,) = [result for result in results if isinstance(result, ChangedMeanwhile)]
    (closing,) = [result for result in results if result is not told]
    incident.refresh_from_db()
    assert (incident.outcome, incident.closing_words) == (closing.outcome, closing.words)
    assert closing.get_outcome_display() in str(told)
    assert Letter.objects.filter(kind="incident_closed").count() == 1


def test_a_step_set_aside_twice_and_ticked_at_once_is_settled_once_and_the_others_are_told() -> (
    None
):
    incident = qualified_incident(label=Label.MENACES)
    step = PlaybookStep.objects.get(review__incident=incident, code=LadderStep.POLICE)
    results = at_once(
        lambda: skip_step(step, reason="Fait.", by=handler(), at=MONDAY_MORNING),
        lambda: skip_step(step, reason="Inutile.", by=handler(), at=MONDAY_MORNING),
        lambda: do_step(step, by=handler(), at=MONDAY_MORNING),
    )
    assert sum(isinstance(result, StepRefused) for result in results) == 2
    step.refresh_from_db()
    [winner] = [result for result in results if isinstance(result, PlaybookStep)]
    assert (step.state, step.reason, step.settled_by) == (
        winner.state,
        winner.reason,
        winner.settled_by,
    )
    assert incident.events.filter(kind__startswith="step.").count() == 1


def test_two_labels_at_once_open_each_step_of_a_content_once() -> None:
    review = taken_incident().reviews.get()

    def read(label: Label, start: int, end: int) -> Qualification:
        return read_as(review, label, start=start, end=end, by=handler())

    at_once(lambda: read(Label.DIFF_PUB, 0, 50), lambda: read(Label.INJ_PUB, 50, 57))
    codes = list(review.playbook_steps.values_list("code", flat=True))
    assert sorted(codes) == sorted(PLAYBOOKS[Label.DIFF_PUB].steps)
