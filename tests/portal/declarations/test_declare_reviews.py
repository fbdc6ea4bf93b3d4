import html

import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from apps.portal.forms.links import LinksForm
from apps.portal.steps import DeclarationStep
from tests.factories import PlatformFactory, declared_incident, declared_review
from tests.portal.typed import ANSWER, DISCUSSION, draft_at, page_of


def contents(declaration: Declaration) -> str:
    return page_of(declaration, "declare_reviews")


def review(declaration: Declaration, number: int) -> str:
    return page_of(declaration, "declare_review", number)


def remove(declaration: Declaration, number: int) -> str:
    return page_of(declaration, "remove_review", number)


def test_the_links_are_pasted_together_and_each_becomes_a_content(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    assert "Collez le ou les liens" in phone.get(contents(declaration)).text
    links = "https://example.org/a\r\n\r\n example.org/b \r\nhttps://example.org/a?utm_source=x"
    assert phone.post(contents(declaration), {"links": links}).url == review(declaration, 1)
    declaration.refresh_from_db()
    assert declaration.answers["reviews"] == {
        "1": {"url": "https://example.org/a"},
        "2": {"url": "https://example.org/b"},
    }
    page = phone.get(review(declaration, 1)).text
    assert "https://example.org/a" in page
    assert "Il y a un problème" not in page, "nothing is blamed before anything is sent"


def test_each_content_is_completed_after_the_other(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    phone.post(contents(declaration), {"links": "example.org/a\nexample.org/b"})
    page = phone.get(contents(declaration)).text
    assert page.count("Ce contenu est à compléter.") == 2
    assert phone.post(review(declaration, 1), ANSWER).url == review(declaration, 2)
    assert phone.post(review(declaration, 2), DISCUSSION).url == contents(declaration)


def test_more_links_are_added_to_the_contents_and_none_twice(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.DATES)
    phone.post(contents(declaration), {"links": f"{DISCUSSION['url']}?fbclid=1\nexample.org/b"})
    declaration.refresh_from_db()
    assert [content["url"] for content in declaration.answers["reviews"].values()] == [
        DISCUSSION["url"],
        "https://example.org/b",
    ]


def test_without_a_link_the_first_content_is_asked_for(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    sent = {"links": "", "no_link": "yes"}
    assert phone.post(contents(declaration), sent).url == review(declaration, 1)


def test_a_private_message_has_no_link_to_paste(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    declaration.answers["situation"] = {"situation": "private"}
    declaration.save()
    assert phone.get(contents(declaration)).url == review(declaration, 1)


BAD_LINKS = {
    "nothing": ("", "Collez au moins un lien, ou choisissez «\u00a0Je n’ai pas de lien\u00a0»."),
    "words": ("un avis sur moi", "«\u00a0un avis sur moi\u00a0»\u00a0: n’est pas une adresse"),
    "an application": ("fb://group/1", "Ce lien ne s’ouvre que dans une application."),
    "this very machine": ("https://localhost/x", "ne s’ouvre que sur votre appareil"),
    "a local address": ("http://192.168.1.4/avis", "ne s’ouvre que sur votre appareil"),
    "one good, one long": (f"example.org\nexample.org/{'a' * 1000}", "est trop long"),
    "a crowd": ("\n".join(f"example.org/{n}" for n in range(31)), "30\u00a0liens au plus"),
}


@pytest.mark.parametrize(("links", "sentence"), BAD_LINKS.values(), ids=BAD_LINKS)
def test_each_bad_link_has_its_own_sentence_and_everything_typed_is_kept(
    phone: Client, surgeon: Practitioner, links: str, sentence: str
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.REVIEWS)
    page = html.unescape(phone.post(contents(declaration), {"links": links}).text)
    assert page.count(sentence) == 2, "in the summary and beside the field"
    assert links in page
    declaration.refresh_from_db()
    assert "reviews" not in declaration.answers


def test_a_short_link_of_google_maps_is_a_link() -> None:
    form = LinksForm({"links": "https://maps.app.goo.gl/AbC"})
    assert form.is_valid(), form.errors


def test_the_site_is_named_on_the_list(phone: Client, surgeon: Practitioner) -> None:
    PlatformFactory()
    assert "Facebook" in phone.get(contents(draft_at(surgeon, DeclarationStep.DATES))).text


@pytest.mark.parametrize(
    ("url", "is_named"),
    [
        ("m.facebook.com/p/1", True),
        ("https://facebook.com", True),
        ("https://notfacebook.com", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_the_site_is_recognised_while_the_link_is_typed(
    phone: Client, url: str, is_named: bool
) -> None:
    PlatformFactory()
    fragment = phone.post(reverse("portal:platform"), {"url": url})
    assert fragment.status_code == 200
    assert ("Site reconnu" in fragment.text) is is_named


def test_a_content_already_declared_is_offered_and_may_be_kept_apart(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = declared_incident(surgeon, reviews=[declared_review(url=DISCUSSION["url"])])
    declaration = draft_at(surgeon, DeclarationStep.DATES)
    page = phone.get(contents(declaration)).text
    assert f"Vous avez déjà déclaré ce contenu (dossier {incident.reference})" in page
    assert reverse("portal:incident", args=[incident.reference]) in page
    assert phone.post(contents(declaration), {"different": "1"}).url == contents(declaration)
    assert incident.reference not in phone.get(contents(declaration)).text
    declaration.refresh_from_db()
    assert declaration.answers["reviews"]["1"]["words"] == DISCUSSION["words"]


def test_the_content_of_another_insured_is_never_mentioned(
    phone: Client, surgeon: Practitioner
) -> None:
    other = declared_incident(reviews=[declared_review(url=DISCUSSION["url"])])
    page = phone.get(contents(draft_at(surgeon, DeclarationStep.DATES))).text
    assert other.reference not in page
    assert "déjà déclaré" not in page


def test_the_list_quotes_each_content_and_offers_one_more(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.DATES)
    phone.post(review(declaration, 2), ANSWER)
    page = phone.get(contents(declaration)).text
    assert "Ce chirurgien a falsifié" in page
    assert "Un incapable." in page
    assert review(declaration, 3) in page


def test_a_content_is_removed_only_after_a_question(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft_at(surgeon, DeclarationStep.DATES)
    page = phone.get(remove(declaration, 1)).text
    assert "Ce que vous avez recopié sera effacé" in page
    assert "Ce chirurgien a falsifié" in page
    declaration.refresh_from_db()
    assert declaration.answers["reviews"]
    assert phone.post(remove(declaration, 1)).url == contents(declaration)
    declaration.refresh_from_db()
    assert declaration.answers["reviews"] == {}


def test_removing_twice_takes_one_content_only(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft_at(surgeon, DeclarationStep.DATES)
    phone.post(review(declaration, 2), ANSWER)
    phone.post(remove(declaration, 1))
    assert phone.post(remove(declaration, 1)).status_code == 404
    declaration.refresh_from_db()
    assert list(declaration.answers["reviews"]) == ["2"]


def test_a_removed_content_leaves_the_others_where_they_were(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = draft_at(surgeon, DeclarationStep.DATES)
    phone.post(review(declaration, 2), ANSWER)
    phone.post(remove(declaration, 1))
    phone.post(review(declaration, 1), DISCUSSION)
    page = phone.get(contents(declaration)).text
    assert page.index("Ce chirurgien a falsifié") < page.index("Un incapable.")
