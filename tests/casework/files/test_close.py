from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from apps.assignments.models import Assignment
from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.complain import complain
from apps.casework.exhibits.attach import attach
from apps.casework.files.close import (
    ChangedMeanwhile,
    ClockStillRunning,
    ComplaintOpen,
    Ending,
    NotLawful,
    OutcomeMissing,
    close,
)
from apps.casework.files.closing_facts import state_of
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.casework.readings.record_online_check import record_online_check
from apps.casework.readings.second_inaction import second_inaction
from apps.deadlines.models import Deadline, InactionDecision
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.incidents.status import IllegalMove, Outcome, Status
from apps.legal.taxonomy import Label
from apps.mailbox.models import Letter
from apps.remedies.models import ContentOutcome
from apps.vocabulary.presence import Presence
from tests.factories import (
    MONDAY_MORNING,
    assigned,
    declared_incident,
    declared_review,
    ended,
    handler,
    png,
    qualified_incident,
    requested_information,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
ENDS = (
    Outcome.REMOVED_BY_PLATFORM,
    Outcome.REMOVED_BY_AUTHOR,
    Outcome.PAGE_DELETED,
    Outcome.COURT_DECISION,
)


def end(incident: Incident, *endings: Ending, **fields: object):
    facts = {"words": "Fin.", "by": incident.handler or handler(), "at": MONDAY_MORNING}
    return close(incident, endings=endings, **{**facts, **fields})


def test_closing_ends_clocks_and_missions_and_tells_everybody() -> None:
    assignment = assigned()
    incident = ended(assignment.incident)
    assert (incident.status, incident.outcome) == (Status.CLOSED, Outcome.REMOVED_BY_AUTHOR)
    assert Deadline.objects.driving(incident) is None
    assignment.refresh_from_db()
    assert assignment.state == Assignment.State.ENDED
    assert Letter.objects.get(kind="incident_closed").recipient == incident.practitioner.user
    told = Letter.objects.get(kind="mission_ended")
    assert told.recipient == assignment.partner.members.get()


def test_the_dates_of_a_closed_file_are_kept_as_they_were() -> None:
    incident = assigned().incident
    before = list(incident.deadlines.values_list("pk", "act_by"))
    ended(incident)
    assert list(incident.deadlines.values_list("pk", "act_by")) == before


def test_a_file_that_nobody_has_taken_cannot_be_closed() -> None:
    with pytest.raises(IllegalMove):
        ended(declared_incident())


def test_a_file_with_a_complaint_about_it_stays_open_until_the_answer() -> None:
    incident = taken_incident()
    complaint = complain(
        incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING
    )
    with pytest.raises(ComplaintOpen, match="samedi 23 janvier 2027"):
        ended(incident)
    incident.refresh_from_db()
    assert incident.is_open
    answer_complaint(complaint, answer="Voici.", by=supervisor(), at=MONDAY_MORNING)
    assert not ended(incident).is_open


def test_a_complaint_about_something_else_keeps_no_file_open() -> None:
    incident = taken_incident()
    other = taken_incident(practitioner=incident.practitioner)
    for about in (other, None):
        complain(incident.practitioner, words="Trop lent.", incident=about, at=MONDAY_MORNING)
    assert not ended(incident).is_open


def test_closed_twice_the_second_is_told_who_has_closed_it() -> None:
    incident = ended(taken_incident(handler(name="Sofia Renard")))
    with pytest.raises(ChangedMeanwhile, match="Sofia Renard a déjà clos"):
        ended(incident, outcome=Outcome.ADVISED)
    incident.refresh_from_db()
    assert incident.outcome == Outcome.REMOVED_BY_AUTHOR


@pytest.mark.parametrize("outcome", [one for one in Outcome if one not in {*ENDS, Outcome.LAWFUL}])
def test_a_content_that_can_still_be_sued_for_is_not_closed_without_a_decision(
    outcome: Outcome,
) -> None:
    incident = qualified_incident()
    with pytest.raises(ClockStillRunning, match="décision de ne pas agir"):
        ended(incident, outcome=outcome)
    incident.refresh_from_db()
    assert incident.is_open
    assert Deadline.objects.driving(incident)


@pytest.mark.parametrize("outcome", Outcome)
def test_no_outcome_goes_without_a_proof_or_a_reason(outcome: Outcome) -> None:
    incident = qualified_incident(label=Label.OPINION)
    with pytest.raises(OutcomeMissing, match="preuve"):
        end(incident, Ending(incident.reviews.get(), outcome, reason=" "))


@pytest.mark.parametrize("outcome", Outcome)
def test_a_closed_file_never_has_an_open_clock(outcome: Outcome) -> None:
    incident = ended(qualified_incident(label=Label.OPINION), outcome=outcome)
    assert not incident.deadlines.filter(closed_at=None).exists()


def test_the_database_refuses_a_closed_file_with_a_running_clock() -> None:
    incident = ended(qualified_incident())
    with pytest.raises(IntegrityError, match="incident_closed_has_no_clock"), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(queue_key="1-2027-01-01")


def test_the_database_refuses_an_outcome_that_nothing_supports() -> None:
    incident = ended(qualified_incident())
    outcome = ContentOutcome.objects.get(review__incident=incident)
    with (
        pytest.raises(IntegrityError, match="content_outcome_has_proof_or_reason"),
        transaction.atomic(),
    ):
        ContentOutcome.objects.filter(pk=outcome.pk).update(reason="")


def test_every_content_must_have_its_outcome() -> None:
    incident = taken_incident(reviews=[declared_review(), declared_review()])
    first = incident.reviews.get(number=1)
    with pytest.raises(OutcomeMissing, match="chaque contenu"):
        end(incident, Ending(first, Outcome.REMOVED_BY_AUTHOR, reason="Vu."))


def test_the_file_bears_the_outcome_that_is_settled_least() -> None:
    incident = qualified_incident(
        label=Label.OPINION, reviews=[declared_review(), declared_review()]
    )
    first, second = incident.reviews.order_by("number")
    closing = end(
        incident,
        Ending(first, Outcome.LAWFUL, reason="Permis."),
        Ending(second, Outcome.REMOVED_BY_PLATFORM, reason="Vu."),
    )
    assert closing.outcome == Outcome.LAWFUL


def test_an_exhibit_or_a_check_that_saw_the_removal_proves_it() -> None:
    incident = taken_incident(reviews=[declared_review(), declared_review()])
    first, second = incident.reviews.order_by("number")
    letter = attach(
        incident, upload=png(), kind=Exhibit.Kind.OTHER, by=incident.handler, at=MONDAY_MORNING
    )
    seen = record_online_check(
        second, presence=Presence.REMOVED, by=incident.handler, at=MONDAY_MORNING
    )
    end(
        incident,
        Ending(first, Outcome.REMOVED_BY_PLATFORM, exhibit=letter),
        Ending(second, Outcome.REMOVED_BY_AUTHOR, online_check=seen),
    )
    assert ContentOutcome.objects.filter(exhibit=letter, review=first).exists()


def test_a_check_that_found_it_online_proves_no_removal() -> None:
    incident = taken_incident()
    review = incident.reviews.get()
    seen = record_online_check(
        review, presence=Presence.ONLINE, by=incident.handler, at=MONDAY_MORNING
    )
    with pytest.raises(OutcomeMissing, match="ne constate pas son retrait"):
        end(incident, Ending(review, Outcome.REMOVED_BY_AUTHOR, online_check=seen))


def test_a_signed_decision_not_to_act_lets_the_file_be_closed() -> None:
    incident = qualified_incident()
    decision = decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    with pytest.raises(ClockStillRunning):
        ended(incident, outcome=Outcome.ADVISED)
    second_inaction(decision, by=supervisor(), at=MONDAY_MORNING)
    assert not ended(incident, outcome=Outcome.ADVISED).is_open


def test_a_content_read_as_an_offence_does_not_end_as_lawful() -> None:
    incident = qualified_incident(label=Label.INJ_PUB)
    with pytest.raises(NotLawful, match="Changez d’abord cette orientation"):
        ended(incident, outcome=Outcome.LAWFUL)


@pytest.mark.parametrize("outcome", [Outcome.TIME_BARRED, Outcome.REFUSED, Outcome.ADVISED])
def test_an_offence_whose_term_lapsed_is_not_closed_by_one_person(outcome: Outcome) -> None:
    incident = qualified_incident(label=Label.INJ_PUB)
    later = MONDAY_MORNING + timedelta(days=120)
    with pytest.raises(ClockStillRunning, match="signée à deux"):
        ended(incident, outcome=outcome, at=later)
    decision = decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.TIME_BARRED,
        words="Le délai est passé.",
        by=incident.handler,
        at=later,
    )
    second_inaction(decision, by=supervisor(), at=later)
    assert not ended(incident, outcome=outcome, at=later).is_open


