from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import Role
from apps.casework.missions.accept import accept
from apps.casework.missions.decline import decline
from apps.directory.models import Partner
from tests.factories import MONDAY_MORNING, PartnerFactory, UserFactory, assigned

URL = reverse("extranet:assignments")


def test_a_mission_is_listed_with_what_is_asked_and_by_when(client: Client, db: None) -> None:
    mission = assigned()
    client.force_login(mission.partner.members.get())
    page = client.get(URL).content.decode()
    for words in (
        mission.reference,
        mission.incident.reference,
        "Constat internet",
        "Constater les propos mot pour mot.",
        "vendredi 27\xa0novembre\xa02026",
        "réponse attendue",
    ):
        assert words in page


def test_an_accepted_mission_stays_in_the_list(client: Client, db: None) -> None:
    mission = assigned()
    member = mission.partner.members.get()
    accept(mission, by=member, at=MONDAY_MORNING)
    client.force_login(member)
    page = client.get(URL).content.decode()
    assert mission.reference in page
    assert "acceptée" in page


def test_missions_that_are_over_leave_the_list(client: Client, db: None) -> None:
    partner = PartnerFactory()
    decline(
        assigned(partner=partner), reason="Absent.", by=partner.members.get(), at=MONDAY_MORNING
    )
    client.force_login(partner.members.get())
    assert "Aucune mission en cours" in client.get(URL).content.decode()


def test_access_ends_on_its_day(client: Client, db: None) -> None:
    mission = assigned()
    with time_machine.travel(date(2027, 3, 2)):
        client.force_login(mission.partner.members.get())
        assert "Aucune mission en cours" in client.get(URL).content.decode()


def test_the_missions_of_another_office_are_not_listed(client: Client, db: None) -> None:
    mission = assigned()
    client.force_login(PartnerFactory(kind=Partner.Kind.BAILIFF).members.get())
    assert mission.reference not in client.get(URL).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_missions(client: Client, db: None) -> None:
    partner = PartnerFactory()
    client.force_login(partner.members.get())
    assigned(partner=partner)
    with CaptureQueriesContext(connection) as one_mission:
        client.get(URL)
    for _ in range(4):
        assigned(partner=partner)
    with CaptureQueriesContext(connection) as five_missions:
        client.get(URL)
    assert len(five_missions) == len(one_mission)


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.HANDLER, Role.SUPERVISOR, Role.ADMIN])
def test_the_extranet_does_not_exist_for_others(client: Client, db: None, role: Role) -> None:
    client.force_login(UserFactory(role=role))
    assert client.get(URL).status_code == 404
