import html
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from apps.portal.forms.review import ReviewForm

from .typed import ANSWER, DISCUSSION, day, draft

TODAY = date(2026, 11, 23)
FIRST = reverse("portal:declare_review", args=[1])


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    return draft(surgeon, "practice")


def mended(answers: dict[str, str], **changes: str) -> dict[str, str]:
    return {**answers, **changes}


RELATIVE = mended(DISCUSSION, dating="relative")
BETWEEN = mended(DISCUSSION, dating="between")
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
    "no audience": (mended(DISCUSSION, audience=""), "Dites qui peut lire ce contenu."),
    "members in words": (
        mended(DISCUSSION, members="beaucoup"),
        "Indiquez le nombre de membres en chiffres",
    ),
    "no date": (
        mended(DISCUSSION, dating=""),
        "Indiquez la date de publication, ou choisissez «\u00a0Je ne sais pas\u00a0».",
    ),
    "no day": (
        DISCUSSION | {"published_on_0": "", "published_on_1": "", "published_on_2": ""},
        "Indiquez la date de publication, ou choisissez «\u00a0Je ne sais pas\u00a0».",
    ),
    "no such day": (
        DISCUSSION | day("published_on", date(2026, 2, 28)) | {"published_on_0": "31"},
        "Le 31 février 2026 n’existe pas.",
    ),
    "published in the future": (
        DISCUSSION | day("published_on", date(2026, 11, 24)),
        "La date de publication est dans le futur.",
    ),
    "read in the future": (
        DISCUSSION | day("read_on", date(2026, 11, 24)),
        "La date de lecture est dans le futur.",
    ),
    "read before it was published": (
        DISCUSSION | day("read_on", date(2026, 11, 1)),
        "Cette date de lecture précède la publication.",
    ),
    "unreadable words": (
        RELATIVE | {"shown_words": "récemment"} | day("seen_on", TODAY),
        "Nous ne savons pas lire cette mention.",
    ),
    "no words shown": (
        RELATIVE | day("seen_on", TODAY),
        "Recopiez la mention affichée par le site",
    ),
    "seen in the future": (
        RELATIVE | {"shown_words": "hier"} | day("seen_on", date(2026, 12, 1)),
        "Le jour où vous avez relevé cette mention est dans le futur.",
    ),
    "end before start": (
        BETWEEN | day("earliest", date(2026, 11, 9)) | day("latest", date(2026, 11, 2)),
        "Le dernier jour possible précède le premier.",
    ),
    "end in the future": (
        BETWEEN | day("earliest", date(2026, 11, 9)) | day("latest", date(2026, 12, 2)),
        "Le dernier jour possible est dans le futur.",
    ),
    "no end": (BETWEEN | day("earliest", TODAY), "Indiquez le dernier jour possible."),
    "no month": (mended(DISCUSSION, dating="month"), "Choisissez le mois de publication."),
}


@pytest.mark.parametrize(("typed", "sentence"), BAD.values(), ids=BAD)
def test_each_slip_has_its_own_sentence_keeps_what_was_typed_and_changes_nothing(
    phone: Client, declaration: Declaration, typed: dict[str, str], sentence: str
) -> None:
    before = declaration.answers
    response = phone.post(FIRST, typed)
    page = html.unescape(response.text)
    assert response.status_code == 200
    assert page.count(sentence) == 2, "in the summary and beside the field"
    assert "".join(page.split("<title>")[1].split()).startswith("Erreur:")
    assert all(value in page for value in typed.values())
    declaration.refresh_from_db()
    assert declaration.answers == before


@pytest.mark.parametrize(
    ("typed", "earliest", "latest"),
    [
        (DISCUSSION, date(2026, 11, 2), date(2026, 11, 2)),
        (ANSWER, date(2026, 8, 24), date(2026, 9, 23)),
        (ANSWER | day("seen_on", date(2026, 11, 13)), date(2026, 8, 14), date(2026, 9, 13)),
        (
            BETWEEN | day("earliest", date(2026, 11, 1)) | day("latest", date(2026, 11, 9)),
            date(2026, 11, 1),
            date(2026, 11, 9),
        ),
        (
            mended(ANSWER, dating="month", published_month="2026-10"),
            date(2026, 10, 1),
            date(2026, 10, 31),
        ),
        (mended(ANSWER, dating="unknown"), None, None),
    ],
    ids=["day", "relative", "relative on an older capture", "between", "month", "unknown"],
)
def test_each_way_of_dating_gives_its_window(
    typed: dict[str, str], earliest: date | None, latest: date | None
) -> None:
    form = ReviewForm(typed, today=TODAY)
    assert form.is_valid(), form.errors
    assert (form.declared.window.earliest, form.declared.window.latest) == (earliest, latest)


def test_what_is_typed_in_a_question_that_is_not_asked_does_no_harm() -> None:
    typed = mended(ANSWER, dating="unknown", published_on_0="45", members="beaucoup")
    form = ReviewForm(typed | {"audience": "private_message"}, today=TODAY)
    assert form.is_valid(), form.errors
    assert form.declared.members is None


def test_a_link_without_its_scheme_is_a_link() -> None:
    form = ReviewForm(mended(DISCUSSION, url="www.example.org/avis"), today=TODAY)
    assert form.is_valid()
    assert form.declared.url == "https://www.example.org/avis"


def test_a_content_without_a_link_is_accepted() -> None:
    assert ReviewForm(ANSWER, today=TODAY).is_valid()


def test_a_relative_date_keeps_the_day_on_which_it_was_noted(
    phone: Client, declaration: Declaration
) -> None:
    """The draft is taken up ten days later: « il y a 2 mois » still counts from the first day."""
    phone.post(FIRST, ANSWER)
    declaration.refresh_from_db()
    later = ReviewForm(declaration.answers["reviews"]["1"], today=date(2026, 12, 3))
    assert later.is_valid()
    assert later.declared.window.earliest == date(2026, 8, 24)


def test_a_content_is_changed_in_place(phone: Client, declaration: Declaration) -> None:
    phone.post(FIRST, DISCUSSION)
    phone.post(FIRST, mended(DISCUSSION, words="Autre chose."))
    declaration.refresh_from_db()
    assert [review["words"] for review in declaration.answers["reviews"].values()] == [
        "Autre chose."
    ]


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_content_that_is_not_the_next_one_does_not_exist(
    phone: Client, declaration: Declaration, number: int
) -> None:
    page = reverse("portal:declare_review", args=[number])
    assert phone.get(page).status_code == 404
    assert phone.post(page, DISCUSSION).status_code == 404
