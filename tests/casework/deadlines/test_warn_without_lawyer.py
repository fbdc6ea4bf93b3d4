from datetime import date, timedelta

import pytest

from apps.casework.deadlines.warn_without_lawyer import warn_without_lawyer
from apps.casework.missions.accept import accept
from apps.casework.tasks import post_weekly_boards, warn_supervisors
from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    assigned,
    declared_review,
    qualified_incident,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
FOURTEEN_LEFT, FIFTEEN_LEFT = date(2026, 9, 8), date(2026, 9, 9)
PASSED = date(2026, 8, 20)


def published(day: date, label: Label = Label.DIFF_PUB) -> Incident:
    return qualified_incident(label=label, reviews=[declared_review(window=Window.on_day(day))])


def warned(incident: Incident) -> bool:
    return Letter.objects.filter(kind="without_lawyer", incident=incident).exists()


def test_fourteen_days_before_the_supervisors_hear_that_no_lawyer_is_at_work() -> None:
    told = {supervisor(), supervisor()}
    near, far = published(FOURTEEN_LEFT), published(FIFTEEN_LEFT)
    assert warn_without_lawyer(at=MONDAY_MORNING) == 2
    letters = Letter.objects.filter(kind="without_lawyer", incident=near)
    assert {letter.recipient for letter in letters} == told
    deadline = near.deadlines.get()
    assert letters[0].data == {"deadline": deadline.pk, "act_by": deadline.act_by.isoformat()}
    assert not warned(far)


def test_once_per_deadline_and_supervisor() -> None:
    supervisor()
    published(FOURTEEN_LEFT)
    posted = [warn_without_lawyer(at=MONDAY_MORNING + timedelta(days=day)) for day in range(3)]
    assert posted == [1, 0, 0]


def test_an_accepted_mandate_needs_no_warning_and_a_proposed_one_does() -> None:
    supervisor()
    accepted, proposed = published(FOURTEEN_LEFT), published(FOURTEEN_LEFT)
    mission = assigned(Partner.Kind.LAWYER, incident=accepted)
    accept(mission, by=mission.partner.members.get(), at=MONDAY_MORNING)
    assigned(Partner.Kind.LAWYER, incident=proposed)
    warn_without_lawyer(at=MONDAY_MORNING)
    assert not warned(accepted)
    assert warned(proposed)


def test_lawful_words_need_no_lawyer_and_unread_words_may() -> None:
    supervisor()
    lawful = published(FOURTEEN_LEFT, Label.OPINION)
    unread = taken_incident(reviews=[declared_review(window=Window.on_day(FOURTEEN_LEFT))])
    warn_without_lawyer(at=MONDAY_MORNING)
    assert not warned(lawful)
    assert warned(unread)


def test_a_date_already_passed_is_another_letter() -> None:
    supervisor()
    incident = published(PASSED)
    warn_without_lawyer(at=MONDAY_MORNING)
    assert not warned(incident)


def test_it_waits_for_office_hours() -> None:
    supervisor()
    published(FOURTEEN_LEFT)
    warn_without_lawyer(at=MONDAY_MORNING + timedelta(hours=12))
    assert Letter.objects.get(kind="without_lawyer").not_before == MONDAY_MORNING.replace(
        day=24, hour=7, minute=0
    )


def test_the_task_posts_what_supervisors_must_hear(time_machine) -> None:
    supervisor()
    published(FOURTEEN_LEFT)
    time_machine.move_to(MONDAY_MORNING)
    warn_supervisors()
    post_weekly_boards()
    assert Letter.objects.filter(kind__in=("without_lawyer", "weekly_board")).count() == 2
