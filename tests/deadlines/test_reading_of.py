"""What the letters about a deadline say of it on the day they leave."""

from datetime import date, datetime

import pytest

from apps.deadlines.models import Deadline
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import MONDAY_MORNING, acted, declared_review, handler, qualified_incident

pytestmark = pytest.mark.django_db
STILL_POSSIBLE = "peut-être dépassé\u00a0; encore possible jusqu’au samedi 20 février 2027"
KINDS = ("deadline_reminder", "reminder_unacknowledged", "without_lawyer")
LAST_DAY = "dernier jour légal\u00a0: aujourd’hui"


def deadline(window: Window) -> Deadline:
    incident = qualified_incident(handler(), reviews=[declared_review(window=window)])
    return incident.deadlines.open().get()


def letter(kind: str, row: Deadline, *, rung: int = -1, at: datetime = MONDAY_MORNING) -> Letter:
    """The letter of this kind about a deadline, written as it leaves at that moment."""
    data = {"deadline": row.pk, "rung": rung, "act_by": row.act_by.isoformat()}
    written = Letter(
        kind=kind,
        key=f"{kind}-{row.pk}",
        recipient=row.incident.handler,
        incident=row.incident,
        data=data,
        queued_at=at,
        claimed_at=at,
    )
    write(written)
    return written


@pytest.mark.parametrize("kind", KINDS)
def test_on_the_last_legal_day_it_is_said_and_one_is_told_to_call(kind: str) -> None:
    row = deadline(Window.on_day(date(2026, 8, 23)))
    assert row.act_by == date(2026, 11, 20)
    told = letter(kind, row)
    for part in (told.body_text, told.body_html):
        assert LAST_DAY in part
        assert "dépassée" not in part
    assert LAST_DAY.replace("\u00a0", " ") in told.subject
    assert ("appelez l’avocat" in told.body_text) is (kind == "deadline_reminder")


def test_the_days_that_the_law_still_leaves_are_counted_from_its_last_one() -> None:
    row = deadline(Window.on_day(date(2026, 8, 23)))
    told = letter("deadline_reminder", row, at=MONDAY_MORNING.replace(day=21))
    assert told.subject.startswith("URGENT : dernier jour légal : lundi 23 novembre 2026")


@pytest.mark.parametrize("kind", KINDS)
def test_what_may_still_be_possible_is_never_said_to_be_over(kind: str) -> None:
    row = deadline(Window.on_day(date(2026, 8, 21)))
    acted(row.review, done_on=date(2026, 11, 20))
    told = letter(kind, row.review.deadlines.open().get())
    assert STILL_POSSIBLE in told.body_text
    for part in (told.subject, told.body_text):
        assert "dépassée sans décision" not in part
        assert "dépassée depuis" not in part


def test_a_reminder_says_over_once_no_reading_leaves_a_day() -> None:
    told = letter("deadline_reminder", deadline(Window.on_day(date(2026, 8, 20))))
    assert told.subject.startswith("ALERTE : échéance dépassée sans décision")
    assert "délai dépassé depuis 3\u00a0jours" in told.body_text


def test_a_reminder_in_time_says_what_is_in_doubt() -> None:
    row = deadline(Window.on_day(date(2026, 9, 2)))
    assert "État du délai" not in letter("deadline_reminder", row, rung=14).body_text
    acted(row.review)
    now = row.review.deadlines.open().get()
    told = letter("deadline_reminder", now, rung=14)
    assert told.subject.startswith("Échéance J-14")
    assert "État du délai\u00a0: acte à vérifier." in told.body_text


def test_of_a_deadline_that_is_no_longer_kept_the_date_alone_is_told() -> None:
    row = deadline(Window.on_day(date(2026, 9, 2)))
    gone = Deadline(pk=row.pk + 99, act_by=row.act_by, incident=row.incident)
    assert "(dans 8\u00a0jours)" in letter("deadline_reminder", gone, rung=14).body_text
