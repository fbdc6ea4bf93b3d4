"""Who is told when a date moves: those who work with it then, each time, and nobody else."""

from datetime import date, timedelta

import pytest

from apps.accounts.models import User
from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.undo_check import undo_check
from apps.casework.missions.accept import accept
from apps.casework.missions.decline import decline
from apps.casework.team.declare_absence import declare_absence
from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    acted,
    assigned,
    declared_review,
    delegate_of,
    handler,
    qualified_incident,
    supervisor,
)

pytestmark = pytest.mark.django_db
PUBLISHED = Window.on_day(date(2026, 10, 20))
LATER = MONDAY_MORNING + timedelta(hours=1)


@pytest.fixture
def incident() -> Incident:
    return qualified_incident(reviews=[declared_review(window=PUBLISHED)])


def redate(incident: Incident, day: date, *, by: User | None = None) -> None:
    change_publication(
        incident.reviews.get(number=1).publications.open().get(number=1),
        window=Window.on_day(day),
        reason="Capture datée retrouvée.",
        by=by or incident.handler,
        at=LATER,
    )


def told(kind: str = "date_moved") -> set[User]:
    return {letter.recipient for letter in Letter.objects.filter(kind=kind)}


def test_partners_are_told_while_their_mission_is_open(incident) -> None:
    missions = {kind: assigned(kind, incident=incident) for kind in Partner.Kind}
    declined, accepted = missions[Partner.Kind.BAILIFF], missions[Partner.Kind.LAWYER]
    decline(declined, reason="Trop loin.", by=declined.partner.members.get(), at=MONDAY_MORNING)
    accept(accepted, by=accepted.partner.members.get(), at=MONDAY_MORNING)
    redate(incident, date(2026, 10, 12))
    partners = {missions[kind].partner.members.get() for kind in ("lawyer", "technical")}
    assert told() == {incident.handler, incident.practitioner.user, *partners}


def test_a_partner_at_work_on_another_content_is_not_told() -> None:
    reviews = [declared_review(window=PUBLISHED) for _ in range(2)]
    incident = qualified_incident(reviews=reviews)
    mission = assigned(Partner.Kind.LAWYER, incident=incident)
    mission.reviews.remove(incident.reviews.get(number=1))
    redate(incident, date(2026, 10, 12))
    assert mission.partner.members.get() not in told()


def test_who_stands_in_for_an_absent_colleague_is_told_too(incident) -> None:
    boss, colleague, other = supervisor(), handler(), handler()
    for person, substitute in ((boss, colleague), (incident.handler, other)):
        declare_absence(
            person,
            substitute=substitute,
            starts_on=MONDAY_MORNING.date(),
            ends_on=MONDAY_MORNING.date() + timedelta(days=7),
            by=boss,
            at=MONDAY_MORNING,
        )
    redate(incident, date(2026, 10, 12))
    assert told() == {incident.handler, boss, colleague, other, incident.practitioner.user}


def test_neither_delegates_nor_colleagues_of_other_files_are_told(incident) -> None:
    stranger, julie = handler(), delegate_of(incident.practitioner)
    redate(incident, date(2026, 10, 12))
    assert not told() & {stranger, julie}


def test_a_date_that_does_not_move_is_told_to_nobody(incident) -> None:
    acted(incident.reviews.get(), "CONSTAT")
    add_publication(
        incident.reviews.get(),
        kind=PublicationKind.REPOST,
        window=Window.on_day(date(2026, 11, 10)),
        reason="Copie.",
        by=incident.handler,
        at=LATER,
    )
    assert told() == told("date_held") == set()


def test_a_date_is_told_again_when_it_drives_again(incident) -> None:
    """The clock of a repost drives while a summons about the first text counts: the same row."""
    karim = supervisor()
    add_publication(
        incident.reviews.get(),
        kind=PublicationKind.REPOST,
        window=Window.on_day(date(2026, 10, 28)),
        reason="Copie.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    act = acted(incident.reviews.get())
    for hours in (1, 3):
        check_act(act, by=karim, at=MONDAY_MORNING + timedelta(hours=hours))
        undo_check(act, reason="?", by=karim, at=MONDAY_MORNING + timedelta(hours=hours + 1))
    moves = Letter.objects.filter(kind="date_moved", recipient=karim).order_by("queued_at")
    assert [letter.data["act_by"] for letter in moves] == ["2027-01-27", "2027-01-19"] * 2
