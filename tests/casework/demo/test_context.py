"""« Démonstration en cours : 1 / 2 »: while it is being lived, on the desk alone."""

from copy import deepcopy

import pytest
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.demo.models import Story
from tests.factories import MONDAY_MORNING, PractitionerFactory, handler, supervisor

pytestmark = pytest.mark.django_db
BANNER = "Démonstration en cours&nbsp;: 1&nbsp;/&nbsp;2."


@pytest.fixture(autouse=True)
def as_make_run_has_it(settings) -> None:
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["context_processors"].append(settings.DEMONSTRATION)
    settings.TEMPLATES = templates


@pytest.fixture(autouse=True)
def half_lived() -> None:
    for name, state in {"first": Story.State.WHOLE, "second": Story.State.WAITING}.items():
        Story.objects.create(name=name, reference=name, state=state, looked_at=MONDAY_MORNING)


@pytest.mark.parametrize("who", [handler, supervisor])
def test_the_desk_says_how_far_it_is_until_it_is_whole(who, sign_in) -> None:
    client, url = sign_in(who()), reverse("desk:queue")
    assert BANNER in client.get(url).text
    Story.objects.update(state=Story.State.LIVED)
    assert "2&nbsp;/&nbsp;2." in client.get(url).text
    Story.objects.update(state=Story.State.WHOLE)
    assert "Démonstration" not in client.get(url).text


def test_a_practitioner_is_told_nothing_of_it(sign_in) -> None:
    user: User = PractitionerFactory().user
    assert "Démonstration" not in sign_in(user).get(reverse("portal:start")).text
