import pytest

from apps.casework.exhibits.replace_exhibit import replace_exhibit
from apps.casework.exhibits.withdraw_exhibit import NoLongerCurrent
from apps.exhibits.models import Exhibit
from apps.exhibits.refusals import RefusedFile
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, png, qualified_incident

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident() -> Incident:
    return qualified_incident(exhibits=2)


def replace(exhibit: Exhibit, width: int = 700) -> Exhibit:
    by = exhibit.incident.practitioner.user
    return replace_exhibit(exhibit, upload=png(size=(width, 40)), by=by, at=MONDAY_MORNING)


def test_the_new_one_proves_the_same_and_the_old_one_stays(incident: Incident) -> None:
    old = incident.exhibits.get(number=1)
    old.reviews.set(incident.reviews.all())
    old.passages.set(incident.reviews.get().passages.all())
    new = replace(old)
    old.refresh_from_db()
    assert (new.number, old.replaced_by, old.number) == (3, new, 1)
    assert list(new.passages.all()) == list(old.passages.all())
    assert [exhibit.number for exhibit in incident.exhibits.current()] == [2, 3]
    said = incident.events.get(kind=Kind.EXHIBIT_REPLACED).sentence
    assert said == "Pièce n° 1 remplacée par la pièce n° 3."


def test_it_is_not_replaced_twice(incident: Incident) -> None:
    old = incident.exhibits.get(number=1)
    replace(old)
    old.refresh_from_db()
    with pytest.raises(NoLongerCurrent):
        replace(old, 800)


def test_an_exhibit_of_the_file_does_not_replace_another(incident: Incident) -> None:
    with pytest.raises(RefusedFile, match="déjà la pièce n°\u00a02"):
        replace(incident.exhibits.get(number=1), 61)
