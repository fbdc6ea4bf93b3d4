"""Every URL × every role, the neighbour of the same role included. A URL without a row fails.

What one may not see is a 404, exactly as what does not exist; who has not signed in is sent to the
sign-in page.
"""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from apps.accounts.models import Role, User
from apps.assignments.models import Assignment
from apps.casework.compile import compile
from apps.casework.decide_not_to_act import decide_not_to_act
from apps.casework.open_feed import open_feed
from apps.casework.tasks import render_dossiers
from apps.deadlines.models import InactionDecision
from apps.incidents.models import Declaration
from tests.factories import (
    MONDAY_MORNING,
    PartnerFactory,
    PractitionerFactory,
    UserFactory,
    assigned,
    handler,
    supervisor,
)

PEOPLE = (
    "anonymous",
    "owner",
    "other_practitioner",
    "handler",
    "other_handler",
    "supervisor",
    "legal_lead",
    "partner",
    "other_partner",
    "admin",
)

# One figure a person, in the order above, for a GET. 405: the URL only takes a POST.
MATRIX = {
    "home": "200 302 302 302 302 302 302 302 302 302",
    # --- portal
    "portal:incidents": "302 200 200 404 404 404 404 404 404 404",
    "portal:incident": "302 200 404 404 404 404 404 404 404 404",
    "portal:messages": "302 200 404 404 404 404 404 404 404 404",
    "portal:lawyer": "302 200 404 404 404 404 404 404 404 404",
    "portal:confirmation": "302 200 404 404 404 404 404 404 404 404",
    "portal:start_declaration": "302 200 200 404 404 404 404 404 404 404",
    "portal:declare_practice": "302 200 302 404 404 404 404 404 404 404",
    "portal:declare_reviews": "302 302 302 404 404 404 404 404 404 404",
    "portal:declare_review": "302 302 302 404 404 404 404 404 404 404",
    "portal:declare_exhibits": "302 302 302 404 404 404 404 404 404 404",
    "portal:declare_context": "302 302 302 404 404 404 404 404 404 404",
    "portal:check_answers": "302 302 302 404 404 404 404 404 404 404",
    "portal:remove_review": "302 302 302 404 404 404 404 404 404 404",
    "portal:remove_exhibit": "302 405 405 404 404 404 404 404 404 404",
    # --- desk
    "desk:queue": "302 404 404 200 200 200 200 404 404 404",
    "desk:letters": "302 404 404 200 200 200 200 404 404 404",
    "desk:prescription": "302 404 404 200 200 200 200 404 404 404",
    "desk:prescription_csv": "302 404 404 200 200 200 200 404 404 404",
    "desk:calendar": "302 404 404 200 200 200 200 404 404 404",
    "desk:incident": "302 404 404 200 200 200 200 404 404 404",
    "desk:write_message": "302 404 404 200 200 200 200 404 404 404",
    "desk:write_note": "302 404 404 200 200 200 200 404 404 404",
    "desk:qualify": "302 404 404 200 200 200 200 404 404 404",
    "desk:assign": "302 404 404 200 200 200 200 404 404 404",
    "desk:attach": "302 404 404 200 200 200 200 404 404 404",
    "desk:close": "302 404 404 200 200 200 200 404 404 404",
    "desk:record_act": "302 404 404 200 200 200 200 404 404 404",
    "desk:add_publication": "302 404 404 200 200 200 200 404 404 404",
    "desk:change_publication": "302 404 404 200 200 200 200 404 404 404",
    "desk:decide_not_to_act": "302 404 404 302 302 302 302 404 404 404",
    "desk:second_inaction": "302 404 404 200 200 200 200 404 404 404",
    "desk:acknowledge": "302 404 404 405 405 405 405 404 404 404",
    "desk:resend": "302 404 404 405 405 405 405 404 404 404",
    "desk:take": "302 404 404 405 405 405 405 404 404 404",
    "desk:compile": "302 404 404 405 405 405 405 404 404 404",
    # --- extranet
    "extranet:assignments": "302 404 404 404 404 404 404 200 200 404",
    "extranet:assignment": "302 404 404 404 404 404 404 200 404 404",
    "extranet:decline": "302 404 404 404 404 404 404 200 404 404",
    # For lawyers: both partners here are bailiffs.
    "extranet:calendar": "302 404 404 404 404 404 404 404 404 404",
    "extranet:accept": "302 404 404 404 404 404 404 405 405 404",
    # --- files
    "files:exhibit": "302 200 404 200 200 200 200 200 404 404",
    "files:dossier": "302 404 404 200 200 200 200 200 404 404",
    "files:health": "200 200 200 200 200 200 200 200 200 200",
    # --- calendars: the address itself is the key
    "calendar_feed": "200 200 200 200 200 200 200 200 200 200",
    "open_feed": "302 404 404 405 405 405 405 404 404 404",
    "close_feed": "302 404 404 405 405 405 405 404 404 404",
    # --- api
    "api:incident-list": "403 200 200 200 200 200 200 200 200 200",
    "api:incident-detail": "403 200 404 200 200 200 200 404 404 404",
    "api:schema": "403 200 200 200 200 200 200 200 200 200",
    # --- accounts
    "account_login": "200 302 302 302 302 302 302 302 302 302",
    "account_logout": "302 200 200 200 200 200 200 200 200 200",
    "account_reset_password": "200 200 200 200 200 200 200 200 200 200",
    "account_reset_password_done": "200 200 200 200 200 200 200 200 200 200",
    "account_reset_password_from_key": "200 200 200 200 200 200 200 200 200 200",
    "account_reset_password_from_key_done": "200 200 200 200 200 200 200 200 200 200",
    # --- development only
    "devmailbox:letters": "200 200 200 200 200 200 200 200 200 200",
    "devmailbox:letter": "404 404 404 404 404 404 404 404 404 404",
}


