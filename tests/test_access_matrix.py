"""Every URL × every role: `access_matrix.py` is true. A URL without a row fails."""

from itertools import product

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from apps.assignments.models import Assignment
from tests.suite.worlds import in_world

from .access_matrix import MATRIX, PEOPLE, PERSON
from .addresses import addresses, every_url
from .factories import MONDAY_MORNING
from .worlds import busy_mission

pytestmark = in_world(busy_mission)


@pytest.fixture
def mission(db: None, world: Assignment, time_machine: TimeMachineFixture) -> Assignment:
    time_machine.move_to(MONDAY_MORNING)
    return world


def test_every_url_has_a_row() -> None:
    assert {name for name, _ in every_url()} == set(MATRIX)


@pytest.mark.parametrize("person", PEOPLE)
def test_each_url_answers_each_person_as_the_matrix_says(person: str, mission: Assignment) -> None:
    client, user, column = Client(), PERSON[person](mission), PEOPLE.index(person)
    if user:
        client.force_login(user)
    answers, where = {}, addresses(mission)
    expected = {name: int(row.split()[column]) for name, row in MATRIX.items()}
    for name in MATRIX:
        response = client.get(where[name])
        b"".join(response)  # reads a file to its end, which closes it
        answers[name] = response.status_code
    assert answers == expected


@pytest.mark.parametrize("person", PEOPLE[1:])
def test_where_one_may_not_look_one_may_not_write_either(person: str, mission: Assignment) -> None:
    client = Client()
    client.force_login(PERSON[person](mission))
    where = addresses(mission)
    for name, row in MATRIX.items():
        if row.split()[PEOPLE.index(person)] == "404":
            assert client.post(where[name]).status_code in {404, 405}, name


def test_the_administration_is_for_staff(mission: Assignment) -> None:
    for person, name in product(PEOPLE[1:-1], ("admin:index", "admin:accounts_user_changelist")):
        client = Client()
        client.force_login(PERSON[person](mission))
        assert client.get(reverse(name)).status_code == 302, (person, name)
