from datetime import timedelta

import pytest

from apps.casework.access import can_work
from apps.casework.team.declare_absence import declare_absence
from apps.casework.team.end_absence import end_absence
from tests.factories import MONDAY_MORNING, handler, supervisor, taken_incident

pytestmark = pytest.mark.django_db


def test_back_sooner_the_files_are_the_handler_s_alone_again() -> None:
    sofia, karim, today = handler(), handler(), MONDAY_MORNING.date()
    incident = taken_incident(sofia)
    absence = declare_absence(
        sofia,
        substitute=karim,
        starts_on=today,
        ends_on=today + timedelta(days=9),
        by=supervisor(),
        at=MONDAY_MORNING,
    )
    assert can_work(karim, incident, today=today)
    end_absence(absence, at=MONDAY_MORNING)
    assert not can_work(karim, incident, today=today)
    later = end_absence(absence, at=MONDAY_MORNING + timedelta(days=1))
    assert later.ended_at == MONDAY_MORNING
