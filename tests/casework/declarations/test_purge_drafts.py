from datetime import timedelta

import pytest

from apps.casework.declarations.purge_drafts import purge_drafts
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration, Incident
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    captured,
    declared_incident,
    started_declaration,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days", "left"), [(29, 1), (30, 0), (45, 0)])
def test_a_draft_lives_thirty_days_from_its_last_save(days: int, left: int) -> None:
    started_declaration(PractitionerFactory())
    purge_drafts(at=MONDAY_MORNING + timedelta(days=days))
    assert Declaration.objects.count() == left


def test_a_save_gives_it_thirty_days_more() -> None:
    saved_at = MONDAY_MORNING + timedelta(days=20)
    started_declaration(PractitionerFactory(), saved_at=saved_at)
    assert purge_drafts(at=MONDAY_MORNING + timedelta(days=40)) == 0
    assert purge_drafts(at=MONDAY_MORNING + timedelta(days=50)) == 1


def test_its_files_go_with_it_and_what_was_sent_stays() -> None:
    practitioner = PractitionerFactory()
    captured(started_declaration(practitioner))
    incident = declared_incident(practitioner, exhibits=2)
    assert purge_drafts(at=MONDAY_MORNING + timedelta(days=400)) == 1
    assert Declaration.objects.get() == incident.declaration
    assert Incident.objects.get().exhibits.count() == Exhibit.objects.count() == 2
