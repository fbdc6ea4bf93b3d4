import pytest

from apps.casework.correspondence.approve_answer import approve_answer
from apps.casework.correspondence.save_answer import TitleTaken, save_answer
from apps.correspondence.models import SavedAnswer, SavedAnswerVersion
from apps.correspondence.variables import UnknownVariable
from tests.factories import MONDAY_MORNING, handler, supervisor

pytestmark = pytest.mark.django_db
AT = MONDAY_MORNING


def test_a_new_version_leaves_the_approved_one_in_use() -> None:
    first = save_answer(title="Accueil", body="Bonjour.", by=handler(), at=AT)
    approve_answer(first, by=supervisor(), at=AT)
    save_answer(first.answer, title="Accueil", body="Bonsoir.", by=handler(), at=AT)
    assert [version.body for version in first.answer.versions.all()] == ["Bonsoir.", "Bonjour."]
    assert SavedAnswerVersion.objects.in_use().get() == first


def test_the_same_words_again_are_no_new_version() -> None:
    sofia = handler()
    first = save_answer(title="Accueil", body="Bonjour.", by=sofia, at=AT)
    again = save_answer(first.answer, title="Bienvenue", body="Bonjour.", by=sofia, at=AT)
    assert again == first
    assert SavedAnswer.objects.get().title == "Bienvenue"


@pytest.mark.parametrize("body", ["Bonjour Dr {nom}.", "Bonjour {", "Avant le }.", "{}"])
def test_a_brace_that_stands_for_nothing_is_refused(body: str) -> None:
    with pytest.raises(UnknownVariable):
        save_answer(title="Accueil", body=body, by=handler(), at=AT)
    assert not SavedAnswer.objects.exists()


def test_two_answers_never_bear_the_same_title() -> None:
    save_answer(title="Accueil", body="Bonjour.", by=handler(), at=AT)
    with pytest.raises(TitleTaken):
        save_answer(title="Accueil", body="Bonsoir.", by=handler(), at=AT)
