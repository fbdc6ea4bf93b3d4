import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import UserFactory


def test_the_start_page_needs_no_account_and_says_the_three_reflexes(client: Client) -> None:
    page = client.get("/").text
    for reflex in ("Ne répondez pas ce soir", "Gardez la preuve", "Prévenez-nous"):
        assert reflex in page
    assert reverse("portal:start_declaration") in page
    assert 'href="tel:17"' in page
    assert reverse("portal:reflex_card") in page
    assert "vous arrêter et reprendre" in page


def test_the_example_is_that_of_today(client: Client) -> None:
    page = client.get("/").text
    assert "aujourd’hui, lundi 23\u00a0novembre\u00a02026" in page
    assert "lundi 22\u00a0février\u00a02027" in page


@pytest.mark.parametrize(
    ("role", "landing"),
    [
        ("practitioner", "portal:incidents"),
        ("handler", "desk:my_day"),
        ("supervisor", "desk:prescription"),
        ("partner", "extranet:assignments"),
        ("admin", "admin:index"),
    ],
)
def test_someone_signed_in_lands_on_their_own_page(
    client: Client, db: None, role: str, landing: str
) -> None:
    client.force_login(UserFactory(role=role))
    assert client.get("/").url == reverse(landing)


@pytest.mark.parametrize("role", ["practitioner", "handler", "partner"])
def test_the_start_page_can_be_read_again_by_someone_signed_in(
    client: Client, db: None, role: str
) -> None:
    client.force_login(UserFactory(role=role))
    page = client.get(reverse("portal:start"))
    assert page.status_code == 200
    assert "Gardez la preuve" in page.text


def test_the_reflex_card_is_the_same_for_everybody_and_kept_by_caches(
    client: Client, db: None
) -> None:
    card = client.get(reverse("portal:reflex_card"))
    client.force_login(UserFactory(role="practitioner"))
    assert client.get(reverse("portal:reflex_card")).content == card.content
    assert "public" in card["Cache-Control"]
    assert not card.cookies


def test_declaring_asks_for_an_account_first(client: Client) -> None:
    start = reverse("portal:start_declaration")
    assert client.get(start).url == f"{reverse('account_login')}?next={start}"
