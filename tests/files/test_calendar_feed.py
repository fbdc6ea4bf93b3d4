from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from icalendar import Calendar, Event

from apps.accounts.models import CalendarFeed, Role, User
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.open_feed import open_feed
from apps.casework.missions.accept import accept
from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    PartnerFactory,
    UserFactory,
    assigned,
    declared_review,
    ended,
    handler,
    qualified_incident,
    supervisor,
)

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
NEAR, FAR = date(2026, 9, 20), date(2026, 11, 2)  # within 45 days of Monday, and not


@pytest.fixture(autouse=True)
def monday(time_machine) -> None:
    time_machine.move_to(MONDAY_MORNING, tick=False)


def lawyer() -> User:
    return PartnerFactory(kind=Partner.Kind.LAWYER).members.get()


def published(day: date | None, by: User | None = None) -> Incident:
    window = Window.on_day(day) if day else Window.unknown()
    return qualified_incident(by, reviews=[declared_review(window=window)])


def address(user: User) -> str:
    feed = CalendarFeed.objects.filter(user=user, closed_at=None).first()
    token = (feed or open_feed(by=user, at=MONDAY_MORNING)).token
    return reverse("calendar_feed", args=[token])


def events(user: User) -> list[Event]:
    response = Client().get(address(user))
    assert response.status_code == 200
    return Calendar.from_ical(response.content).walk("VEVENT")


def files(user: User) -> set[str]:
    return {str(event["SUMMARY"]).removeprefix("Agir avant – ") for event in events(user)}


# --- What an event says ---------------------------------------------------------------------------


def test_a_deadline_is_a_whole_day_with_its_three_dates_and_a_link() -> None:
    sofia = handler()
    incident = published(FAR, sofia)
    (event,) = events(sofia)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event.start == date(2027, 2, 1)
    assert event["SUMMARY"] == f"Agir avant – {incident.reference}"
    said = str(event["DESCRIPTION"])
    assert "Délai certain\n" in said
    assert "Date théorique : mardi 2 février 2027" in said
    assert "Date prudente : lundi 1er février 2027" in said
    assert "Date opérationnelle : lundi 1er février 2027" in said
    path = reverse("desk:incident", args=[incident.reference])
    assert said.endswith(f"{settings.SITE_URL}{path}")


@pytest.mark.parametrize(
    ("window", "state"),
    [
        (Window.on_day(date(2026, 8, 23)), "Dernier jour légal\u00a0: aujourd’hui"),
        (
            Window.between(date(2026, 8, 20), date(2026, 11, 10)),
            "Peut-être dépassé\u00a0; encore possible jusqu’au mercredi 10 février 2027",
        ),
    ],
)
def test_it_says_how_far_the_term_has_gone(window: Window, state: str) -> None:
    sofia = handler()
    qualified_incident(sofia, reviews=[declared_review(window=window)])
    (event,) = events(sofia)
    assert f"{state}\n" in str(event["DESCRIPTION"])


def test_the_day_that_moves_is_the_same_event() -> None:
    sofia = handler()
    incident = published(FAR, sofia)
    (before,) = events(sofia)
    change_publication(
        incident.reviews.get().publications.get(),
        window=Window.on_day(date(2026, 10, 20)),
        reason="Constat.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    (after,) = events(sofia)
    assert before["UID"] == after["UID"]
    assert (before.start, after.start) == (date(2027, 2, 1), date(2027, 1, 19))


def test_no_name_and_no_word_of_a_review_leaves_through_it() -> None:
    sofia = handler(name="Sofia Canari")
    incident = published(FAR, sofia)
    text = Client().get(address(sofia)).content.decode()
    names = (incident.practitioner.user.name, "Canari", "chirurgien", "iffamation", "facebook")
    for secret in names:
        assert secret not in text


def test_it_is_a_calendar_that_nobody_keeps_in_a_cache() -> None:
    response = Client().get(address(handler()))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert Calendar.from_ical(response.content)["VERSION"] == "2.0"


# --- Whose deadlines ------------------------------------------------------------------------------


def test_a_handler_has_those_of_their_files() -> None:
    sofia = handler()
    mine = published(FAR, sofia)
    published(NEAR)
    published(None, sofia)
    assert files(sofia) == {mine.reference}


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LEGAL_LEAD])
def test_their_seniors_have_all_those_of_the_coming_weeks(role: Role) -> None:
    near = published(NEAR)
    published(FAR)
    published(None)
    assert files(UserFactory(role=role)) == {near.reference}


