from django.test import Client
from django.urls import reverse

from apps.accounts.models import User

URL = reverse("desk:shortcuts")
KEYS = "js/desk-keys"


def test_the_keys_are_explained_and_can_be_turned_off_and_on(desk: Client, sofia: User) -> None:
    assert "Désactiver les raccourcis" in desk.get(URL).content.decode()
    assert KEYS in desk.get(reverse("desk:queue")).content.decode()
    page = desk.post(URL, {"raccourcis": "non"}, follow=True).content.decode()
    assert "Les raccourcis clavier sont désactivés." in page
    assert KEYS not in desk.get(reverse("desk:queue")).content.decode()
    desk.post(URL, {"raccourcis": "oui"})
    assert KEYS in desk.get(reverse("desk:queue")).content.decode()
