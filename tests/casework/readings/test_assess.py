from datetime import timedelta

import pytest

from apps.casework.readings.assess import assess
from apps.incidents.models import Assessment
from apps.incidents.status import IllegalMove
from tests.factories import MONDAY_MORNING, closed_incident, taken_incident

pytestmark = pytest.mark.django_db

FACTS = {"standing": "hospital", "provoked": "no", "facts": "Compte rendu du 3 mars."}


def test_what_the_lawyer_needs_is_kept_and_what_was_held_before_too() -> None:
    incident = taken_incident()
    review, by = incident.reviews.get(), incident.handler
    assess(review, facts=FACTS, by=by, at=MONDAY_MORNING)
    later = MONDAY_MORNING + timedelta(hours=1)
    assess(review, facts=FACTS | {"provoked": "yes"}, by=by, at=later)
    assert review.assessments.open().get().provoked == Assessment.Known.YES
    assert review.assessments.get(closed_at=later).provoked == Assessment.Known.NO


def test_the_same_facts_sent_twice_are_kept_once() -> None:
    incident = taken_incident()
    for _ in range(2):
        assess(incident.reviews.get(), facts=FACTS, by=incident.handler, at=MONDAY_MORNING)
    assert Assessment.objects.count() == 1


def test_a_closed_file_is_assessed_no_more() -> None:
    incident = closed_incident()
    with pytest.raises(IllegalMove):
        assess(incident.reviews.get(), facts=FACTS, by=incident.handler, at=MONDAY_MORNING)
