"""A later date that a colleague has asked for waits on the desk until a second person decides."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.deadlines.change_publication import change_publication
from apps.incidents.models import Incident
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    checked_act,
    ended,
    handler,
    qualified_incident,
    read_as,
    supervisor,
)


@pytest.fixture
def karim(db: None) -> User:
    return supervisor(name="Karim Lefèvre")


@pytest.fixture
def boss(client: Client, karim: User) -> Client:
    client.force_login(karim)
    return client


@pytest.fixture
def incident(sofia: User) -> Incident:
    """Sofia has asked for 10 November instead of the 2nd."""
    incident = qualified_incident(sofia)
    redate(incident, date(2026, 11, 10), by=sofia)
    return incident


def redate(incident: Incident, day: date, *, by: User) -> None:
    change_publication(
        incident.reviews.get().publications.open().get(),
        window=Window.on_day(day),
        reason="Capture datée retrouvée.",
        by=by,
        at=MONDAY_MORNING,
    )


def url(incident: Incident, page: str = "confirm_dates") -> str:
    arguments = [incident.reference] if page == "file_deadlines" else [incident.reference, 1]
    return reverse(f"desk:{page}", args=arguments)


def last_day(incident: Incident) -> date:
    return incident.deadlines.open().get(rule_code="PRESS_3M").legal_last_day


def test_both_dates_and_who_asked_are_read_before_one_is_confirmed(boss: Client, incident) -> None:
    page = boss.get(url(incident)).content.decode()
    for words in (
        "Mardi 10\xa0novembre\xa02026",
        "Motif : Capture datée retrouvée.",
        "lundi 1er\xa0février\xa02027",
        "mercredi 10 février 2027",
        "Demandée par Sofia Renard.",
        "Confirmer la date plus tardive",
    ):
        assert words in page


def test_a_second_person_confirms_it(boss: Client, incident) -> None:
    page = boss.post(url(incident), follow=True).text
    assert "Date plus tardive confirmée." in page
    assert last_day(incident) == date(2027, 2, 10)
    assert "Aucune date plus tardive n’attend" in boss.get(url(incident)).text


def test_the_deadlines_lead_to_it_while_it_waits(boss: Client, incident) -> None:
    page = boss.get(url(incident, "file_deadlines")).text
    assert url(incident) in page
    assert "date plus tardive à confirmer par une seconde personne" in page
    boss.post(url(incident))
    assert url(incident) not in boss.get(url(incident, "file_deadlines")).text


def test_the_label_that_gave_a_date_is_dropped_and_the_page_says_what_would_follow(
    boss: Client, sofia: User
) -> None:
    incident = qualified_incident(sofia, label=Label.PRES_INNOCENCE)
    checked_act(incident.reviews.get(), "CITATION_DIRECTE")
    read_as(incident.reviews.get(), Label.DIFF_PUB)
    assert "samedi 20 février 2027" in boss.get(url(incident)).text
    boss.post(url(incident))
    assert [row.rule_code for row in incident.deadlines.open()] == ["PRESS_3M"]


def test_who_asked_reads_it_and_is_not_offered_to_confirm(desk: Client, incident) -> None:
    assert url(incident) not in desk.get(url(incident, "file_deadlines")).text
    page = desk.get(url(incident)).text
    assert "une autre personne que celle qui l’a demandée" in page
    assert "Confirmer la date plus tardive</button>" not in page
    assert "une autre personne" in desk.post(url(incident), follow=True).text
    assert last_day(incident) == date(2027, 2, 2)


def test_a_supervisor_does_not_confirm_what_they_asked(boss: Client, sofia, karim) -> None:
    incident = qualified_incident(sofia)
    redate(incident, date(2026, 11, 10), by=karim)
    assert url(incident) not in boss.get(url(incident, "file_deadlines")).text
    assert "une autre personne" in boss.post(url(incident), follow=True).text
    assert last_day(incident) == date(2027, 2, 2)


def test_a_colleague_who_does_not_follow_the_file_is_told_so(client: Client, incident) -> None:
    client.force_login(handler())
    page = client.post(url(incident), follow=True).text
    assert "Ce dossier est suivi par Sofia Renard." in page
    assert last_day(incident) == date(2027, 2, 2)


def test_sent_twice_it_says_that_nothing_waits(boss: Client, incident) -> None:
    boss.post(url(incident))
    assert "Aucune date plus tardive n’attend" in boss.post(url(incident), follow=True).text


def test_on_a_closed_file_nothing_is_confirmed(boss: Client, incident) -> None:
    ended(incident)
    assert "Ce dossier est terminé" in boss.post(url(incident), follow=True).text
    assert not incident.deadlines.open().exists()