def test_lawful_words_whose_term_lapsed_are_closed_by_one_person() -> None:
    incident = qualified_incident(label=Label.OPINION)
    later = MONDAY_MORNING + timedelta(days=120)
    assert not ended(incident, outcome=Outcome.LAWFUL, at=later).is_open


def test_what_was_still_asked_is_withdrawn() -> None:
    incident = taken_incident()
    (asked,) = requested_information(incident)
    ended(incident)
    asked.refresh_from_db()
    assert asked.withdrawn_at == MONDAY_MORNING


def test_the_letter_says_how_each_content_ended_and_until_when_one_may_act() -> None:
    incident = qualified_incident()
    act_by = Deadline.objects.driving(incident).act_by
    ended(incident)
    said = Letter.objects.get(kind="incident_closed").data
    assert said == {
        "contents": [[1, "removed_by_author"]],
        "act_by": act_by.isoformat(),
        "possible_until": None,
    }


@pytest.mark.parametrize(
    ("outcome", "purge_on"),
    [
        (Outcome.ADVISED, date(2027, 11, 23)),
        (Outcome.LAWFUL, date(2028, 11, 23)),
        (Outcome.REMOVED_BY_AUTHOR, date(2031, 11, 23)),
    ],
)
def test_how_long_it_is_kept_follows_from_how_it_ended(outcome: Outcome, purge_on: date) -> None:
    incident = ended(qualified_incident(label=Label.OPINION), outcome=outcome)
    assert incident.closings.get().purge_on == purge_on


def test_it_is_held_for_a_reason() -> None:
    incident = taken_incident()
    review = incident.reviews.get()
    ending = Ending(review, Outcome.REMOVED_BY_AUTHOR, reason="Vu.")
    assert end(incident, ending, hold_reason="Procédure pendante.").hold_reason


def test_a_file_changed_since_it_was_read_is_not_closed() -> None:
    incident = taken_incident(handler(name="Karim Haddad"))
    review, seen = incident.reviews.get(), state_of(incident)
    ending = Ending(review, Outcome.REMOVED_BY_AUTHOR, reason="Vu.")
    requested_information(incident, at=MONDAY_MORNING + timedelta(minutes=5))
    with pytest.raises(ChangedMeanwhile, match="Karim Haddad a changé ce dossier"):
        end(incident, ending, seen=seen)
    assert not end(incident, ending, seen=state_of(incident)).closed_at
