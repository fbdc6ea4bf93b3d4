import pytest

from apps.directory.models import Platform
from apps.incidents.circumstances import Audience, FacilityPage
from apps.legal.supports import Support
from tests.factories import PlatformFactory, declared_incident, declared_review

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", Platform.Kind)
def test_the_platform_says_where_the_words_stand(kind: Platform.Kind) -> None:
    PlatformFactory(kind=kind)
    review = declared_incident().reviews.get()
    assert review.support.name == kind.name


def test_a_page_of_an_establishment_is_not_the_practitioner_s() -> None:
    PlatformFactory()
    incident = declared_incident(facility_page=FacilityPage.YES)
    assert incident.reviews.get().support is Support.FACILITY_PAGE


def test_a_private_message_stands_on_no_page() -> None:
    review = declared_review(audience=Audience.PRIVATE_MESSAGE, url="", members=None)
    incident = declared_incident(reviews=[review])
    assert incident.reviews.get().support is Support.PRIVATE


def test_an_unknown_site_has_to_be_identified() -> None:
    review = declared_review(url="https://inconnu.example/avis")
    assert declared_incident(reviews=[review]).reviews.get().support is Support.UNKNOWN
