"""Two saves at once, on two connections: see also tests/portal/declarations/test_autosave.py."""

from datetime import timedelta

import pytest

from apps.casework.declarations.keep_answers import (
    NoLongerOpen,
    Place,
    SavingPage,
    WrittenElsewhere,
    keep_answers,
    mark_of,
)
from apps.incidents.models import Declaration
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    declared_incident,
    handler,
    started_declaration,
)

pytestmark = pytest.mark.django_db
PLACE = Place("reviews", 1)


@pytest.fixture
def declaration() -> Declaration:
    return started_declaration(PractitionerFactory())


def save(declaration: Declaration, words: str, *, page: str = "one", turn: int = 0) -> None:
    told = SavingPage(name=page, place=PLACE, mark=mark_of({}), turn=turn)
    with keep_answers(declaration, page=told, at=MONDAY_MORNING) as answers:
        PLACE.write(answers, {"words": words})


def test_a_save_moves_the_life_of_the_draft(declaration: Declaration) -> None:
    later = MONDAY_MORNING + timedelta(days=4)
    with keep_answers(declaration, page=None, at=later) as answers:
        answers["situation"] = {"situation": "review"}
    declaration.refresh_from_db()
    assert declaration.saved_at == later


def test_a_conflict_tells_both_texts_and_writes_nothing(declaration: Declaration) -> None:
    save(declaration, "Une.")
    with pytest.raises(WrittenElsewhere) as raised:
        save(declaration, "Deux.", page="two")
    assert (raised.value.kept, raised.value.brought) == ({"words": "Une."}, {"words": "Deux."})
    declaration.refresh_from_db()
    assert PLACE.read(declaration.answers) == {"words": "Une."}


def test_a_late_save_of_the_same_page_changes_nothing(declaration: Declaration) -> None:
    save(declaration, "Un texte entier.", turn=2)
    save(declaration, "Un te", turn=1)
    assert PLACE.read(declaration.answers) == {"words": "Un texte entier."}


def test_a_question_left_blank_and_one_never_asked_are_alike() -> None:
    assert mark_of({}) == mark_of({"words": ""})
    assert mark_of({"words": "a"}) != mark_of({"words": "b"})


def test_a_sent_draft_is_no_longer_open() -> None:
    with pytest.raises(NoLongerOpen):
        save(declared_incident().declaration, "Trop tard.")


def test_a_deleted_draft_is_no_longer_open(declaration: Declaration) -> None:
    Declaration.objects.filter(pk=declaration.pk).delete()
    with pytest.raises(NoLongerOpen):
        save(declaration, "Trop tard.")


def test_the_first_save_writes_to_who_prepares_it_and_never_to_the_insurer() -> None:
    practitioner, delegate = PractitionerFactory(), UserFactory(role="delegate")
    for author in (practitioner.user, delegate, handler()):
        save(started_declaration(practitioner, prepared_by=author), "Une.")
    assert {letter.recipient for letter in Letter.objects.filter(kind="draft_started")} == {
        practitioner.user,
        delegate,
    }