def test_a_lawyer_has_those_of_the_contents_of_accepted_mandates() -> None:
    entrusted, proposed = published(FAR), published(NEAR)
    office = PartnerFactory(kind=Partner.Kind.LAWYER)
    reader = office.members.get()
    mission = assigned(Partner.Kind.LAWYER, incident=entrusted, partner=office)
    assigned(Partner.Kind.LAWYER, incident=proposed, partner=office)
    accept(mission, by=reader, at=MONDAY_MORNING)
    assert files(reader) == {entrusted.reference}
    (event,) = events(reader)
    assert str(event["DESCRIPTION"]).endswith(reverse("extranet:assignments"))


def test_an_expired_mandate_shows_nothing(time_machine) -> None:
    mission = assigned(Partner.Kind.LAWYER, incident=published(FAR))
    reader = mission.partner.members.get()
    accept(mission, by=reader, at=MONDAY_MORNING)
    time_machine.move_to(MONDAY_MORNING + timedelta(days=120))
    assert files(reader) == set()


def test_a_bailiff_and_a_practitioner_would_read_nothing() -> None:
    mission = assigned(incident=published(NEAR))
    bailiff = mission.partner.members.get()
    accept(mission, by=bailiff, at=MONDAY_MORNING)
    assert files(bailiff) == files(mission.incident.practitioner.user) == set()


def test_a_closed_file_leaves_the_calendar() -> None:
    sofia = handler()
    incident = published(FAR, sofia)
    ended(incident)
    assert files(sofia) == set()


# --- The address ----------------------------------------------------------------------------------


def test_a_revoked_address_is_not_found(client: Client) -> None:
    sofia = handler()
    old = address(sofia)
    client.force_login(sofia)
    client.post(reverse("close_feed"))
    assert Client().get(old).status_code == 404


def test_another_address_revokes_the_one_before(client: Client) -> None:
    sofia = handler()
    old = address(sofia)
    client.force_login(sofia)
    client.post(reverse("open_feed"))
    assert Client().get(old).status_code == 404
    assert Client().get(address(sofia)).status_code == 200


def test_the_address_of_somebody_who_left_is_not_found() -> None:
    sofia = handler()
    url = address(sofia)
    User.objects.filter(pk=sofia.pk).update(is_active=False)
    assert Client().get(url).status_code == 404


def test_an_invented_address_is_not_found() -> None:
    assert Client().get(reverse("calendar_feed", args=["x" * 43])).status_code == 404


@pytest.mark.parametrize(
    ("person", "page"),
    [
        (handler, "desk:calendar"),
        (supervisor, "desk:calendar"),
        (lawyer, "extranet:calendar"),
    ],
)
def test_the_page_gives_the_address_and_takes_it_back(client: Client, person, page: str) -> None:
    client.force_login(person())
    assert "Créer mon adresse" in client.get(reverse(page)).content.decode()
    created = client.post(reverse("open_feed"), follow=True)
    assert created.redirect_chain == [(reverse(page), 302)]
    given = CalendarFeed.objects.get(closed_at=None)
    assert f"{given.token}.ics" in created.content.decode()
    path = urlsplit(created.context["address"]).path
    assert Client().get(path).status_code == 200
    revoked = client.post(reverse("close_feed"), follow=True).content.decode()
    assert given.token not in revoked
    assert "elle ne répond plus" in revoked


def test_only_lawyers_are_offered_a_calendar_on_the_extranet(client: Client) -> None:
    for kind, offered in ((Partner.Kind.LAWYER, True), (Partner.Kind.BAILIFF, False)):
        client.force_login(PartnerFactory(kind=kind).members.get())
        page = client.get(reverse("extranet:assignments")).content.decode()
        assert (reverse("extranet:calendar") in page) is offered
        expected = 200 if offered else 404
        assert client.get(reverse("extranet:calendar")).status_code == expected
