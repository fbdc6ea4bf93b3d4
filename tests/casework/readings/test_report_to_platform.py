from datetime import date

import pytest

from apps.casework.readings.report_to_platform import NotProved, report_to_platform
from apps.incidents.models import Incident
from apps.incidents.status import IllegalMove, Status, WaitingOn
from apps.remedies.models import PlatformReport
from tests.factories import (
    MONDAY_MORNING,
    attached,
    closed_incident,
    declared_review,
    requested_information,
    taken_incident,
)

pytestmark = pytest.mark.django_db


def report(incident: Incident, *, by=None, **about) -> PlatformReport:
    return report_to_platform(
        incident.reviews.get(number=1),
        reported_on=date(2026, 11, 23),
        by=by or incident.practitioner.user,
        at=MONDAY_MORNING,
        **about,
    )


def test_nothing_is_reported_before_it_is_proved() -> None:
    incident = taken_incident()
    with pytest.raises(NotProved, match="faire disparaître"):
        report(incident)
    assert not PlatformReport.objects.exists()


def test_a_reason_stands_for_the_proof_and_is_kept() -> None:
    made = report(taken_incident(), reason_without_proof="Menaces, urgence.")
    assert made.reason_without_proof == "Menaces, urgence."


@pytest.mark.parametrize(
    "proof", [{"exhibits": 1}, {"bailiff_report_on": date(2026, 11, 20)}], ids=["capture", "report"]
)
def test_a_capture_or_a_bailiff_s_report_is_a_proof(proof) -> None:
    made = report(taken_incident(**proof), reason_without_proof="inutile")
    assert made.reason_without_proof == ""


def test_an_exhibit_of_another_content_proves_nothing_here() -> None:
    incident = taken_incident(reviews=[declared_review(), declared_review()])
    attached(incident).reviews.add(incident.reviews.get(number=2))
    with pytest.raises(NotProved):
        report(incident)


def test_an_exhibit_that_was_withdrawn_proves_nothing_any_more() -> None:
    incident = taken_incident(exhibits=1)
    incident.exhibits.update(withdrawn_at=MONDAY_MORNING)
    with pytest.raises(NotProved):
        report(incident)


def test_reported_by_the_insurer_the_file_waits_for_the_platform() -> None:
    incident = taken_incident(exhibits=1)
    report(incident, by=incident.handler, reference="G-12")
    incident.refresh_from_db()
    assert (incident.status, incident.waiting_on) == (Status.IN_ACTION, WaitingOn.PLATFORM)


def test_reported_by_the_practitioner_nothing_else_moves() -> None:
    incident = taken_incident(exhibits=1)
    report(incident)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.HANDLER


def test_what_the_practitioner_owes_is_still_awaited() -> None:
    incident = taken_incident(exhibits=1)
    requested_information(incident)
    report(incident, by=incident.handler)
    incident.refresh_from_db()
    assert incident.waiting_on == WaitingOn.PRACTITIONER


def test_the_same_report_written_twice_is_one() -> None:
    incident = taken_incident(exhibits=1)
    assert report(incident) == report(incident)


def test_nothing_is_reported_on_a_file_that_is_over() -> None:
    with pytest.raises(IllegalMove):
        report(closed_incident(exhibits=1))
