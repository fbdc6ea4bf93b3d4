from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.exhibits.make_manifests import make_manifests
from apps.exhibits.models import Exhibit, Manifest
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import broken_links
from tests.factories import MONDAY_MORNING, assigned, attached, declared_incident, png

STAMPED = MONDAY_MORNING + timedelta(days=1)


def read(client: Client, incident: Incident, page: str = "desk:custody") -> str:
    response = client.get(reverse(page, args=[incident.reference]))
    assert response.status_code == 200
    return response.content.decode()


def test_it_tells_each_exhibit_its_hash_and_who_sent_it(desk: Client) -> None:
    incident = declared_incident(exhibits=2)
    page = read(desk, incident)
    for exhibit in incident.exhibits.all():
        assert exhibit.sha256 in page
    assert str(incident.practitioner.user) in page
    assert "23\xa0novembre\xa02026 à\xa09\xa0h\xa030" in page
    assert page.count("non horodaté") == 2


def test_who_saw_and_who_took_away_is_in_it_with_the_link_of_the_chain(
    desk: Client, client: Client
) -> None:
    assignment = assigned()
    incident, member = assignment.incident, assignment.partner.members.get()
    theirs = Client()
    theirs.force_login(member)
    b"".join(theirs.get(reverse("files:exhibit", args=[assignment.exhibits.get().pk])))
    page = read(desk, incident)
    assert "Pièce n° 1 téléchargée." in page
    assert str(member) in page
    assert incident.events.get(kind=Kind.EXHIBIT_DOWNLOADED).hash[:12] in page
    assert "est entière" in page


def test_reading_it_is_itself_recorded(desk: Client, sofia: User) -> None:
    incident = declared_incident(exhibits=1)
    read(desk, incident)
    assert incident.events.filter(kind=Kind.INCIDENT_READ, actor=sofia).count() == 1
    assert broken_links(incident) == []


def test_internal_notes_and_qualifications_are_not_part_of_it(desk: Client) -> None:
    page = read(desk, assigned().incident)
    assert "orientation du gestionnaire" not in page


def test_a_file_without_exhibits_says_so(desk: Client) -> None:
    assert "Aucune pièce" in read(desk, declared_incident())


def test_what_was_withdrawn_is_still_told(desk: Client) -> None:
    incident = declared_incident(exhibits=1)
    incident.exhibits.update(withdrawn_at=MONDAY_MORNING)
    assert "retirée le 23\xa0novembre" in read(desk, incident)


@pytest.mark.parametrize("page", ["desk:custody", "desk:file_exhibits"])
def test_the_timestamp_of_the_day_is_shown(desk: Client, page: str) -> None:
    incident = declared_incident(exhibits=1)
    make_manifests(at=STAMPED)
    Manifest.objects.update(token=b"token", stamped_at=STAMPED)
    assert "horodaté le 24\xa0novembre\xa02026 à\xa09\xa0h\xa030" in read(desk, incident, page)


def test_it_takes_as_many_queries_for_ten_exhibits_as_for_one(desk: Client) -> None:
    incident = declared_incident(exhibits=1)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read(desk, incident)
        return len(captured)

    queries()
    one = queries()
    for width in range(70, 79):
        attached(incident, upload=png(size=(width, 40)))
    assert queries() == one
    assert Exhibit.objects.count() == 10
