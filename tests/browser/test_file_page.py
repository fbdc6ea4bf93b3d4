"""The desk's own pages, at a desk and on a phone: each is looked at by axe."""

from datetime import timedelta

import pytest
from django.utils import timezone

from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from tests.factories import declared_incident, handler, qualified_incident

from .conftest import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "",
    "qualification/",
    "contenus/1/qualifier/",
    "echeances/",
    "demarches/",
    "pieces/",
    "messages/",
    "notes/",
    "partenaires/",
    "garanties/",
    "journal/",
    "sommeil/",
)


@pytest.mark.parametrize(("name", "screen"), [("bureau-1440", DESKTOP), ("bureau-390", PHONE)])
def test_a_handler_s_day_and_a_file_tab_by_tab(visitor, name: str, screen: dict[str, int]) -> None:
    now = timezone.now()
    sofia = handler(name="Sofia Renard")
    incident = qualified_incident(sofia, at=now - timedelta(days=3), exhibits=1)
    write_message(incident, body="Et ensuite ?", by=incident.practitioner.user, at=now)
    write_note(incident, body="Rappeler lundi.", by=sofia, at=now)
    declared_incident(at=now)
    person = visitor(name, screen)
    person.sign_in(sofia)
    person.open("/")
    person.sees("À faire aujourd’hui")
    for page in PAGES:
        person.open(f"/bureau/dossiers/{incident.reference}/{page}")
        width = person.page.evaluate("document.documentElement.scrollWidth")
        assert width <= screen["width"], page
    person.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    header = ".file-bar" if screen is DESKTOP else ".file-bar__clock"
    assert person.page.locator(header).bounding_box()["y"] >= 0
    person.open("/bureau/?vue=a_trier")
