import html

import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.circumstances import Audience, AuthorKind, Situation
from apps.incidents.models import Declaration
from apps.portal.forms.review import ReviewForm
from apps.portal.steps import DeclarationStep
from tests.portal.slips import check_slip
from tests.portal.typed import ANSWER, DISCUSSION, draft_at, page_of


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    return draft_at(surgeon, DeclarationStep.REVIEWS)


def mended(answers: dict[str, str], **changes: str) -> dict[str, str]:
    return {**answers, **changes}


BAD = {
    "no words": (mended(DISCUSSION, words=" "), "Recopiez les mots exacts du contenu."),
    "not a link": (mended(DISCUSSION, url="pas un lien"), "Ce lien n’est pas une adresse de page."),
    "a script": (
        mended(DISCUSSION, url="javascript:alert(1)"),
        "Ce lien n’est pas une adresse de page.",
    ),
    "another scheme": (
        mended(DISCUSSION, url="ftp://example.org/a"),
        "Ce lien n’est pas une adresse de page.",
    ),
    "a long link": (
        mended(DISCUSSION, url="https://example.org/" + "a" * 1000),
        "Ce lien est trop long.",
    ),
    "an application": (
        mended(DISCUSSION, url="fb://group/1"),
        "Ce lien ne s’ouvre que dans une application.",
    ),
    "this very machine": (
        mended(DISCUSSION, url="https://localhost/x"),
        "Cette adresse ne s’ouvre que sur votre appareil",
    ),
    "a private address": (
        mended(DISCUSSION, url="http://10.0.0.1/x"),
        "Cette adresse ne s’ouvre que sur votre appareil",
    ),
    "an address of version six": (
        mended(DISCUSSION, url="http://[::1]/x"),
        "Cette adresse ne s’ouvre que sur votre appareil",
    ),
    "no audience": (mended(DISCUSSION, audience=""), "Dites qui peut lire ce contenu."),
    "members in words": (
        mended(DISCUSSION, members="beaucoup"),
        "Indiquez le nombre de membres en chiffres",
    ),
}


@pytest.mark.parametrize(("typed", "sentence"), BAD.values(), ids=BAD)
def test_each_slip_has_its_own_sentence_keeps_what_was_typed_and_changes_nothing(
    phone: Client, declaration: Declaration, typed: dict[str, str], sentence: str
) -> None:
    check_slip(phone, declaration, page_of(declaration, "declare_review", 1), typed, sentence)


def test_what_is_typed_in_a_question_that_is_not_asked_does_no_harm() -> None:
    form = ReviewForm(mended(ANSWER, audience="private_message", members="beaucoup"))
    assert form.is_valid(), form.errors
    assert form.facts["members"] is None


def test_a_link_without_its_scheme_is_a_link() -> None:
    form = ReviewForm(mended(DISCUSSION, url="www.example.org/avis"))
    assert form.is_valid()
    assert form.facts["url"] == "https://www.example.org/avis"


def test_a_content_without_a_link_is_accepted() -> None:
    assert ReviewForm(ANSWER).is_valid()


def test_a_content_is_changed_in_place(phone: Client, declaration: Declaration) -> None:
    phone.post(page_of(declaration, "declare_review", 1), DISCUSSION)
    phone.post(page_of(declaration, "declare_review", 1), mended(DISCUSSION, words="Autre chose."))
    declaration.refresh_from_db()
    assert [review["words"] for review in declaration.answers["reviews"].values()] == [
        "Autre chose."
    ]


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_content_that_is_not_the_next_one_does_not_exist(
    phone: Client, declaration: Declaration, number: int
) -> None:
    page = page_of(declaration, "declare_review", number)
    assert phone.get(page).status_code == 404
    assert phone.post(page, DISCUSSION).status_code == 404


def test_a_listing_needs_no_words_and_is_public() -> None:
    form = ReviewForm({"url": "https://example.org/fiche"}, situation=Situation.LISTING)
    assert form.is_valid(), form.errors
    assert form.facts["words"] == ""
    assert form.facts["audience"] == Audience.PUBLIC
    assert "rating" not in form.fields


