from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import incidents_for
from apps.casework.correspondence.write_message import write_message
from apps.casework.files.snooze import CannotSleep, snooze
from apps.casework.search.queue_facts import is_asleep
from apps.incidents.models import Incident
from apps.incidents.status import IllegalMove, WaitingOn
from apps.journal.kinds import Kind
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    declared_review,
    handler,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TODAY = localdate(MONDAY_MORNING)
WEDNESDAY = date(2026, 11, 25)


def put_aside(incident: Incident, until: date = WEDNESDAY, **fields: WaitingOn) -> Incident:
    return snooze(incident, until=until, by=incident.handler, at=MONDAY_MORNING, **fields)


def sleeps(incident: Incident, *, on: date = TODAY) -> bool:
    visible = incidents_for(incident.handler)
    return visible.filter(is_asleep(on), pk=incident.pk).exists()


def test_a_file_sleeps_until_its_day_and_the_journal_says_so() -> None:
    incident = put_aside(taken_incident())
    assert sleeps(incident)
    assert not sleeps(incident, on=WEDNESDAY)
    event = incident.events.get(kind=Kind.INCIDENT_SNOOZED)
    assert event.sentence == "Dossier mis en sommeil jusqu’au mercredi 25 novembre 2026."


def test_it_stays_asleep_when_an_answer_comes_unless_it_was_to_wake_it() -> None:
    stays = put_aside(taken_incident())
    wakes = put_aside(taken_incident(), awaited=WaitingOn.PRACTITIONER)
    for incident in (stays, wakes):
        write_message(incident, body="…", by=incident.practitioner.user, at=MONDAY_MORNING)
    assert sleeps(stays)
    assert not sleeps(wakes)


def test_it_never_sleeps_past_a_reminder_of_a_legal_date() -> None:
    incident = taken_incident()  # to be acted on before 1 February 2027: a rung on 3 December
    rung = date(2026, 12, 3)
    with pytest.raises(CannotSleep, match="jeudi 3 décembre 2026"):
        put_aside(incident, until=rung + timedelta(days=1))
    assert put_aside(incident, until=rung).snoozed_until == rung


def test_an_unknown_date_lets_it_sleep_one_night() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.unknown())])
    with pytest.raises(CannotSleep):
        put_aside(incident)
    assert put_aside(incident, until=TODAY + timedelta(days=1)).snoozed_until


def test_a_day_that_is_over_is_refused() -> None:
    with pytest.raises(CannotSleep, match="à venir"):
        put_aside(taken_incident(), until=TODAY)


def test_a_file_that_is_over_does_not_sleep() -> None:
    with pytest.raises(IllegalMove):
        put_aside(closed_incident())


def test_the_legal_dates_do_not_move() -> None:
    sofia: User = handler()
    incident = taken_incident(sofia)
    before = list(incident.deadlines.values_list("pk", "act_by", "closed_at"))
    put_aside(incident)
    assert list(incident.deadlines.values_list("pk", "act_by", "closed_at")) == before
