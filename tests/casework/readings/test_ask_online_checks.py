from datetime import date, datetime, timedelta

import pytest

from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.readings.record_online_check import record_online_check
from apps.incidents.models import Incident
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.remedies.models import OnlineCheck
from apps.vocabulary.presence import Presence
from tests.factories import MONDAY_MORNING, declared_review, ended, taken_incident

pytestmark = pytest.mark.django_db


def after(days: int) -> datetime:
    return MONDAY_MORNING + timedelta(days=days)


def days_asked(until: int = 90) -> list[int]:
    return [day for day in range(until) if ask_online_checks(at=after(day))]


def see(incident: Incident, presence: Presence, *, day: int) -> None:
    record_online_check(
        incident.reviews.get(), presence=presence, by=incident.practitioner.user, at=after(day)
    )


def test_a_week_a_month_and_two_months_later_and_before_the_date_to_act() -> None:
    incident = taken_incident()
    act_by = incident.deadlines.get().act_by
    last = (act_by - timedelta(days=5) - MONDAY_MORNING.date()).days
    assert days_asked() == sorted({7, 30, 60, last})


def test_a_date_already_close_is_not_asked_about_before_the_declaration() -> None:
    taken_incident(reviews=[declared_review(window=Window.on_day(date(2026, 8, 28)))])
    assert days_asked(until=10) == [7]


def test_after_a_public_answer_one_looks_sooner() -> None:
    taken_incident(already_replied=True, replied_on=MONDAY_MORNING.date())
    assert days_asked(until=31) == [3, 7, 10, 30]


def test_one_letter_for_all_the_contents_of_a_file() -> None:
    incident = taken_incident(reviews=[declared_review(), declared_review()])
    assert ask_online_checks(at=after(7)) == 1
    assert OnlineCheck.objects.pending().count() == 2
    letter = Letter.objects.get(kind="online_check_asked")
    assert letter.recipient == incident.practitioner.user


def test_a_content_has_one_open_question_however_often_it_is_asked() -> None:
    taken_incident()
    ask_online_checks(at=after(7))
    ask_online_checks(at=after(30))
    assert OnlineCheck.objects.get().planned_on == after(30).date()


def test_swept_twice_on_a_day_it_asks_once() -> None:
    taken_incident()
    assert [ask_online_checks(at=after(7)) for _ in range(2)] == [1, 0]


def test_after_an_outage_only_the_last_day_of_the_plan_is_asked_about() -> None:
    taken_incident()
    assert [ask_online_checks(at=after(day)) for day in (45, 46)] == [1, 0]


def test_what_was_just_answered_is_not_asked() -> None:
    incident = taken_incident()
    see(incident, Presence.ONLINE, day=7)
    assert ask_online_checks(at=after(7)) == 0
    assert ask_online_checks(at=after(30)) == 1


def test_a_removed_content_is_asked_about_no_more() -> None:
    incident = taken_incident()
    see(incident, Presence.REMOVED, day=2)
    assert days_asked() == []


def test_a_file_that_is_over_is_left_alone() -> None:
    incident = taken_incident()
    ended(incident, at=after(1))
    assert ask_online_checks(at=after(7)) == 0


def test_the_letter_waits_for_the_morning() -> None:
    taken_incident()
    ask_online_checks(at=after(7) + timedelta(hours=13))
    assert Letter.objects.get(kind="online_check_asked").not_before == after(8).replace(
        hour=7, minute=0
    )


def test_among_some_files_the_others_wait_for_their_turn() -> None:
    asked, _ = taken_incident(), taken_incident()
    some = Incident.objects.filter(pk=asked.pk)
    assert ask_online_checks(at=after(7), among=some) == 1
    assert Letter.objects.get(kind="online_check_asked").incident == asked
    assert ask_online_checks(at=after(7)) == 1


def test_among_some_files_it_looks_whenever_it_last_ran() -> None:
    assert ask_online_checks(at=after(7)) == 0
    taken_incident()
    assert ask_online_checks(at=after(7), among=Incident.objects.all()) == 1
