from datetime import date

import pytest

from apps.casework.deadlines.add_publication import PrecedesFirstPosting, add_publication
from apps.deadlines.models import Deadline
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from tests.factories import MONDAY_MORNING, declared_review, taken_incident

pytestmark = pytest.mark.django_db


def test_a_republication_has_its_own_clock_and_never_replaces_the_first() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 10, 1)))])
    first = Deadline.objects.driving(incident)
    added = add_publication(
        incident.reviews.get(),
        kind=PublicationKind.HYPERLINK,
        window=Window.on_day(date(2026, 11, 10)),
        reason="Lien vers le premier message.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    assert Deadline.objects.driving(incident) == first
    assert added.deadlines.get().legal_last_day == date(2027, 2, 10)


@pytest.mark.parametrize(
    ("kind", "is_disputed"),
    [(PublicationKind.REPOST, False), (PublicationKind.EDIT, True)],
)
def test_the_grade_of_its_clock_is_the_law_s(kind: PublicationKind, is_disputed: bool) -> None:
    assert kind.is_disputed is is_disputed


def test_a_republication_written_down_twice_is_one() -> None:
    incident = taken_incident()
    first, second = (
        add_publication(
            incident.reviews.get(),
            kind=PublicationKind.REPOST,
            window=Window.on_day(date(2026, 11, 10)),
            reason="Copie.",
            by=incident.handler,
            at=MONDAY_MORNING,
        )
        for _ in range(2)
    )
    assert first == second
    assert incident.deadlines.open().count() == 2


def test_what_comes_again_cannot_come_before_what_was_first() -> None:
    incident = taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 10, 1)))])
    with pytest.raises(PrecedesFirstPosting):
        add_publication(
            incident.reviews.get(),
            kind=PublicationKind.REPOST,
            window=Window.on_day(date(2020, 1, 1)),
            reason="Faute de frappe.",
            by=incident.handler,
            at=MONDAY_MORNING,
        )
    assert incident.deadlines.count() == 1
