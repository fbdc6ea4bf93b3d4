"""The bar of a file stays in sight, at a desk and on a phone. `test_every_page.py` looks at every
page of it."""

import pytest
from django.urls import reverse

from tests.factories import qualified_incident

from .conftest import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_reference_and_the_clock_stay_in_sight_down_to_the_end_of_a_page(visitor) -> None:
    incident = qualified_incident(exhibits=1)
    person = visitor("bar", DESKTOP)
    person.sign_in(incident.handler)
    person.open(reverse("desk:incident", args=[incident.reference]))
    for screen, bar in (DESKTOP, ".file-bar"), (PHONE, ".file-bar__clock"):
        person.page.set_viewport_size(screen)
        person.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        assert person.page.evaluate("window.scrollY") > 0
        assert person.page.locator(bar).bounding_box()["y"] >= 0
