from datetime import date

import pytest

from apps.casework.declarations.declare import Circumstances, declare
from apps.casework.declarations.hand_over_declaration import hand_over_declaration
from apps.casework.declarations.start_declaration import start_declaration
from apps.incidents.circumstances import PracticeMode, Source
from apps.incidents.models import Declaration
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, DelegateFactory, declared_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Declaration:
    julie = DelegateFactory()
    return start_declaration(julie.practitioner, by=julie.user, at=MONDAY_MORNING)


def test_the_practitioner_is_told_the_date_that_does_not_wait(draft: Declaration) -> None:
    days = {"prudent_day": date(2027, 2, 1), "possible_until": date(2027, 2, 2)}
    hand_over_declaration(draft, **days, at=MONDAY_MORNING)
    letter = Letter.objects.get(kind="declaration_handed_over")
    assert letter.recipient == draft.practitioner.user
    assert letter.data == {
        "declaration": str(draft.key),
        "prudent_day": "2027-02-01",
        "possible_until": "2027-02-02",
    }


def test_an_unknown_date_is_told_as_such(draft: Declaration) -> None:
    hand_over_declaration(draft, prudent_day=None, at=MONDAY_MORNING)
    assert Letter.objects.get().data["prudent_day"] is None


def test_handed_over_twice_is_handed_over_once(draft: Declaration) -> None:
    for _ in range(2):
        hand_over_declaration(draft, prudent_day=None, at=MONDAY_MORNING)
    assert Letter.objects.count() == 1


def test_the_history_says_who_prepared_it_and_who_sent_it(draft: Declaration) -> None:
    hand_over_declaration(draft, prudent_day=None, at=MONDAY_MORNING)
    surgeon = draft.practitioner.user
    incident = declare(
        draft,
        circumstances=Circumstances(practice_mode=PracticeMode.LIBERAL),
        reviews=[declared_review()],
        by=surgeon,
        at=MONDAY_MORNING,
    )
    assert incident.source == Source.DELEGATE
    assert incident.confirmed_at == MONDAY_MORNING
    events = incident.events.order_by("pk")[:2]
    assert [(event.kind, event.actor) for event in events] == [
        (Kind.INCIDENT_PREPARED, draft.prepared_by),
        (Kind.INCIDENT_DECLARED, surgeon),
    ]
