from datetime import timedelta

import pytest

from apps.accounts.models import NotificationPreferences
from apps.casework.files.ask_satisfaction import ask_satisfaction
from apps.casework.files.give_satisfaction import give_satisfaction
from apps.casework.files.reopen import reopen
from apps.casework.tasks import ask_if_satisfied
from apps.incidents.models import Mark
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import MONDAY_MORNING, closed_incident

pytestmark = pytest.mark.django_db
FIVE_DAYS = MONDAY_MORNING + timedelta(days=5)


def asked() -> list[Letter]:
    return list(Letter.objects.filter(kind="satisfaction_asked"))


def test_it_is_asked_once_five_days_after_the_end_and_on_a_working_day() -> None:
    incident = closed_incident()
    assert ask_satisfaction(at=FIVE_DAYS - timedelta(minutes=1)) == 0
    assert ask_satisfaction(at=FIVE_DAYS) == 1
    assert ask_satisfaction(at=FIVE_DAYS + timedelta(days=1)) == 0
    [letter] = asked()
    assert letter.recipient == incident.practitioner.user
    assert letter.not_before.date() == (MONDAY_MORNING + timedelta(days=7)).date(), "monday"


def test_a_file_open_again_is_not_asked_about() -> None:
    incident = closed_incident()
    reopen(incident, reason="Revenu.", by=incident.handler, at=MONDAY_MORNING + timedelta(days=2))
    assert ask_satisfaction(at=FIVE_DAYS) == 0


def test_who_has_already_answered_is_not_asked() -> None:
    incident = closed_incident()
    give_satisfaction(
        incident,
        supported=Mark.MUCH,
        informed=Mark.MUCH,
        helped=Mark.MUCH,
        words="",
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    assert ask_satisfaction(at=FIVE_DAYS) == 0


def test_after_a_long_outage_old_files_are_left_alone() -> None:
    closed_incident()
    assert ask_satisfaction(at=MONDAY_MORNING + timedelta(days=31)) == 0


def test_who_does_not_want_to_be_asked_is_not(time_machine) -> None:
    incident = closed_incident()
    NotificationPreferences.objects.create(
        user=incident.practitioner.user, unwanted=["satisfaction_asked"]
    )
    time_machine.move_to(FIVE_DAYS)
    ask_if_satisfied()
    assert [letter.status for letter in asked()] == [LetterStatus.UNWANTED]
