import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.incidents.models import Incident, Qualification
from apps.legal.taxonomy import Label
from tests.factories import (
    MONDAY_MORNING,
    declared_review,
    handler,
    qualified_incident,
    read_as,
    supervisor,
    taken_incident,
)


def page(desk: Client, incident: Incident) -> str:
    return desk.get(reverse("desk:file_readings", args=[incident.reference])).text


def read(incident: Incident, number: int, label: Label) -> Qualification:
    return read_as(incident.reviews.get(number=number), label, end=5)


def whole(text: str) -> str:
    """What is said of the whole file."""
    return text.split("Orientation du dossier")[1].split("</section>")[0]


def test_the_file_bears_the_gravest_label_of_its_contents(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review() for _ in range(3)])
    assert "Orientation du dossier" not in page(desk, incident)
    read(incident, 1, Label.OPINION)
    read(incident, 2, Label.INJ_PUB)
    said = whole(page(desk, incident))
    assert "Injure publique envers un particulier" in said
    assert "1 contenu sans orientation connue." in said


def test_what_is_read_blind_is_not_told_by_the_whole_file(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(), declared_review()])
    read(incident, 1, Label.OPINION)
    first = read(incident, 2, Label.INJ_PUB)
    ask_second_reading(first, is_blind=True, by=supervisor(), at=MONDAY_MORNING)
    assert "Injure publique" in whole(page(desk, incident))
    desk.force_login(handler())
    assert "Injure publique" not in whole(page(desk, incident))


def test_the_page_asks_as_many_questions_whatever_the_number_of_contents(
    desk: Client, sofia: User
) -> None:
    def queries(incident: Incident) -> int:
        page(desk, incident)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(desk, incident)
        return len(asked)

    one = qualified_incident(sofia, label=Label.OPINION)
    many = taken_incident(sofia, reviews=[declared_review() for _ in range(6)])
    for number in range(1, 7):
        read(many, number, Label.OPINION)
    assert queries(many) == queries(one)


@pytest.mark.parametrize("name", ["qualify", "report_to_platform"])
def test_to_whom_each_step_is_addressed_stands_beside_the_content(
    desk: Client, sofia: User, name: str
) -> None:
    incident = taken_incident(sofia, facility_page="yes")
    text = desk.get(reverse(f"desk:{name}", args=[incident.reference, 1])).text
    assert "À qui s’adresser&nbsp;: page d’un établissement" in text
    assert "Le service de communication de l’établissement" in text
