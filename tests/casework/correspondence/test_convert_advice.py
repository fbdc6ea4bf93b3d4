import pytest

from apps.casework.correspondence.ask_advice import ask_advice
from apps.casework.correspondence.convert_advice import convert_advice
from apps.correspondence.models import AdviceRequest
from tests.factories import MONDAY_MORNING, PractitionerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> AdviceRequest:
    return ask_advice(
        PractitionerFactory(),
        question="« Un incapable », est-ce permis ?",
        url="https://example.org/1",
        at=MONDAY_MORNING,
    )


def test_the_text_and_the_link_are_kept_as_the_first_content(asked: AdviceRequest) -> None:
    draft = convert_advice(asked, by=asked.practitioner.user, at=MONDAY_MORNING)
    [content] = draft.answers["reviews"].values()
    assert content == {"words": asked.question, "url": asked.url}


def test_converted_twice_is_one_draft(asked: AdviceRequest) -> None:
    user = asked.practitioner.user
    first = convert_advice(asked, by=user, at=MONDAY_MORNING)
    assert convert_advice(asked, by=user, at=MONDAY_MORNING) == first
    assert asked.practitioner.declarations.count() == 1
