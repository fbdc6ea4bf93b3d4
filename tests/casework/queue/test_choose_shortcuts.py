import pytest

from apps.casework.queue.choose_shortcuts import choose_shortcuts
from tests.factories import handler

pytestmark = pytest.mark.django_db


def test_the_choice_is_one_person_s_own_and_can_be_changed_back() -> None:
    sofia, karim = handler(), handler()
    for wanted in (False, False, True):
        choose_shortcuts(wanted=wanted, by=sofia)
        sofia.refresh_from_db()
        karim.refresh_from_db()
        assert (sofia.uses_shortcuts, karim.uses_shortcuts) == (wanted, True)