def test_a_private_message_has_no_link_and_was_sent_to_one_person() -> None:
    form = ReviewForm({"words": "Je sais où vous vivez."}, situation=Situation.PRIVATE)
    assert form.is_valid(), form.errors
    assert form.facts["audience"] == Audience.PRIVATE_MESSAGE
    assert not {"url", "members", "rating"} & set(form.fields)


@pytest.mark.parametrize("situation", ["listing", "private"])
def test_the_page_asks_only_what_the_situation_calls_for(
    phone: Client, declaration: Declaration, situation: str
) -> None:
    declaration.answers["situation"] = {"situation": situation}
    declaration.save()
    page = phone.get(page_of(declaration, "declare_review", 1)).text
    assert 'name="audience"' not in page
    assert ('name="url"' in page) is (situation == "listing")
    sent = phone.post(page_of(declaration, "declare_review", 1), {"words": "Un mot."})
    assert sent.url == page_of(declaration, "declare_reviews")


def test_a_rating_and_an_author_are_asked_for_and_may_be_left() -> None:
    form = ReviewForm(mended(ANSWER, rating="1", author_kind="patient"))
    assert form.is_valid(), form.errors
    assert (form.facts["rating"], form.facts["author_kind"]) == (1, AuthorKind.PATIENT)
    left = ReviewForm(ANSWER)
    assert left.is_valid()
    assert (left.facts["rating"], left.facts["author_kind"]) == (None, AuthorKind.UNKNOWN)


def test_an_establishment_names_the_persons_one_on_each_line() -> None:
    typed = mended(ANSWER, persons="Dr Lenoir\r\n\r\n Dr Petit \r\nDr Lenoir")
    form = ReviewForm(typed, is_facility=True)
    assert form.is_valid(), form.errors
    assert form.facts["persons"] == ["Dr Lenoir", "Dr Petit"]
    assert "persons" not in ReviewForm(ANSWER).fields


@pytest.mark.parametrize(
    ("persons", "sentence"),
    [("x" * 121, "Écrivez un nom par ligne"), ("\n".join(map(str, range(31))), "au plus")],
)
def test_a_list_of_persons_that_cannot_be_one_is_refused(persons: str, sentence: str) -> None:
    form = ReviewForm(mended(ANSWER, persons=persons), is_facility=True)
    assert not form.is_valid()
    assert sentence in form.errors["persons"][0]


def test_health_words_about_the_author_warn_once_and_never_block(
    phone: Client, declaration: Declaration
) -> None:
    page_url = page_of(declaration, "declare_review", 1)
    typed = mended(DISCUSSION, author_pseudonym="Lulu, opérée d’une hernie")
    page = html.unescape(phone.post(page_url, typed).text)
    assert "N’écrivez aucune information médicale sur cette personne." in page
    assert "«\u00a0hernie\u00a0»" in page
    assert 'name="health_words_seen" value="yes"' in page
    seen = typed | {"health_words_seen": "yes"}
    assert phone.post(page_url, seen).status_code == 302
    declaration.refresh_from_db()
    kept = declaration.answers["reviews"]["1"]
    assert ReviewForm(kept).is_valid(), "the draft is not warned about again"


def test_the_words_of_the_content_are_a_quotation_and_are_not_read_for_health() -> None:
    assert ReviewForm(mended(ANSWER, words="Il a raté ma hernie, opérée le 3 mars.")).is_valid()


def test_the_warning_appears_while_one_types(phone: Client) -> None:
    page = reverse("portal:health_words")
    warned = phone.post(page, {"author_pseudonym": "diabétique"}).text
    assert "diabétique" in warned
    assert 'name="health_words_seen"' in warned
    assert phone.post(page, {"author_pseudonym": "Lulu du 12"}).text.strip() == ""
    assert phone.post(page).text.strip() == ""
