from datetime import timedelta

import pytest

from apps.casework.correspondence.see_request import see_request
from tests.factories import MONDAY_MORNING, requested_information, taken_incident

pytestmark = pytest.mark.django_db


def test_the_first_look_is_the_one_that_is_kept() -> None:
    (request,) = requested_information(taken_incident())
    see_request(request, at=MONDAY_MORNING)
    see_request(request, at=MONDAY_MORNING + timedelta(days=1))
    request.refresh_from_db()
    assert request.seen_at == MONDAY_MORNING
