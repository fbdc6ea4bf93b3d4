import pytest

from apps.casework.correspondence.approve_answer import CannotApprove, approve_answer
from apps.casework.correspondence.save_answer import save_answer
from apps.correspondence.models import SavedAnswerVersion
from tests.factories import MONDAY_MORNING, handler, supervisor

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> SavedAnswerVersion:
    return save_answer(title="Accueil", body="Bonjour.", by=handler(), at=MONDAY_MORNING)


def test_nothing_is_used_before_a_senior_approves_it(version: SavedAnswerVersion) -> None:
    assert not SavedAnswerVersion.objects.in_use().exists()
    karim = supervisor()
    approve_answer(version, by=karim, at=MONDAY_MORNING)
    assert SavedAnswerVersion.objects.in_use().get().approved_by == karim


def test_a_handler_approves_nothing(version: SavedAnswerVersion) -> None:
    with pytest.raises(CannotApprove, match="responsable"):
        approve_answer(version, by=handler(), at=MONDAY_MORNING)


def test_what_was_rewritten_since_is_not_approved(version: SavedAnswerVersion) -> None:
    save_answer(version.answer, title="Accueil", body="Bonsoir.", by=handler(), at=MONDAY_MORNING)
    with pytest.raises(CannotApprove, match="plus récente"):
        approve_answer(version, by=supervisor(), at=MONDAY_MORNING)


def test_the_first_approval_stays(version: SavedAnswerVersion) -> None:
    karim = supervisor()
    approve_answer(version, by=karim, at=MONDAY_MORNING)
    assert approve_answer(version, by=supervisor(), at=MONDAY_MORNING).approved_by == karim
