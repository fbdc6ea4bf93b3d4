from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import Role, User
from apps.casework.close import close
from apps.casework.remind import JOB
from apps.deadlines.models import Heartbeat
from apps.deadlines.urgency import by_urgency
from apps.incidents.models import Incident
from apps.incidents.status import Outcome
from apps.legal.windows import Window
from apps.mailbox.models import Letter, Status
from tests.factories import (
    MONDAY_MORNING,
    PlatformFactory,
    UserFactory,
    declared_incident,
    declared_review,
    taken_incident,
)

URL = reverse("desk:queue")


def published(day: date | None) -> Incident:
    window = Window.on_day(day) if day else Window.unknown()
    return declared_incident(reviews=[declared_review(window=window)])


def references(response) -> list[str]:
    return [incident.reference for incident, _, _ in response.context["rows"]]


def test_unknown_dates_come_first_then_what_expires_first(desk: Client) -> None:
    later = published(date(2026, 11, 20))
    sooner = published(date(2026, 9, 10))
    unknown = published(None)
    expected = [incident.reference for incident in (unknown, sooner, later)]
    assert references(desk.get(URL)) == expected


def test_a_file_whose_clocks_have_ended_comes_last(db: None) -> None:
    ended, running = published(None), published(date(2026, 11, 20))
    ended.deadlines.update(closed_at=MONDAY_MORNING)
    assert list(by_urgency(Incident.objects.all())) == [running, ended]


def test_a_file_is_driven_by_the_nearest_of_its_dates(db: None) -> None:
    windows = [Window.on_day(date(2026, 11, 20)), Window.on_day(date(2026, 9, 10))]
    declared_incident(reviews=[declared_review(window=window) for window in windows])
    assert by_urgency(Incident.objects.all()).get().driving_act_by == date(2026, 12, 9)


def test_a_row_says_what_a_handler_needs_to_choose(desk: Client) -> None:
    PlatformFactory()
    declared_incident(reviews=[declared_review(), declared_review(url="")])
    page = desk.get(URL).content.decode()
    for words in ("01/02/2027", "Dr Martin", "chirurgie", "Facebook, non reconnue", "Reçu"):
        assert words in page


def test_the_views_count_their_files(desk: Client, sofia: User) -> None:
    declared_incident()
    taken_incident(sofia)
    taken_incident()
    ended = taken_incident(sofia)
    close(ended, outcome=Outcome.REMOVED_BY_AUTHOR, words="Conseil.", by=sofia, at=MONDAY_MORNING)
    counts = {key: count for key, _, count in desk.get(URL).context["shelves"]}
    assert counts == {"ouverts": 3, "a_prendre": 1, "miens": 1, "clos": 1}


def test_each_view_lists_its_own_files(desk: Client, sofia: User) -> None:
    free, mine = declared_incident(), taken_incident(sofia)
    assert references(desk.get(URL, {"vue": "a_prendre"})) == [free.reference]
    assert references(desk.get(URL, {"vue": "miens"})) == [mine.reference]
    assert references(desk.get(URL, {"vue": "clos"})) == []


def test_an_unknown_view_shows_every_open_file(desk: Client) -> None:
    incident = declared_incident()
    assert references(desk.get(URL, {"vue": "n’importe quoi"})) == [incident.reference]


def test_only_a_file_that_nobody_has_can_be_taken_from_its_row(desk: Client) -> None:
    free, taken = declared_incident(), taken_incident()
    page = desk.get(URL).content.decode()
    assert reverse("desk:take", args=[free.reference]) in page
    assert reverse("desk:take", args=[taken.reference]) not in page


def test_the_number_of_queries_does_not_grow_with_the_rows(desk: Client) -> None:
    PlatformFactory()
    declared_incident(exhibits=1)
    with CaptureQueriesContext(
        connection,
    ) as one_row:
        desk.get(URL)
    for _ in range(19):
        taken_incident(reviews=[declared_review(), declared_review()])
    with CaptureQueriesContext(connection) as twenty_rows:
        response = desk.get(URL)
    assert len(response.context["rows"]) == 20
    assert len(twenty_rows) == len(one_row)


def test_a_long_queue_is_cut_into_pages_that_keep_the_view(desk: Client) -> None:
    for _ in range(26):
        declared_incident()
    response = desk.get(URL, {"vue": "a_prendre"})
    assert len(response.context["rows"]) == 25
    assert "vue=a_prendre&amp;page=2" in response.content.decode()
    assert len(desk.get(URL, {"vue": "a_prendre", "page": 2}).context["rows"]) == 1


def test_an_empty_queue_says_when_the_engine_last_looked(desk: Client) -> None:
    Heartbeat.objects.create(job=JOB, beat_at=MONDAY_MORNING - timedelta(hours=2))
    page = desk.get(URL).content.decode()
    assert "Aucun dossier ouvert" in page
    assert (
        'Vérifié à <time datetime="2026-11-23T07:30:00+01:00">07:30</time> (moteur actif).' in page
    )


def test_an_engine_that_never_ran_is_not_hidden(desk: Client) -> None:
    assert "Le moteur n’a pas encore tourné." in desk.get(URL).content.decode()


def test_letters_that_did_not_arrive_are_announced(desk: Client) -> None:
    declared_incident()
    Letter.objects.update(status=Status.FAILED, error="refused-550")
    assert "1 courrier non remis" in desk.get(URL).content.decode()


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.PARTNER, Role.ADMIN])
def test_the_queue_does_not_exist_for_others(client: Client, db: None, role: Role) -> None:
    client.force_login(UserFactory(role=role))
    assert client.get(URL).status_code == 404


def test_the_queue_is_only_read(desk: Client) -> None:
    assert desk.post(URL).status_code == 405
