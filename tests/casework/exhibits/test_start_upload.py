import pytest

from apps.exhibits.refusals import RefusedFile
from apps.incidents.status import IllegalMove
from tests.factories import (
    PractitionerFactory,
    ended,
    qualified_incident,
    started_declaration,
)

from .uploads import started

pytestmark = pytest.mark.django_db


@pytest.fixture
def declaration():
    return started_declaration(PractitionerFactory())


def test_a_file_is_announced_before_its_first_byte(declaration) -> None:
    upload = started(declaration, 1000, name="dossier/capture.png")
    assert (upload.name, upload.size, upload.received) == ("capture.png", 1000, 0)
    assert not upload.has_arrived


@pytest.mark.parametrize(("size", "said"), [(0, "est vide"), (10**10, "dépasse")])
def test_what_could_never_be_kept_is_refused_at_once(declaration, size: int, said: str) -> None:
    with pytest.raises(RefusedFile, match=said):
        started(declaration, size)
    assert not declaration.uploads.exists()


def test_files_on_their_way_count_in_the_room_of_a_file(declaration, settings) -> None:
    settings.EXHIBIT_TOTAL_MAX_BYTES = 1500
    started(declaration, 1000)
    with pytest.raises(RefusedFile, match="les pièces de ce dossier dépasseraient"):
        started(declaration, 1000)


def test_nothing_more_comes_to_a_closed_file() -> None:
    incident = qualified_incident()
    ended(incident)
    with pytest.raises(IllegalMove, match="est terminé"):
        started(incident, 1000)
