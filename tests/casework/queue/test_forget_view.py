import pytest

from apps.accounts.models import SavedView
from apps.casework.queue.forget_view import forget_view
from tests.factories import handler

from .test_save_view import saved

pytestmark = pytest.mark.django_db


def test_this_view_goes_and_no_other() -> None:
    sofia = handler()
    view, kept = saved(sofia), saved(sofia, "Paris")
    forget_view(view)
    assert SavedView.objects.get() == kept
