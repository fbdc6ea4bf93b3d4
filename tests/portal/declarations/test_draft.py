"""A draft is read once for each page, however many contents it has."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.forms import BaseForm
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.casework.declarations.keep_answers import Place, SavingPage, mark_of
from apps.directory.models import Practitioner
from apps.incidents.models import Declaration
from apps.portal.draft import Draft
from apps.portal.forms.review import ReviewForm
from tests.portal.typed import DISCUSSION, DISCUSSION_DATES, SITUATION, complete_draft, page_of

TODAY = date(2026, 11, 23)
IN_FULL = {"SituationForm": 1, "PracticeForm": 1, "ReviewForm": 5, "DatesForm": 5, "ContextForm": 1}
# The pages of a draft, and the forms that each builds beside those of the draft: its own to fill.
PAGES = {
    ("declare_situation",): {"SituationForm": 1},
    ("declare_practice",): {},
    ("declare_facility",): {},
    ("declare_reviews",): {"LinksForm": 1},
    ("declare_review", 3): {},
    ("declare_review", 6): {"ReviewForm": 1},
    ("remove_review", 3): {},
    ("declare_dates",): {},
    ("declare_date", 3): {"DatesForm": 1},
    ("too_late", 3): {},
    ("declare_exhibits",): {"ExhibitsForm": 1},
    ("declare_context",): {},
    ("check_answers",): {"AccuracyForm": 1},
    ("delete_draft",): {},
}


def draft_of(practitioner: Practitioner, contents: int) -> Declaration:
    """A draft that may be sent, of so many contents."""
    declaration = complete_draft(practitioner)
    numbers = [str(number) for number in range(1, contents + 1)]
    link = "https://www.facebook.com/groups/primalien/posts/"
    declaration.answers |= {
        "reviews": {number: DISCUSSION | {"url": link + number} for number in numbers},
        "dates": dict.fromkeys(numbers, DISCUSSION_DATES),
    }
    declaration.save()
    return declaration


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_builds_each_form_of_the_draft_once(
    phone: Client, surgeon: Practitioner, page: tuple, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = page_of(draft_of(surgeon, 5), *page)
    built, build = Counter(), BaseForm.__init__

    def counted(form: BaseForm, *args, **kwargs) -> None:
        built[type(form).__name__] += 1
        build(form, *args, **kwargs)

    monkeypatch.setattr(BaseForm, "__init__", counted)
    assert phone.get(url).status_code in {200, 302}
    del built["AgainForm"]  # a part of each form of dates
    assert built == Counter(IN_FULL) + Counter(PAGES[page])


def test_the_last_look_asks_as_much_of_the_database_for_five_contents_as_for_one(
    phone: Client, surgeon: Practitioner
) -> None:
    asked = []
    for contents in (1, 5):
        url = page_of(draft_of(surgeon, contents), "check_answers")
        with CaptureQueriesContext(connection) as queries:
            assert len(phone.get(url).context["outlooks"]) == contents
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_what_is_half_typed_is_incomplete_without_a_word_of_blame() -> None:
    form = ReviewForm({"words": "", "audience": "public"}).judged()
    assert not form.errors
    assert not form.is_valid()
    assert ReviewForm({"words": "Fuyez.", "audience": "public"}).judged().is_valid()


def save(draft: Draft, *, turn: int, situation: str) -> None:
    place = Place("situation")
    draft.page = SavingPage(name="one", place=place, mark=mark_of(SITUATION), turn=turn)
    with draft.writing() as answers:
        place.write(answers, {"situation": situation})


def test_a_draft_says_what_was_written_since_it_was_read(surgeon: Practitioner) -> None:
    draft = Draft(draft_of(surgeon, 5), today=TODAY)
    assert len(draft.reviews) == len(draft.dates) == 5
    with draft.writing() as answers:
        del answers["reviews"]["2"]
    assert [*draft.reviews] == [*draft.dates] == [1, 3, 4, 5]


def test_answers_that_come_late_are_not_what_the_draft_says(surgeon: Practitioner) -> None:
    declaration = complete_draft(surgeon)
    save(Draft(declaration, today=TODAY), turn=2, situation="private")
    late = Draft(declaration, today=TODAY)
    save(late, turn=1, situation="listing")
    assert late.situation.facts == {"situation": "private"}
