from datetime import timedelta

import pytest

from apps.casework.files.reopen import reopen
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.deadlines.models import Deadline, InactionDecision
from apps.incidents.models import Incident
from apps.incidents.status import IllegalMove, Outcome, Status
from apps.legal.taxonomy import Label
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned, ended, qualified_incident, supervisor

pytestmark = pytest.mark.django_db
A_MONTH_LATER = MONDAY_MORNING + timedelta(days=30)


def again(incident: Incident) -> Incident:
    return reopen(incident, reason="Le contenu est revenu.", by=supervisor(), at=A_MONTH_LATER)


def dates(incident: Incident) -> list[tuple[object, ...]]:
    running = incident.deadlines.filter(closed_at=None).order_by("rule_code", "publication")
    return list(running.values_list("rule_code", "legal_last_day", "act_by"))


def test_a_reopened_file_keeps_its_number_and_its_dates_in_new_rows() -> None:
    incident = qualified_incident()
    number, before = incident.reference, dates(incident)
    rows = set(incident.deadlines.values_list("pk", flat=True))
    incident = again(ended(incident))
    assert (incident.reference, incident.status) == (number, Status.QUALIFIED)
    assert dates(incident) == before
    assert not rows & {d.pk for d in Deadline.objects.open().filter(incident=incident)}


def test_it_takes_its_place_in_the_queue_again() -> None:
    incident = qualified_incident()
    place = Incident.objects.get(pk=incident.pk).queue_key
    again(ended(incident))
    assert Incident.objects.get(pk=incident.pk).queue_key == place


def test_who_reopened_it_and_why_is_kept_and_the_practitioner_is_told() -> None:
    incident = again(ended(qualified_incident()))
    closing = incident.closings.get()
    assert (closing.reason, closing.closed_at) == ("Le contenu est revenu.", A_MONTH_LATER)
    assert Letter.objects.get(kind="incident_reopened").recipient == incident.practitioner.user
    assert incident.events.filter(kind="incident.reopened").exists()


def test_its_missions_stay_ended() -> None:
    mission = assigned()
    again(ended(mission.incident))
    mission.refresh_from_db()
    assert mission.closed_at == MONDAY_MORNING


def test_a_signed_decision_not_to_act_still_stands() -> None:
    incident = qualified_incident(label=Label.OPINION)
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.LAWFUL,
        words="Permis.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    again(ended(incident, outcome=Outcome.LAWFUL))
    assert not incident.deadlines.filter(closed_at=None, has_reminders=True).exists()


def test_it_can_be_closed_again() -> None:
    incident = ended(again(ended(qualified_incident())), at=A_MONTH_LATER)
    assert incident.closings.count() == 2


def test_an_open_file_is_not_reopened() -> None:
    with pytest.raises(IllegalMove, match="déjà ouvert"):
        again(qualified_incident())
