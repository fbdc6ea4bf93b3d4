from datetime import timedelta

import pytest

from apps.casework.exhibits.hand_in import hand_in
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    declared_incident,
    declared_review,
    png,
    taken_incident,
)

pytestmark = pytest.mark.django_db


def add(incident: Incident, width: int, *, at=MONDAY_MORNING) -> Exhibit:
    facts = {"kind": Exhibit.Kind.CAPTURE, "by": incident.practitioner.user, "at": at}
    return hand_in(incident, upload=png(size=(width, 40)), **facts)


def test_what_comes_later_is_numbered_and_recorded() -> None:
    incident = taken_incident(exhibits=1)
    exhibit = add(incident, 70)
    assert exhibit.number == 2
    assert incident.events.filter(kind=Kind.EXHIBIT_ADDED).count() == 1


def test_the_handler_has_one_letter_a_day_for_a_file() -> None:
    incident = taken_incident()
    for width in (70, 80):
        add(incident, width)
    assert Letter.objects.get(kind="exhibit_added").recipient == incident.handler
    add(incident, 90, at=MONDAY_MORNING + timedelta(days=1))
    assert Letter.objects.filter(kind="exhibit_added").count() == 2


def test_without_a_handler_nobody_is_written_to() -> None:
    add(declared_incident(), 70)
    assert not Letter.objects.filter(kind="exhibit_added").exists()


def test_with_a_single_content_it_proves_it_and_with_two_nothing_is_guessed() -> None:
    alone = declared_incident()
    assert list(add(alone, 70).reviews.all()) == list(alone.reviews.all())
    several = declared_incident(reviews=[declared_review(), declared_review(words="Un incapable.")])
    assert not add(several, 70).reviews.exists()
