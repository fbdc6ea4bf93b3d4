from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner

from .typed import ANSWER, DISCUSSION, draft

LIST = reverse("portal:declare_reviews")


def review(number: int) -> str:
    return reverse("portal:declare_review", args=[number])


def remove(number: int) -> str:
    return reverse("portal:remove_review", args=[number])


def test_without_any_content_the_first_one_is_asked_for(
    phone: Client, surgeon: Practitioner
) -> None:
    draft(surgeon, "practice")
    assert phone.get(LIST).url == review(1)


def test_the_list_quotes_each_content_and_offers_one_more(
    phone: Client, surgeon: Practitioner
) -> None:
    draft(surgeon, "practice", "reviews")
    phone.post(review(2), ANSWER)
    page = phone.get(LIST).text
    assert "Ce chirurgien a falsifié" in page
    assert "Un incapable." in page
    assert review(3) in page


def test_a_content_is_removed_only_after_a_question(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft(surgeon, "practice", "reviews")
    page = phone.get(remove(1)).text
    assert "Ce que vous avez recopié sera effacé" in page
    assert "Ce chirurgien a falsifié" in page
    declaration.refresh_from_db()
    assert declaration.answers["reviews"]
    assert phone.post(remove(1)).url == LIST
    declaration.refresh_from_db()
    assert declaration.answers["reviews"] == {}


def test_removing_twice_takes_one_content_only(phone: Client, surgeon: Practitioner) -> None:
    declaration = draft(surgeon, "practice", "reviews")
    phone.post(review(2), ANSWER)
    phone.post(remove(1))
    assert phone.post(remove(1)).status_code == 404
    declaration.refresh_from_db()
    assert list(declaration.answers["reviews"]) == ["2"]


def test_a_removed_content_leaves_the_others_where_they_were(
    phone: Client, surgeon: Practitioner
) -> None:
    draft(surgeon, "practice", "reviews")
    phone.post(review(2), ANSWER)
    phone.post(remove(1))
    phone.post(review(1), DISCUSSION)
    page = phone.get(LIST).text
    assert page.index("Ce chirurgien a falsifié") < page.index("Un incapable.")
