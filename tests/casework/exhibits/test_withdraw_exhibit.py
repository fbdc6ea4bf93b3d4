import pytest

from apps.casework.access import exhibits_for
from apps.casework.exhibits.withdraw_exhibit import NoLongerCurrent, withdraw_exhibit
from apps.exhibits.models import Exhibit
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, assigned, qualified_incident

pytestmark = pytest.mark.django_db


def withdraw(exhibit: Exhibit) -> None:
    reason = Exhibit.Withdrawal.WRONG_FILE
    by = exhibit.incident.practitioner.user
    withdraw_exhibit(exhibit, reason=reason, by=by, at=MONDAY_MORNING)


def test_it_keeps_its_number_and_its_bytes() -> None:
    incident = qualified_incident(exhibits=1)
    withdraw(incident.exhibits.get())
    exhibit = incident.exhibits.get()
    assert (exhibit.number, exhibit.withdrawn_at) == (1, MONDAY_MORNING)
    with exhibit.original.open() as stored:
        assert stored.read()
    assert not incident.exhibits.current().exists()
    said = incident.events.get(kind=Kind.EXHIBIT_WITHDRAWN).sentence
    assert said == "Pièce n° 1 retirée (fichier choisi par erreur)."


def test_a_partner_no_longer_sees_it() -> None:
    mission = assigned()
    member = mission.partner.members.get()
    withdraw(mission.exhibits.get())
    assert not exhibits_for(member, today=MONDAY_MORNING.date()).exists()


def test_it_is_not_withdrawn_twice() -> None:
    incident = qualified_incident(exhibits=1)
    withdraw(incident.exhibits.get())
    with pytest.raises(NoLongerCurrent):
        withdraw(incident.exhibits.get())
