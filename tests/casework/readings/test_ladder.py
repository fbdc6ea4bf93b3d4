"""Which steps a content calls for, on which day, and what the file shows done by itself."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from apps.assignments.models import LawyerRequest
from apps.casework.correspondence.withdraw_request import withdraw_request
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.casework.files.reopen import reopen
from apps.casework.missions.compile import compile
from apps.casework.missions.decline import decline
from apps.casework.missions.request_lawyer import request_lawyer
from apps.casework.readings.assess import assess
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.casework.readings.do_step import do_step
from apps.casework.readings.ladder import to_do, with_facts
from apps.casework.readings.qualify import qualify
from apps.casework.readings.record_online_check import record_online_check
from apps.casework.readings.report_to_platform import report_to_platform
from apps.casework.readings.second_reading import second_reading
from apps.casework.readings.skip_step import skip_step
from apps.deadlines.models import Deadline, InactionDecision
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Qualification
from apps.legal.playbook import PLAYBOOKS, LadderStep
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.remedies.models import PlaybookStep
from apps.vocabulary.presence import Presence
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    acted,
    assigned,
    attached,
    declared_review,
    ended,
    qualified_incident,
    requested_information,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db

LATER = MONDAY_MORNING + timedelta(hours=1)


def ladder(incident: Incident) -> dict[str, PlaybookStep]:
    """The steps in force of the first content, by their code."""
    rows = with_facts(PlaybookStep.objects.open().filter(review__incident=incident))
    return {row.code: row for row in rows.filter(review__number=1)}


def left(incident: Incident) -> list[str]:
    return [row.code for row in to_do(PlaybookStep.objects.filter(review__incident=incident))]


def read_again(incident: Incident, label: Label, *, start: int = 0, end: int = 50) -> None:
    qualify(
        incident.reviews.get(number=1),
        start=start,
        end=end,
        label=label,
        reason="Relu.",
        by=incident.handler,
        at=LATER,
    )


# --- What the labels open ------------------------------------------------------------------------


@pytest.mark.parametrize("label", Label)
def test_a_label_opens_the_steps_of_its_playbook(label: Label) -> None:
    incident = qualified_incident(label=label)
    assert set(ladder(incident)) == set(PLAYBOOKS[label].steps)


def test_a_content_that_nobody_has_read_has_no_step() -> None:
    assert not ladder(taken_incident())


def test_a_step_is_due_in_working_days_from_its_opening() -> None:
    steps = ladder(qualified_incident())
    assert steps[LadderStep.CAPTURE].due_on == date(2026, 11, 24)
    assert steps[LadderStep.REPORT].due_on == date(2026, 11, 30)
    assert steps[LadderStep.DECISION].due_on == date(2026, 12, 14)


def test_no_step_is_due_after_the_day_by_which_one_must_act() -> None:
    near = declared_review(window=Window.on_day(date(2026, 8, 28)))
    incident = qualified_incident(reviews=[near])
    act_by = Deadline.objects.driving(incident).act_by
    assert act_by == date(2026, 11, 27)
    steps = ladder(incident)
    assert steps[LadderStep.DECISION].due_on == act_by
    assert steps[LadderStep.CAPTURE].due_on == date(2026, 11, 24)


def test_all_is_due_at_once_while_the_law_leaves_a_day_after_the_one_to_act_by() -> None:
    last_day = declared_review(window=Window.on_day(date(2026, 8, 23)))
    steps = ladder(qualified_incident(reviews=[last_day]))
    assert {step.due_on for step in steps.values()} == {MONDAY_MORNING.date()}


@pytest.mark.parametrize(
    "window", [Window.unknown(), Window.on_day(date(2026, 6, 1))], ids=["unknown", "past"]
)
def test_an_unknown_or_a_past_date_leaves_the_days_of_the_steps_alone(window: Window) -> None:
    steps = ladder(qualified_incident(reviews=[declared_review(window=window)]))
    assert steps[LadderStep.DECISION].due_on == date(2026, 12, 14)


def test_a_step_moves_no_legal_date() -> None:
    incident = taken_incident()
    before = list(incident.deadlines.open().values_list("pk", "act_by"))
    read_again(incident, Label.DIFF_PUB)
    assert list(incident.deadlines.open().values_list("pk", "act_by")) == before


def test_the_technical_provider_is_a_step_of_those_who_have_the_option() -> None:
    covered = qualified_incident(label=Label.FAUX_AVIS)
    assert LadderStep.TECHNICAL in ladder(covered)
    doctor = PractitionerFactory(contract__has_ereputation_assistance=False)
    bare = qualified_incident(label=Label.FAUX_AVIS, practitioner=doctor)
    assert LadderStep.TECHNICAL not in ladder(bare)


def test_each_content_has_its_own_ladder() -> None:
    incident = qualified_incident(reviews=[declared_review(), declared_review()])
    second = incident.reviews.get(number=2)
    assert not second.playbook_steps.exists()


# --- When the label changes ----------------------------------------------------------------------


def test_the_same_reading_sent_twice_opens_nothing_twice() -> None:
    incident = qualified_incident()
    before = set(PlaybookStep.objects.values_list("pk", flat=True))
    read_again(incident, Label.DIFF_PUB)
    assert set(PlaybookStep.objects.values_list("pk", flat=True)) == before


def test_another_label_closes_only_what_was_still_to_do_and_keeps_what_is_common() -> None:
    incident = qualified_incident(label=Label.MENACES)
    steps = ladder(incident)
    do_step(steps[LadderStep.POLICE], by=incident.handler, at=MONDAY_MORNING)
    skip_step(steps[LadderStep.BAILIFF], reason="Retiré.", by=incident.handler, at=MONDAY_MORNING)
    read_again(incident, Label.DIFF_PUB)
    after = ladder(incident)
    assert after[LadderStep.POLICE].state == PlaybookStep.State.DONE
    assert after[LadderStep.BAILIFF].pk == steps[LadderStep.BAILIFF].pk
    assert after[LadderStep.BAILIFF].state == PlaybookStep.State.SKIPPED
    assert after[LadderStep.CAPTURE].pk == steps[LadderStep.CAPTURE].pk
    assert LadderStep.COMPLAINT not in after
    assert LadderStep.ASSESSMENT in after
    steps[LadderStep.COMPLAINT].refresh_from_db()
    assert steps[LadderStep.COMPLAINT].closed_at == LATER


def test_what_the_file_shows_done_is_never_lost() -> None:
    incident = qualified_incident(exhibits=1)
    report_to_platform(
        incident.reviews.get(),
        reported_on=MONDAY_MORNING.date(),
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    read_again(incident, Label.OPINION)
    after = ladder(incident)
    assert after[LadderStep.REPORT].happened
    assert LadderStep.LAWYER not in after


def test_a_second_passage_adds_its_steps() -> None:
    incident = qualified_incident()
    read_again(incident, Label.MENACES, start=50, end=57)
    assert {LadderStep.ASSESSMENT, LadderStep.POLICE} <= set(ladder(incident))


# --- What the file shows done by itself ----------------------------------------------------------


def _capture(incident: Incident) -> None:
    attached(incident, kind=Exhibit.Kind.CAPTURE)


def _ask_for_it(incident: Incident) -> None:
    requested_information(incident, "file")


def _mission(kind: Partner.Kind) -> Callable[[Incident], None]:
    return lambda incident: assigned(kind, incident=incident) and None


def _dossier(kind: Partner.Kind) -> Callable[[Incident], None]:
    def make(incident: Incident) -> None:
        compile(assigned(kind, incident=incident), by=incident.handler, at=LATER)

    return make


def _report(incident: Incident) -> None:
    report_to_platform(
        incident.reviews.get(),
        reported_on=LATER.date(),
        by=incident.handler,
        at=LATER,
        reason_without_proof="Urgent.",
    )


def _check(incident: Incident) -> None:
    record_online_check(
        incident.reviews.get(), presence=Presence.ONLINE, by=incident.handler, at=LATER
    )


def _lawyer_choice(incident: Incident) -> None:
    request_lawyer(
        incident, choice=LawyerRequest.Choice.PROPOSAL, by=incident.practitioner.user, at=LATER
    )


def _assess(incident: Incident) -> None:
    assess(incident.reviews.get(), facts={"target": "person"}, by=incident.handler, at=LATER)


def _refuse(incident: Incident) -> None:
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.REFUSED,
        words="Le sociétaire refuse.",
        by=incident.handler,
        at=LATER,
    )
    InactionDecision.objects.update(seconded_by=supervisor(), seconded_at=LATER)


def _sue(incident: Incident) -> None:
    acted(incident.reviews.get(), done_on=MONDAY_MORNING.date(), done_by="Me Roy", at=LATER)


def _second_person(incident: Incident) -> None:
    second_reading(
        Qualification.objects.open().get(),
        label=Label.DIFF_PUB_AGG,
        reason="Confirmé.",
        by=supervisor(),
        at=LATER,
    )


def _read(incident: Incident) -> None:
    read_again(incident, Label.DIFF_PUB)


PRESS, LAWYER, BAILIFF = Label.DIFF_PUB, Partner.Kind.LAWYER, Partner.Kind.BAILIFF


@pytest.mark.parametrize(
    ("label", "step", "act"),
    [
        (PRESS, LadderStep.CAPTURE, _capture),
        (PRESS, LadderStep.CAPTURE, _ask_for_it),
        (PRESS, LadderStep.BAILIFF, _mission(BAILIFF)),
        (PRESS, LadderStep.BAILIFF_DOSSIER, _dossier(BAILIFF)),
        (PRESS, LadderStep.LAWYER_CHOICE, _lawyer_choice),
        (PRESS, LadderStep.ASSESSMENT, _assess),
        (PRESS, LadderStep.REPORT, _report),
        (PRESS, LadderStep.LAWYER, _mission(LAWYER)),
        (PRESS, LadderStep.LAWYER_DOSSIER, _dossier(LAWYER)),
        (PRESS, LadderStep.ONLINE_CHECK, _check),
        (PRESS, LadderStep.DECISION, _refuse),
        (PRESS, LadderStep.DECISION, _sue),
        (Label.FACTUAL_ERROR, LadderStep.CORRECTION, _report),
        (Label.OPINION, LadderStep.PLATFORM_RULES, _report),
        (Label.FAUX_AVIS, LadderStep.TECHNICAL, _mission(Partner.Kind.TECHNICAL)),
        (Label.DIFF_PUB_AGG, LadderStep.SECOND_READING, _second_person),
        (Label.UNDETERMINED, LadderStep.QUALIFY, _read),
    ],
)
def test_the_verb_that_does_a_step_is_enough(
    label: Label, step: LadderStep, act: Callable[[Incident], None]
) -> None:
    incident = qualified_incident(label=label)
    assert step in left(incident)
    act(incident)
    assert step not in left(incident)
    assert ladder(incident)[step].happened


def test_a_report_of_the_bailiff_made_before_the_declaration_is_enough() -> None:
    incident = qualified_incident(bailiff_report_on=date(2026, 11, 20))
    assert not {LadderStep.BAILIFF, LadderStep.BAILIFF_DOSSIER} & set(left(incident))


def test_a_mission_that_is_declined_is_to_give_again_with_its_dossier() -> None:
    incident = qualified_incident(exhibits=1)
    mission = assigned(incident=incident)
    compile(mission, by=incident.handler, at=MONDAY_MORNING)
    decline(mission, reason="Absent.", by=mission.partner.members.get(), at=LATER)
    assert {LadderStep.BAILIFF, LadderStep.BAILIFF_DOSSIER} <= set(left(incident))


def test_a_capture_that_is_withdrawn_or_no_longer_asked_is_to_get_again() -> None:
    incident = qualified_incident()
    [asked] = requested_information(incident, "file")
    withdraw_request(asked, by=incident.handler, at=LATER)
    assert LadderStep.CAPTURE in left(incident)
    exhibit = attached(incident, kind=Exhibit.Kind.CAPTURE)
    withdraw_exhibit(
        exhibit, reason=Exhibit.Withdrawal.WRONG_FILE, by=incident.practitioner.user, at=LATER
    )
    assert LadderStep.CAPTURE in left(incident)


def test_a_look_from_before_the_qualification_is_too_old() -> None:
    incident = taken_incident()
    record_online_check(
        incident.reviews.get(),
        presence=Presence.ONLINE,
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    read_again(incident, Label.DIFF_PUB)
    assert LadderStep.ONLINE_CHECK in left(incident)


def test_a_decision_that_waits_for_its_second_signature_is_not_one() -> None:
    incident = qualified_incident()
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Trop faible.",
        by=incident.handler,
        at=LATER,
    )
    assert LadderStep.DECISION in left(incident)


# --- Closing and reopening -----------------------------------------------------------------------


def test_closing_the_file_closes_what_remains_and_keeps_what_was_done() -> None:
    incident = qualified_incident(label=Label.OPINION)
    do_step(ladder(incident)[LadderStep.ADVICE], by=incident.handler, at=MONDAY_MORNING)
    ended(incident, at=LATER)
    rows = PlaybookStep.objects.filter(review__incident=incident)
    assert set(rows.open().values_list("code", flat=True)) == {
        LadderStep.ADVICE,
        LadderStep.CLOSING,
    }
    assert [row.code for row in rows.filter(closed_at=LATER)] == [LadderStep.PLATFORM_RULES]
    assert {row.code for row in rows.on_the_ladder()} == set(PLAYBOOKS[Label.OPINION].steps)
    assert not left(incident)


def test_a_file_that_is_opened_again_has_its_steps_again_with_new_days() -> None:
    incident = qualified_incident(label=Label.OPINION)
    do_step(ladder(incident)[LadderStep.ADVICE], by=incident.handler, at=MONDAY_MORNING)
    ended(incident, at=LATER)
    a_month_later = MONDAY_MORNING + timedelta(days=30)
    reopen(incident, reason="Revenu.", by=incident.handler, at=a_month_later)
    steps = ladder(incident)
    assert steps[LadderStep.ADVICE].state == PlaybookStep.State.DONE
    assert set(left(incident)) == {LadderStep.PLATFORM_RULES, LadderStep.CLOSING}
    assert steps[LadderStep.PLATFORM_RULES].due_on > a_month_later.date()
