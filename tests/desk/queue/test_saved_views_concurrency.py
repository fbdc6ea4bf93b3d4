"""Somebody who saves a view twice at once, with real threads and real connections."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from apps.accounts.models import SavedView
from tests.casework.files.test_concurrency import at_once, pytestmark
from tests.factories import handler

__all__ = ["pytestmark"]


def test_the_second_view_of_a_name_is_refused_with_a_sentence() -> None:
    sofia = handler()

    def save() -> HttpResponse:
        browser = Client()
        browser.force_login(sofia)
        return browser.post(f"{reverse('desk:save_view')}?vue=miens", {"name": "À moi"})

    responses = at_once(*[save] * 4)
    assert sorted(response.status_code for response in responses) == [200, 200, 200, 302]
    refused = [response for response in responses if response.status_code == 200]
    assert all("Vous avez déjà une vue de ce nom." in page.text for page in refused)
    assert all("À moi" in page.text for page in refused)
    assert SavedView.objects.filter(owner=sofia).count() == 1
