import pytest

from apps.casework.exhibits.link_exhibit import link_exhibit
from apps.casework.exhibits.withdraw_exhibit import NoLongerCurrent, withdraw_exhibit
from apps.exhibits.coverage import contents_covered, passages_covered
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, declared_review, qualified_incident

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident() -> Incident:
    """Two contents, one labelled passage, one capture linked to nothing."""
    incident = qualified_incident(
        reviews=[declared_review(), declared_review(words="Un incapable.")], exhibits=1
    )
    incident.exhibits.get().reviews.clear()
    return incident


def link(incident: Incident, **shown) -> Exhibit:
    exhibit = incident.exhibits.get()
    link_exhibit(exhibit, **shown, by=incident.handler, at=MONDAY_MORNING)
    return exhibit


def test_a_passage_that_is_shown_makes_its_content_shown(incident: Incident) -> None:
    passage = incident.reviews.get(number=1).passages.get()
    exhibit = link(incident, reviews=[], passages=[passage])
    assert [review.number for review in exhibit.reviews.all()] == [1]
    assert incident.events.filter(kind=Kind.EXHIBIT_LINKED).exists()


def test_the_coverage_counts_what_current_exhibits_show(incident: Incident) -> None:
    assert (contents_covered(incident).proved, contents_covered(incident).missing) == (0, (1, 2))
    assert passages_covered(incident).missing == (1,)
    passage = incident.reviews.get(number=1).passages.get()
    exhibit = link(incident, reviews=[], passages=[passage])
    assert contents_covered(incident).missing == (2,)
    assert passages_covered(incident).is_complete
    withdraw_exhibit(
        exhibit, reason=Exhibit.Withdrawal.OTHER, by=incident.handler, at=MONDAY_MORNING
    )
    assert contents_covered(incident).missing == (1, 2)
    assert not passages_covered(incident).is_complete


def test_the_practitioner_keeps_the_passages_of_the_contents_that_stay(incident: Incident) -> None:
    passage = incident.reviews.get(number=1).passages.get()
    link(incident, reviews=[], passages=[passage])
    exhibit = link(incident, reviews=list(incident.reviews.all()))
    assert list(exhibit.passages.all()) == [passage]
    exhibit = link(incident, reviews=[incident.reviews.get(number=2)])
    assert not exhibit.passages.exists()


def test_what_was_withdrawn_proves_nothing_more(incident: Incident) -> None:
    reason = Exhibit.Withdrawal.DUPLICATE
    by = incident.practitioner.user
    withdraw_exhibit(incident.exhibits.get(), reason=reason, by=by, at=MONDAY_MORNING)
    with pytest.raises(NoLongerCurrent):
        link(incident, reviews=[])
