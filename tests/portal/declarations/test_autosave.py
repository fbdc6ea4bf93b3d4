import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from apps.casework.declarations.keep_answers import mark_of
from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from apps.mailbox.models import Letter
from apps.portal.steps import DeclarationStep
from tests.factories import PractitionerFactory
from tests.portal.typed import DISCUSSION, PRACTICE, complete_draft, draft, draft_at, page_of

HTMX = {"HX-Request": "true"}


def about(place: str, *, page: str = "one", mark: str = "", turn: int = 0) -> dict[str, str]:
    return {"page": page, "place": place, "mark": mark or mark_of({}), "turn": str(turn)}


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    return draft_at(surgeon, DeclarationStep.REVIEWS)


@pytest.fixture
def url(declaration: Declaration) -> str:
    return page_of(declaration, "autosave")


def words_of(declaration: Declaration) -> str:
    declaration.refresh_from_db()
    return declaration.answers["reviews"]["1"]["words"]


def test_half_a_step_is_kept_and_is_not_done(
    phone: Client, declaration: Declaration, url: str
) -> None:
    typed = about("reviews/1") | {"words": "Ce chirurgien a"}
    answer = phone.post(url, typed, headers=HTMX)
    assert "Enregistré à 23:00" in answer.text
    assert words_of(declaration) == "Ce chirurgien a"
    check = page_of(declaration, "check_answers")
    assert phone.get(check).url == page_of(declaration, "declare_reviews")


def test_half_a_step_is_shown_again_without_a_word_of_blame(
    phone: Client, declaration: Declaration, url: str
) -> None:
    phone.post(url, about("reviews/1") | {"words": "Ce chirurgien a"}, headers=HTMX)
    page = html.unescape(phone.get(page_of(declaration, "declare_review", 1)).text)
    assert "Ce chirurgien a" in page
    assert "Dites qui peut lire" not in page
    assert "Erreur" not in page
    assert "aria-invalid" not in page


def test_a_save_that_arrives_after_a_later_one_changes_nothing(
    phone: Client, declaration: Declaration, url: str
) -> None:
    review = page_of(declaration, "declare_review", 1)
    phone.post(review, about("reviews/1", turn=2) | DISCUSSION)
    late = about("reviews/1", turn=1) | {"words": "Ce chi"}
    assert phone.post(url, late, headers=HTMX).status_code == 200
    assert words_of(declaration) == DISCUSSION["words"]


def test_the_same_page_may_save_again_though_the_answer_was_lost(
    phone: Client, declaration: Declaration, url: str
) -> None:
    for turn, words in enumerate(("Ce", "Ce chirurgien", "Ce chirurgien a"), start=1):
        sent = about("reviews/1", turn=turn) | {"words": words}
        assert phone.post(url, sent, headers=HTMX).status_code == 200
    assert words_of(declaration) == "Ce chirurgien a"


def test_two_windows_are_shown_side_by_side_and_nothing_is_written(
    phone: Client, declaration: Declaration
) -> None:
    review = page_of(declaration, "declare_review", 1)
    phone.post(review, about("reviews/1", page="one") | DISCUSSION)
    second = about("reviews/1", page="two") | DISCUSSION | {"words": "Autre chose."}
    answer = phone.post(review, second)
    assert answer.status_code == 409
    page = html.unescape(answer.text)
    assert "Ce chirurgien a falsifié" in page
    assert "Autre chose." in page
    assert "Les mots exacts" in page
    assert "Qui peut lire ce contenu" not in page, "only what differs"
    assert words_of(declaration) == DISCUSSION["words"]


def test_either_text_may_be_kept(phone: Client, declaration: Declaration, url: str) -> None:
    review = page_of(declaration, "declare_review", 1)
    phone.post(review, about("reviews/1", page="one") | DISCUSSION)
    second = about("reviews/1", page="two") | DISCUSSION | {"words": "Autre chose."}
    form = phone.post(review, second).text.partition("Dans cette fenêtre")[2]
    sent = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    chosen = {name: html.unescape(value) for name, value in sent} | {"then": "continue"}
    assert phone.post(url, chosen).url == review
    assert words_of(declaration) == "Autre chose."


