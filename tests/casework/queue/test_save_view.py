import pytest

from apps.accounts.models import SavedView, User
from apps.casework.queue.save_view import NameTaken, save_view
from tests.factories import MONDAY_MORNING, handler

pytestmark = pytest.mark.django_db


def saved(by: User, name: str = "Lyon") -> SavedView:
    return save_view(name=name, query="vue=miens", is_shared=False, by=by, at=MONDAY_MORNING)


def test_a_view_is_its_owner_s_and_keeps_what_it_shows() -> None:
    sofia = handler()
    view = saved(sofia)
    view.refresh_from_db()
    assert (view.owner, view.query, view.is_shared) == (sofia, "vue=miens", False)
    assert view.saved_at == MONDAY_MORNING


def test_one_person_has_one_view_of_a_name_and_another_may_have_it_too() -> None:
    sofia = handler()
    saved(sofia)
    with pytest.raises(NameTaken, match="déjà une vue de ce nom"):
        saved(sofia)
    saved(handler())
    assert SavedView.objects.count() == 2
