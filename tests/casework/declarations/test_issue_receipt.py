from datetime import UTC, date, datetime

import pytest

from apps.casework.declarations.issue_receipt import issue_receipt
from apps.dossiers.models import Receipt
from apps.legal.windows import Window
from tests.factories import MONDAY_MORNING, declared_incident, declared_review

pytestmark = pytest.mark.django_db


def test_declaring_freezes_what_was_declared() -> None:
    incident = declared_incident(exhibits=2)
    content = incident.receipt.content
    assert content["reference"] == incident.reference
    assert content["contract"] == incident.contract.number
    assert content["reviews"][0]["words"] == incident.reviews.get().words
    assert [exhibit["sha256"] for exhibit in content["exhibits"]] == [
        exhibit.sha256 for exhibit in incident.exhibits.order_by("number")
    ]
    assert content["clock"]["act_by"] == "2027-02-01"
    assert content["answer_by"] == "2026-11-24T12:00:00+01:00"


def test_what_happens_to_the_file_later_does_not_change_it() -> None:
    incident = declared_incident()
    incident.reviews.update(words="autre chose")
    again = issue_receipt(incident, at=MONDAY_MORNING)
    assert again.content["reviews"][0]["words"] != "autre chose"
    assert Receipt.objects.count() == 1


@pytest.mark.parametrize(
    ("window", "answer_by"),
    [
        (Window.unknown(), "2026-11-23T11:30:00+01:00"),
        (Window.on_day(date(2026, 9, 1)), "2026-11-23T11:30:00+01:00"),
        (Window.on_day(date(2026, 8, 23)), "2026-11-23T11:30:00+01:00"),  # the last legal day
        # Too late if it was put on line in August, and not if it was in November.
        (
            Window.between(date(2026, 8, 20), date(2026, 11, 10)),
            "2026-11-23T11:30:00+01:00",
        ),
        (Window.on_day(date(2026, 5, 1)), "2026-11-24T12:00:00+01:00"),  # too late: no hurry
        (Window.on_day(date(2026, 11, 2)), "2026-11-24T12:00:00+01:00"),
    ],
)
def test_a_pressing_date_is_answered_within_two_working_hours(
    window: Window, answer_by: str
) -> None:
    incident = declared_incident(reviews=[declared_review(window=window)])
    assert incident.receipt.content["answer_by"] == answer_by


@pytest.mark.parametrize(
    ("declared", "answer_by"),
    [
        ("2026-11-23T22:00", "2026-11-24T11:00:00+01:00"),  # 23:00 in Paris: two hours from 9:00
        ("2026-11-23T16:00", "2026-11-24T10:00:00+01:00"),  # an hour left that day
        ("2026-11-27T16:30", "2026-11-30T10:30:00+01:00"),  # over a week-end
        ("2027-03-26T16:30", "2027-03-30T10:30:00+02:00"),  # the clocks change; Easter Monday
    ],
)
def test_working_hours_are_those_of_the_desk(declared: str, answer_by: str) -> None:
    at = datetime.fromisoformat(declared).replace(tzinfo=UTC)
    incident = declared_incident(reviews=[declared_review(window=Window.unknown())], at=at)
    assert incident.receipt.content["answer_by"] == answer_by
