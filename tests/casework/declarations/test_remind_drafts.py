from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.utils.timezone import get_default_timezone

from apps.casework.declarations.remind_drafts import remind_drafts
from apps.incidents.models import Declaration
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    declared_incident,
    handler,
    started_declaration,
)

pytestmark = pytest.mark.django_db


def after(days: int) -> datetime:
    return MONDAY_MORNING + timedelta(days=days)


def begun(**fields: Any) -> Declaration:
    return started_declaration(PractitionerFactory(), **fields)


def kinds() -> list[str]:
    return list(Letter.objects.order_by("pk").values_list("kind", flat=True))


def test_each_letter_comes_on_its_day_once() -> None:
    begun()
    for day in range(31):
        for _ in range(2):
            remind_drafts(at=after(day))
    days = {
        letter.kind: (letter.queued_at - MONDAY_MORNING).days for letter in Letter.objects.all()
    }
    assert days == {"draft_reminder": 2, "draft_clock": 10, "draft_deletion": 23}
    assert Letter.objects.count() == 3


def test_an_engine_that_was_stopped_does_not_catch_up_with_three_letters_at_once() -> None:
    begun()
    assert remind_drafts(at=after(24)) == 1
    assert kinds() == ["draft_deletion"]


def test_a_save_puts_the_deletion_off_and_announces_the_new_day() -> None:
    draft = begun()
    remind_drafts(at=after(24))
    Declaration.objects.filter(pk=draft.pk).update(saved_at=after(25))
    assert [remind_drafts(at=after(day)) for day in (27, 35, 48)] == [1, 1, 1]
    announced = Letter.objects.filter(kind="draft_deletion").order_by("pk")
    days = [letter.data["deleted_on"] for letter in announced]
    assert days == [str((after(30)).date()), str(after(55).date())]


@pytest.mark.parametrize(("hour", "posted"), [(7, 0), (8, 1), (19, 1), (20, 0), (23, 0)])
def test_nobody_is_written_to_by_night(hour: int, posted: int) -> None:
    begun()
    moment = datetime.combine(after(3).date(), time(hour), tzinfo=get_default_timezone())
    assert remind_drafts(at=moment) == posted


def test_the_clock_is_told_when_the_dates_are_known_and_only_then() -> None:
    begun(answers={"prudent_day": "2027-02-01", "reviews": {"1": {"words": "canari"}}})
    begun()
    remind_drafts(at=after(11))
    dated, undated = (body(letter) for letter in Letter.objects.order_by("recipient"))
    assert "lundi 1er\u00a0février\u00a02027" in dated
    assert "canari" not in dated
    assert "Sans date" in undated


def test_a_sent_draft_is_never_spoken_of() -> None:
    declared_incident()
    for day in (3, 11, 24):
        assert remind_drafts(at=after(day)) == 0


def test_the_practitioner_is_written_to_once_the_delegate_has_handed_it_over() -> None:
    delegate = UserFactory(role="delegate")
    draft = begun(prepared_by=delegate)
    remind_drafts(at=after(2))
    assert Letter.objects.get().recipient == delegate
    Declaration.objects.filter(pk=draft.pk).update(handed_at=after(3))
    remind_drafts(at=after(10))
    assert Letter.objects.get(kind="draft_clock").recipient == draft.practitioner.user


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2027-02-01", "2027-02-02"), "avant le lundi 1er\u00a0février\u00a02027"),
        (
            ("2026-11-24", "2027-02-20"),
            "peut-être dépassé\u00a0; encore possible jusqu’au samedi 20\u00a0février\u00a02027",
        ),
        (
            ("2026-11-24", "2026-11-25"),
            "semble dépassé depuis le mercredi 25\u00a0novembre\u00a02026",
        ),
        (("", ""), "comme s’il était presque fini"),
    ],
)
def test_the_clock_of_a_draft_is_told_as_it_stands_on_that_day(
    days: tuple[str, str], said: str
) -> None:
    prudent_day, possible_until = days
    begun(answers={"prudent_day": prudent_day, "possible_until": possible_until})
    remind_drafts(at=after(10))
    letter = Letter.objects.get(kind="draft_clock")
    letter.claimed_at = after(10)
    write(letter)
    assert said in letter.body_text
    assert ("n’arrête pas ce délai" in letter.body_text) is ("semble" not in said)


def test_what_the_insurer_types_on_the_telephone_reminds_nobody() -> None:
    begun(prepared_by=handler())
    assert remind_drafts(at=after(11)) == 0


def test_a_draft_saved_yesterday_is_left_in_peace() -> None:
    begun(saved_at=MONDAY_MORNING - timedelta(days=1))
    assert remind_drafts(at=MONDAY_MORNING) == 0


def body(letter: Letter) -> str:
    letter.claimed_at = letter.queued_at
    write(letter)
    return letter.body_text
