from collections.abc import Callable

import pytest

from apps.casework.exhibits.receive_chunk import WrongOffset, receive_chunk
from apps.exhibits.models import Upload
from apps.exhibits.part_file import append, part_file
from tests.factories import PractitionerFactory, started_declaration
from tests.race import race

from .uploads import started


@pytest.fixture
def upload(db) -> Upload:
    return started(started_declaration(PractitionerFactory()), 10)


def test_chunks_follow_one_another(upload: Upload) -> None:
    receive_chunk(upload, offset=0, chunk=b"abcd")
    assert receive_chunk(upload, offset=4, chunk=b"efghij").has_arrived
    assert part_file(upload.key).read_bytes() == b"abcdefghij"


@pytest.mark.parametrize(("offset", "chunk"), [(0, b"again"), (6, b"gap"), (4, b"much too long")])
def test_a_chunk_that_does_not_follow_is_refused(upload: Upload, offset: int, chunk: bytes) -> None:
    receive_chunk(upload, offset=0, chunk=b"abcd")
    with pytest.raises(WrongOffset):
        receive_chunk(upload, offset=offset, chunk=chunk)
    assert part_file(upload.key).read_bytes() == b"abcd"


def test_what_a_dead_process_wrote_and_never_said_is_written_again(upload: Upload) -> None:
    receive_chunk(upload, offset=0, chunk=b"abcd")
    append(upload.key, offset=4, chunk=b"half a ch")
    receive_chunk(upload, offset=4, chunk=b"ef")
    assert part_file(upload.key).read_bytes() == b"abcdef"


def test_a_disk_that_holds_less_than_the_row_says_is_believed(upload: Upload) -> None:
    receive_chunk(upload, offset=0, chunk=b"abcd")
    part_file(upload.key).write_bytes(b"ab")
    with pytest.raises(WrongOffset):
        receive_chunk(upload, offset=4, chunk=b"efghij")
    upload.refresh_from_db()
    assert upload.received == 2


@pytest.mark.django_db(transaction=True)
def test_two_chunks_at_once_never_mix() -> None:
    upload = started(started_declaration(PractitionerFactory()), 4000)

    def send(letter: bytes) -> Callable[[], object]:
        return lambda: receive_chunk(upload, offset=0, chunk=letter * 4000)

    outcomes = race(send(b"a"), send(b"b"), refused=WrongOffset)
    assert sum(isinstance(outcome, WrongOffset) for outcome in outcomes) == 1
    assert part_file(upload.key).read_bytes() in (b"a" * 4000, b"b" * 4000)
