"""One page to sign in, where attempts are counted for each device and for each account."""

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import Role, User
from config.settings import base
from tests.factories import PASSWORD, UserFactory, handler

pytestmark = pytest.mark.django_db
SIGN_IN = reverse("account_login")


@pytest.fixture(autouse=True)
def production_limits(settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS


@pytest.fixture
def administrator() -> User:
    return UserFactory(role=Role.ADMIN, is_staff=True, is_superuser=True)


def test_the_administration_has_no_sign_in_page_of_its_own(administrator: User) -> None:
    typed = {"username": administrator.email, "password": PASSWORD}
    browser = Client()
    for ask in (browser.get, browser.post):
        answer = ask(reverse("admin:login"), typed)
        assert answer.status_code == 302
        assert answer.url.startswith(SIGN_IN)
    assert "_auth_user_id" not in browser.session


def test_whoever_administers_goes_through_the_common_page_to_where_they_were_going(
    administrator: User,
) -> None:
    browser = Client()
    page = browser.get(reverse("admin:index"), follow=True).text
    assert '<input type="hidden" name="next" value="/admin/">' in page
    typed = {"login": administrator.email, "password": PASSWORD, "next": "/admin/"}
    assert browser.post(SIGN_IN, typed).url == reverse("admin:index")
    assert browser.get(reverse("admin:index")).status_code == 200


def test_others_are_told_that_it_is_not_open_to_them() -> None:
    browser = Client()
    browser.force_login(handler())
    answer = browser.get(reverse("admin:index"), follow=True)
    assert answer.status_code == 403
    assert "ne vous est pas ouverte" in answer.text


# --- Behind the proxy -----------------------------------------------------------------------------


@pytest.fixture
def proxy(settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = base.ALLAUTH_TRUSTED_PROXY_COUNT


def try_password(user: User, password: str, *, from_address: str) -> int:
    """What the proxy gets for a device that tries this password."""
    browser = Client(headers={"X-Forwarded-For": from_address})
    return browser.post(SIGN_IN, {"login": user.email, "password": password}).status_code


def test_a_device_that_tries_many_accounts_is_stopped_and_its_neighbours_are_not(proxy) -> None:
    sofia = handler()
    for _ in range(10):
        assert try_password(UserFactory(), "faux", from_address="203.0.113.5") == 200
    assert try_password(sofia, PASSWORD, from_address="203.0.113.5") == 200
    assert try_password(sofia, PASSWORD, from_address="203.0.113.6") == 302


def test_a_device_cannot_make_its_address_up(proxy) -> None:
    for attempt in range(10):
        made_up = f"198.51.100.{attempt}, 203.0.113.5"  # the proxy adds what it sees
        assert try_password(UserFactory(), "faux", from_address=made_up) == 200
    assert try_password(handler(), PASSWORD, from_address="192.0.2.1, 203.0.113.5") == 200