OF_A_FILE = {
    "api:incident-detail",
    "desk:attach",
    "desk:close",
    "desk:incident",
    "desk:take",
    "desk:write_message",
    "desk:write_note",
    "portal:confirmation",
    "portal:incident",
    "portal:lawyer",
    "portal:messages",
}


ON_A_CONTENT = (
    "qualify",
    "record_act",
    "add_publication",
    "decide_not_to_act",
    "second_inaction",
)


def url_names(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace != "admin":  # Django's own, behind is_staff: tested below
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from url_names(pattern, inner)


def test_every_url_has_a_row() -> None:
    assert set(url_names()) == set(MATRIX)


@pytest.fixture
def mission(db, time_machine) -> Assignment:
    time_machine.move_to(MONDAY_MORNING)
    assignment = assigned()
    compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    incident = assignment.incident
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    open_feed(by=incident.handler, at=MONDAY_MORNING)
    Declaration.objects.create(practitioner=incident.practitioner, started_at=MONDAY_MORNING)
    return assignment


PERSON: dict[str, Callable[[Assignment], User | None]] = {
    "anonymous": lambda mission: None,
    "owner": lambda mission: mission.incident.practitioner.user,
    "other_practitioner": lambda mission: PractitionerFactory().user,
    "handler": lambda mission: mission.incident.handler,
    "other_handler": lambda mission: handler(),
    "supervisor": lambda mission: supervisor(),
    "legal_lead": lambda mission: UserFactory(role=Role.LEGAL_LEAD),
    "partner": lambda mission: mission.partner.members.get(),
    "other_partner": lambda mission: PartnerFactory().members.get(),
    "admin": lambda mission: UserFactory(role=Role.ADMIN, is_staff=True, is_superuser=True),
}


def address(name: str, mission: Assignment) -> str:
    incident = mission.incident
    publication = incident.reviews.get().publications.get()
    arguments = {
        "portal:declare_review": [1],
        "desk:resend": [incident.letters.earliest("pk").pk],
        "portal:remove_review": [1],
        "portal:remove_exhibit": [1],
        **{f"desk:{verb}": [incident.reference, 1] for verb in ON_A_CONTENT},
        "desk:change_publication": [incident.reference, 1, publication.pk],
        "desk:acknowledge": [incident.reference, incident.deadlines.get().pk],
        "desk:assign": [incident.reference, "technical"],
        "desk:compile": [incident.reference, mission.pk],
        "extranet:assignment": [mission.pk],
        "extranet:accept": [mission.pk],
        "extranet:decline": [mission.pk],
        "calendar_feed": [incident.handler.calendar_feeds.get().token],
        "files:exhibit": [mission.exhibits.get().pk],
        "files:dossier": [incident.dossiers.get().pk],
        "account_reset_password_from_key": ["1", "unknown-key"],
        "devmailbox:letter": ["unknown"],
    }
    if name in arguments:
        return reverse(name, args=arguments[name])
    if name in OF_A_FILE:
        return reverse(name, args=[incident.reference])
    return reverse(name)


@pytest.mark.parametrize("person", PEOPLE)
def test_each_url_answers_each_person_as_the_matrix_says(person: str, mission: Assignment) -> None:
    user, column = PERSON[person](mission), PEOPLE.index(person)
    answers, expected = {}, {}
    for name, row in MATRIX.items():
        client = Client()
        if user:
            client.force_login(user)
        expected[name] = int(row.split()[column])
        response = client.get(address(name, mission))
        b"".join(response)  # reads a file to its end, which closes it
        answers[name] = response.status_code
    assert answers == expected


@pytest.mark.parametrize("person", PEOPLE[1:])
def test_where_one_may_not_look_one_may_not_write_either(person: str, mission: Assignment) -> None:
    client = Client()
    client.force_login(PERSON[person](mission))
    for name, row in MATRIX.items():
        if row.split()[PEOPLE.index(person)] == "404":
            assert client.post(address(name, mission)).status_code in {404, 405}, name


def test_the_administration_is_for_staff(mission: Assignment) -> None:
    for person, name in product(PEOPLE[1:-1], ("admin:index", "admin:accounts_user_changelist")):
        client = Client()
        client.force_login(PERSON[person](mission))
        assert client.get(reverse(name)).status_code == 302, (person, name)
