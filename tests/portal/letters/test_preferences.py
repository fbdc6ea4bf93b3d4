from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import NotificationPreferences
from apps.directory.models import Practitioner

ANSWERS = {
    "frequency": "daily",
    "quiet_from": "21:00",
    "quiet_until": "07:00",
    "wanted": ["incident_taken"],
}


@pytest.fixture
def page() -> str:
    return reverse("portal:preferences")


def test_it_shows_the_defaults_and_what_cannot_be_switched_off(phone: Client, page: str) -> None:
    shown = phone.get(page)
    assert shown.context["form"]["frequency"].initial == "immediate"
    assert "ne peuvent pas être désactivées" in shown.text
    assert not NotificationPreferences.objects.exists()


def test_the_choice_is_kept_and_shown_again(
    phone: Client, surgeon: Practitioner, page: str
) -> None:
    assert phone.post(page, ANSWERS).url == page
    chosen = surgeon.user.notification_preferences
    assert (chosen.frequency, chosen.quiet_from, chosen.quiet_until) == (
        "daily",
        time(21),
        time(7),
    )
    assert chosen.quiet_weekends is False
    assert chosen.unwanted == ["review_qualified", "satisfaction_asked"]
    shown = phone.get(page)
    assert "Vos préférences sont enregistrées." in shown.text
    assert shown.context["form"]["quiet_from"].initial == "21:00"


@pytest.mark.parametrize(
    "wrong",
    [{"frequency": "yearly"}, {"quiet_from": "03:00"}, {"wanted": ["inaction_notice"]}],
)
def test_what_is_not_offered_is_refused(phone: Client, page: str, wrong: dict[str, object]) -> None:
    sent_back = phone.post(page, ANSWERS | wrong)
    assert "Il y a un problème" in sent_back.text
    assert not NotificationPreferences.objects.exists()
