import pytest

from apps.casework.readings.reread import CannotReread, reread
from apps.casework.readings.sample import sample_of
from apps.incidents.models import NO_CLOCK, Incident, Rereading
from apps.incidents.status import Outcome, Status
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, closed_incident, supervisor, taken_incident

pytestmark = pytest.mark.django_db
SOUND, TO_REVIEW = Rereading.Result.SOUND, Rereading.Result.TO_REVIEW
MONTH = MONDAY_MORNING.date()


def closed_as_lawful() -> Incident:
    incident = taken_incident()
    Incident.objects.filter(pk=incident.pk).update(
        status=Status.CLOSED,
        outcome=Outcome.LAWFUL,
        closed_at=MONDAY_MORNING,
        act_by=None,
        queue_key=NO_CLOCK,
    )
    incident.refresh_from_db()
    return incident


def test_five_in_a_hundred_and_always_the_same() -> None:
    for _ in range(21):
        closed_as_lawful()
    first, second = sample_of(MONTH), sample_of(MONTH.replace(day=1))
    assert (first.closed, len(first.files)) == (21, 2)
    assert set(first.files) == set(second.files)


def test_what_ended_otherwise_or_in_another_month_is_not_drawn() -> None:
    closed_as_lawful()
    closed_incident()
    assert sample_of(MONTH).closed == 1
    assert sample_of(MONTH.replace(month=10)).closed == 0


def test_a_second_look_is_kept_and_the_first_one_stands() -> None:
    incident, boss = closed_as_lawful(), supervisor()
    reread(incident, result=SOUND, words="", by=boss, at=MONDAY_MORNING)
    reread(incident, result=TO_REVIEW, words="Autre avis.", by=boss, at=MONDAY_MORNING)
    assert incident.rereading.result == SOUND
    assert incident.events.filter(kind=Kind.INCIDENT_REREAD).count() == 1


def test_to_review_says_what() -> None:
    with pytest.raises(CannotReread, match="à revoir"):
        reread(closed_as_lawful(), result=TO_REVIEW, words=" ", by=supervisor(), at=MONDAY_MORNING)


def test_nobody_rereads_their_own_file_nor_one_outside_the_sample() -> None:
    incident = closed_as_lawful()
    with pytest.raises(CannotReread, match="une autre personne"):
        reread(incident, result=SOUND, words="", by=incident.handler, at=MONDAY_MORNING)
    with pytest.raises(CannotReread, match="échantillon"):
        reread(taken_incident(), result=SOUND, words="", by=supervisor(), at=MONDAY_MORNING)
