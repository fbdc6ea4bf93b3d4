"""What a delegate sees and does: the declarations that they prepare, and nothing else."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.write_message import write_message
from apps.directory.models import Practitioner
from apps.incidents.models import Declaration, Incident
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import (
    MONDAY_MORNING,
    DelegateFactory,
    PractitionerFactory,
    UserFactory,
    declared_incident,
    delegate_of,
)
from tests.portal.typed import complete_draft, day, draft, page_of

HOME = reverse("portal:delegations")


@pytest.fixture
def julie(surgeon: Practitioner) -> User:
    return delegate_of(surgeon)


@pytest.fixture
def office(julie: User) -> Client:
    """Julie's computer, signed in."""
    client = Client()
    client.force_login(julie)
    return client


def prepared(surgeon: Practitioner, julie: User) -> Declaration:
    """A complete draft that Julie has typed."""
    declaration = complete_draft(surgeon)
    declaration.prepared_by = julie
    declaration.save()
    return declaration


def test_a_delegate_lands_on_their_own_page(office: Client, surgeon: Practitioner) -> None:
    assert office.get("/").url == HOME
    assert f"Déclarer pour {surgeon}" in office.get(HOME).text


def test_a_delegate_begins_a_declaration_for_who_named_them(
    office: Client, surgeon: Practitioner, julie: User
) -> None:
    response = office.post(reverse("portal:start_for", args=[surgeon.pk]))
    declaration = surgeon.declarations.get()
    assert declaration.prepared_by == julie
    page = office.get(response.url).text
    assert f"Vous préparez la déclaration de {surgeon}" in page
    assert "Je veux seulement un conseil" not in page


def test_a_delegate_begins_nothing_for_anybody_else(office: Client) -> None:
    other = PractitionerFactory()
    assert office.post(reverse("portal:start_for", args=[other.pk])).status_code == 404
    assert not Declaration.objects.exists()


def test_what_is_handed_over_is_confirmed_by_the_practitioner_in_one_tap(
    office: Client, phone: Client, surgeon: Practitioner, julie: User
) -> None:
    declaration = prepared(surgeon, julie)
    check = page_of(declaration, "check_answers")
    assert str(declaration.key) not in phone.get(reverse("portal:incidents")).text
    assert f"Transmettre à {surgeon}" in office.get(check).text
    response = office.post(check, {"is_accurate": "on"})
    assert response.url == page_of(declaration, "handed_over")
    assert "lundi 1er\u00a0février\u00a02027" in office.get(response.url).text
    assert not Incident.objects.exists()
    assert office.get(check).url == response.url, "the delegate no longer edits"
    assert Letter.objects.get(kind="declaration_handed_over").recipient == surgeon.user
    assert str(declaration.key) in phone.get(reverse("portal:incidents")).text
    assert "Préparée par votre délégué" in phone.get(check).text
    phone.post(check, {"is_accurate": "on"})
    incident = Incident.objects.get()
    assert incident.practitioner == surgeon
    timeline = phone.get(reverse("portal:incident", args=[incident.reference])).text
    assert "Votre délégué a préparé cette déclaration" in timeline
    assert "Envoyée" in office.get(HOME).text


def test_a_delegate_never_sends_even_by_asking_twice(
    office: Client, surgeon: Practitioner, julie: User
) -> None:
    check = page_of(prepared(surgeon, julie), "check_answers")
    for _ in range(2):
        office.post(check, {"is_accurate": "on"})
    assert not Incident.objects.exists()


def test_a_delegate_sees_nothing_else_of_the_practitioner(
    office: Client, surgeon: Practitioner
) -> None:
    incident = declared_incident(surgeon, exhibits=1)
    write_message(incident, body="message-canari", by=surgeon.user, at=MONDAY_MORNING)
    own = draft(surgeon, "situation", "practice", "reviews")
    addresses = [
        reverse("portal:incidents"),
        reverse("portal:start_declaration"),
        reverse("portal:delegates"),
        reverse("portal:ask_advice"),
        *(
            reverse(f"portal:{page}", args=[incident.reference])
            for page in ("incident", "messages", "lawyer", "confirmation", "incident_call_back")
        ),
        *(page_of(own, page) for page in ("declare_situation", "declare_reviews", "call_back")),
        page_of(own, "handed_over"),
        reverse("files:exhibit", args=[incident.exhibits.get().pk]),
        reverse("desk:queue"),
    ]
    for address in addresses:
        assert office.get(address).status_code == 404, address
    page = office.get(HOME).text
    assert incident.reference not in page
    assert str(own.key) not in page
    assert "canari" not in page


@pytest.mark.parametrize("also_named", [False, True])
def test_another_delegate_does_not_see_what_this_one_prepares(
    surgeon: Practitioner, julie: User, also_named: bool
) -> None:
    declaration = prepared(surgeon, julie)
    other = delegate_of(surgeon) if also_named else UserFactory(role="delegate")
    client = Client()
    client.force_login(other)
    assert client.get(page_of(declaration, "declare_reviews")).status_code == 404
    assert str(declaration.key) not in client.get(HOME).text


def test_who_is_dismissed_sees_nothing_any_more(phone: Client, surgeon: Practitioner) -> None:
    named = DelegateFactory(practitioner=surgeon)
    declaration = prepared(surgeon, named.user)
    phone.post(reverse("portal:dismiss_delegate", args=[named.pk]))
    client = Client()
    client.force_login(named.user)
    assert client.get(page_of(declaration, "check_answers")).status_code == 404
    assert "Personne ne vous a désigné" in client.get(HOME).text
    assert str(declaration.key) in phone.get(reverse("portal:incidents")).text


@pytest.mark.parametrize(
    ("latest", "said"),
    [
        (date(2026, 11, 10), "encore possible jusqu’au <strong>mercredi 10\u00a0février\u00a02027"),
        (date(2026, 8, 22), "semble dépassé depuis le dimanche 22\u00a0novembre\u00a02026"),
    ],
)
def test_a_date_that_has_perhaps_passed_is_said_on_the_page_that_hands_over(
    office: Client, surgeon: Practitioner, julie: User, latest: date, said: str
) -> None:
    window = {"dating": "between", **day("earliest", date(2026, 8, 20)), **day("latest", latest)}
    declaration = complete_draft(surgeon, **window)
    declaration.prepared_by = julie
    declaration.save()
    sent = office.post(page_of(declaration, "check_answers"), {"is_accurate": "on"})
    assert said in office.get(sent.url).text
    letter = Letter.objects.get(kind="declaration_handed_over")
    letter.claimed_at = MONDAY_MORNING
    write(letter)
    assert said.replace("<strong>", "") in letter.body_text


def test_an_unknown_date_is_said_on_the_page_that_hands_over(
    office: Client, surgeon: Practitioner, julie: User
) -> None:
    declaration = prepared(surgeon, julie)
    declaration.answers["dates"]["1"] = {"dating": "unknown"}
    declaration.handed_at = MONDAY_MORNING
    declaration.save()
    assert "presque fini" in office.get(page_of(declaration, "handed_over")).text