def test_the_same_text_in_two_windows_is_no_conflict(
    phone: Client, declaration: Declaration
) -> None:
    review = page_of(declaration, "declare_review", 1)
    for page in ("one", "two"):
        assert phone.post(review, about("reviews/1", page=page) | DISCUSSION).status_code == 302


def test_another_step_in_another_window_is_no_conflict(
    phone: Client, declaration: Declaration
) -> None:
    phone.post(page_of(declaration, "declare_review", 1), about("reviews/1") | DISCUSSION)
    practice = about("practice", page="two", mark=mark_of(PRACTICE))
    mended = practice | {"practice_mode": "liberal"}
    assert phone.post(page_of(declaration, "declare_practice"), mended).status_code == 302


def test_the_page_itself_is_told_of_another_window(
    phone: Client, declaration: Declaration, url: str
) -> None:
    phone.post(url, about("reviews/1", page="one") | {"words": "Une."}, headers=HTMX)
    sent = about("reviews/1", page="two") | {"words": "Deux."}
    answer = phone.post(url, sent, headers=HTMX)
    assert answer.status_code == 409
    assert "Comparer les deux textes" in answer.text
    assert words_of(declaration) == "Une."


def test_each_page_bears_its_mark_and_its_way_out(phone: Client, surgeon: Practitioner) -> None:
    declaration = complete_draft(surgeon)
    for name, arguments in {
        "declare_situation": [],
        "declare_practice": [],
        "declare_review": [1],
        "declare_date": [1],
        "declare_context": [],
    }.items():
        page = phone.get(page_of(declaration, name, *arguments)).text
        assert 'name="mark"' in page, name
        assert "Enregistrer et continuer plus tard" in page


def test_a_page_sent_back_with_errors_is_still_the_same_page(
    phone: Client, declaration: Declaration
) -> None:
    sent = about("reviews/1", page="the-same", turn=4) | {"words": ""}
    page = phone.post(page_of(declaration, "declare_review", 1), sent).text
    assert 'name="page" value="the-same"' in page
    assert 'name="turn" value="4"' in page


def test_one_leaves_with_half_a_step_and_a_notice(
    phone: Client, declaration: Declaration, url: str
) -> None:
    answer = phone.post(url, about("reviews/1") | {"words": "Ce"}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("portal:incidents")
    assert "Votre déclaration est gardée." in answer.text
    assert words_of(declaration) == "Ce"


def test_the_first_save_posts_one_letter(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft(surgeon)
    for turn in (1, 2):
        sent = about("situation", turn=turn) | {"situation": "post"}
        phone.post(page_of(declaration, "autosave"), sent, headers=HTMX)
    letter = Letter.objects.get()
    assert (letter.kind, letter.recipient) == ("draft_started", surgeon.user)
    assert letter.data == {}


@pytest.mark.parametrize(
    "place", ["", "check", "exhibits", "reviews", "reviews/3", "reviews/x", "dates/1", "pages", "/"]
)
def test_only_a_page_of_the_draft_may_save(
    phone: Client, declaration: Declaration, url: str, place: str
) -> None:
    assert phone.post(url, about(place) | DISCUSSION, headers=HTMX).status_code == 404
    declaration.refresh_from_db()
    assert "reviews" not in declaration.answers


def test_neither_a_sent_draft_nor_that_of_another_is_written(
    phone: Client, surgeon: Practitioner
) -> None:
    sent = complete_draft(surgeon)
    phone.post(page_of(sent, "check_answers"), {"is_accurate": "on"})
    for declaration in (sent, complete_draft(PractitionerFactory())):
        url = page_of(declaration, "autosave")
        typed = about("situation") | {"situation": "review"}
        assert phone.post(url, typed, headers=HTMX).status_code == 404
