import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.incidents.fingerprints import url_key, words_key

PAGE = "https://www.facebook.com/groups/primalien/posts/1"


@pytest.mark.parametrize(
    "same",
    [
        "http://facebook.com/groups/primalien/posts/1",
        "https://m.facebook.com/groups/primalien/posts/1/",
        "https://www.FACEBOOK.com/groups/primalien/posts/1?fbclid=abc&utm_source=x",
        "https://www.facebook.com/groups/primalien/posts/1#comments",
    ],
)
def test_the_same_page_however_it_was_copied(same: str) -> None:
    assert url_key(same) == url_key(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.facebook.com/groups/primalien/posts/2",
        "https://www.facebook.com/groups/primalien/posts/1?comment_id=9",
        "https://www.notfacebook.com/groups/primalien/posts/1",
    ],
)
def test_another_page_is_another_page(other: str) -> None:
    assert url_key(other) != url_key(PAGE)


def test_words_are_compared_without_case_accents_or_punctuation() -> None:
    assert words_key("Un incapable. Fuyez !") == words_key("un INCAPABLE,\nfuyez")
    assert words_key("À éviter") == words_key("a eviter")
    assert words_key("Un incapable") != words_key("Un capable")


def test_nothing_has_no_fingerprint_so_that_two_blanks_are_not_the_same() -> None:
    assert url_key("") == words_key("") == words_key(" … ") == ""


@given(st.text())
def test_a_fingerprint_says_nothing_of_the_words(words: str) -> None:
    key = words_key(words)
    assert key == "" or (len(key) == 64 and set(key) <= set("0123456789abcdef"))
    assert words_key(f"  {words}  !") == key
