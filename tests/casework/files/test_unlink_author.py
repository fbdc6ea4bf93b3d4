import pytest

from apps.casework.files.dismiss_author import dismiss_author
from apps.casework.files.link_author import link_author
from apps.casework.files.same_author import same_author
from apps.casework.files.unlink_author import unlink_author
from apps.incidents.models import AuthorLink, Incident
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, PlatformFactory, declared_review, taken_incident

pytestmark = pytest.mark.django_db


@pytest.fixture
def files() -> list[Incident]:
    PlatformFactory()
    return [taken_incident(reviews=[declared_review(author_pseudonym="Lulu")]) for _ in range(2)]


@pytest.mark.parametrize("is_linked", [True, False])
def test_what_was_taken_back_is_suggested_again_and_its_row_is_kept(
    files: list[Incident], is_linked: bool
) -> None:
    mine, other = files
    by = mine.handler
    if is_linked:
        link_author(mine, other, by=by, at=MONDAY_MORNING)
    else:
        dismiss_author(mine, other, reason="Prénom courant.", by=by, at=MONDAY_MORNING)
    unlink_author(other, mine, by=by, at=MONDAY_MORNING)
    assert same_author(by, mine, at=MONDAY_MORNING).suggested == [other]
    row = AuthorLink.objects.get()
    assert (row.closed_at, row.closed_by) == (MONDAY_MORNING, by)


def test_taken_back_twice_it_is_told_once(files: list[Incident]) -> None:
    mine, other = files
    link_author(mine, other, by=mine.handler, at=MONDAY_MORNING)
    for _ in range(2):
        unlink_author(mine, other, by=mine.handler, at=MONDAY_MORNING)
    assert mine.events.filter(kind=Kind.AUTHOR_UNLINKED).count() == 1
