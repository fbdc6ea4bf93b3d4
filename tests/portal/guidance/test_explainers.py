import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.legal.explainers import EXPLAINERS, explainer_of
from apps.legal.taxonomy import ORIENTATION, Label
from tests.factories import qualified_incident


def test_the_index_leads_to_every_page_without_signing_in(client: Client) -> None:
    page = client.get(reverse("portal:explainers"))
    for one in EXPLAINERS:
        assert reverse("portal:explainer", args=[one.slug]) in page.text
    assert page["Cache-Control"] == "public, max-age=86400"
    assert ORIENTATION in page.text


@pytest.mark.parametrize("one", EXPLAINERS, ids=lambda one: one.slug)
def test_a_page_says_what_it_means_an_example_and_what_we_do(client: Client, one) -> None:
    page = client.get(reverse("portal:explainer", args=[one.slug])).text
    for said in (one.means, one.follows, *one.actions, ORIENTATION):
        assert said in page
    assert "Seul un juge peut dire" in page
    assert ("Exemple inventé." in page) == bool(one.example)


def test_a_page_that_nobody_wrote_does_not_exist(client: Client, db: None) -> None:
    assert client.get("/comprendre/felonie/").status_code == 404


@pytest.mark.parametrize("label", [Label.OPINION, Label.INJ_PUB, Label.MENACES])
def test_the_file_tells_what_follows_and_leads_to_the_page(
    phone: Client, surgeon: Practitioner, label: Label
) -> None:
    incident = qualified_incident(practitioner=surgeon, label=label)
    page = phone.get(reverse("portal:incident", args=[incident.reference])).text
    assert label.plain_sentence in page
    assert explainer_of(label).follows in page
    assert reverse("portal:explainer", args=[explainer_of(label).slug]) in page
    assert "Fait précis, vérifiable" not in page, "the reason is internal"


@pytest.mark.parametrize("name", ["portal:start", "portal:preferences"])
def test_practitioners_find_the_pages_from_elsewhere(phone: Client, name: str) -> None:
    assert reverse("portal:explainers") in phone.get(reverse(name)).text
