from datetime import date

import pytest

from apps.casework.deadlines.add_publication import PrecedesFirstPosting, add_publication
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident, Publication
from apps.legal.interruption import Doubt
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, acted, declared_review, taken_incident

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident() -> Incident:
    return taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 10, 1)))])


def add(incident: Incident, kind: PublicationKind, day: date, **fields) -> Publication:
    return add_publication(
        incident.reviews.get(),
        kind=kind,
        window=Window.on_day(day),
        reason="Nouvelle capture.",
        by=incident.handler,
        at=MONDAY_MORNING,
        **fields,
    )


def test_a_republication_has_its_own_clock_and_never_replaces_the_first(incident) -> None:
    first = Deadline.objects.driving(incident)
    added = add(incident, PublicationKind.HYPERLINK, date(2026, 11, 10))
    assert Deadline.objects.driving(incident) == first
    assert added.deadlines.get().legal_last_day == date(2027, 2, 10)
    assert not Letter.objects.filter(kind__in=["date_moved", "date_held"]).exists()


def test_acts_recorded_before_it_do_not_move_its_clock(incident) -> None:
    acted(incident.reviews.get())
    added = add(incident, PublicationKind.REPOST, date(2026, 11, 10))
    assert added.deadlines.get().doubt == ""
    assert incident.deadlines.get(publication__number=1, closed_at=None).doubt == Doubt.PENDING_ACT


def test_a_republication_once_the_first_term_is_over_puts_the_file_before_the_others_again() -> (
    None
):
    old = declared_review(window=Window.on_day(date(2026, 8, 1)))
    incident = taken_incident(reviews=[old])
    incident.refresh_from_db()
    assert incident.queue_key.startswith("2-")
    add(incident, PublicationKind.REPOST, date(2026, 11, 10))
    incident.refresh_from_db()
    assert incident.queue_key == "1-2027-02-09"


@pytest.mark.parametrize(
    ("kind", "is_disputed"),
    [(PublicationKind.REPOST, False), (PublicationKind.EDIT, True)],
)
def test_the_grade_of_its_clock_is_the_law_s(kind: PublicationKind, is_disputed: bool) -> None:
    assert kind.is_disputed is is_disputed


def test_words_that_date_an_edit_too_open_two_clocks(incident) -> None:
    edit = Window.on_day(date(2026, 11, 20))
    add(incident, PublicationKind.REPOST, date(2026, 11, 10), edit=edit)
    kinds = incident.deadlines.open().values_list("publication__kind", flat=True)
    assert sorted(kinds) == ["EDIT", "FIRST", "REPOST"]


def test_a_republication_written_down_twice_is_one(incident) -> None:
    first, second = (add(incident, PublicationKind.REPOST, date(2026, 11, 10)) for _ in range(2))
    assert first == second
    assert incident.deadlines.open().count() == 2


def test_what_comes_again_cannot_come_before_what_was_first(incident) -> None:
    with pytest.raises(PrecedesFirstPosting):
        add(incident, PublicationKind.REPOST, date(2020, 1, 1))
    assert incident.deadlines.count() == 1
