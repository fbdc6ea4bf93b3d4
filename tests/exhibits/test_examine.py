"""What is received is judged by its content, refused in words, and never opened unbounded."""

import hashlib
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.exhibits.formats import accept_attribute, accepted_files_sentence
from apps.exhibits.judges import apart
from apps.exhibits.refusals import Reason, RefusedFile, Unacceptable
from apps.exhibits.seal import examine
from tests.exhibits.corpus import BAD, GOOD, mp4, pdf, picture


def upload(content: bytes, name: str = "capture.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("case", GOOD)
def test_a_good_file_is_what_its_content_says_whatever_its_name(case: str) -> None:
    content, media_type = GOOD[case]
    examined = examine(upload(content, "facture.exe"))
    assert examined.media_type == media_type
    assert examined.sha256 == hashlib.sha256(content).hexdigest()
    assert examined.size == len(content)
    assert bool(examined.width) == media_type.startswith("image/")


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_its_own_sentence_and_leaves_nothing(
    case: str, temporary: Path
) -> None:
    make, reason = BAD[case]
    with pytest.raises(RefusedFile) as refusal:
        examine(upload(make()))
    expected = Unacceptable(Reason[reason]).about("capture.png")
    assert str(refusal.value) == str(expected)
    assert not list(temporary.iterdir())


def test_every_reason_has_a_sentence_of_its_own_that_says_what_to_do() -> None:
    sentences = [reason.value for reason in Reason]
    assert len(set(sentences)) == len(sentences)
    for sentence in sentences:
        assert "{name}" in sentence
        assert sentence.endswith(".")
        assert "!" not in sentence


def test_every_judgement_on_content_has_its_bad_file() -> None:
    on_size = {
        "TOO_LARGE",
        "VIDEO_TOO_LARGE",
        "TOTAL_TOO_LARGE",
        "NOT_WANTED",
        "HEAVY_MAIL",
    }
    assert {reason for _, reason in BAD.values()} == {reason.name for reason in Reason} - on_size


def test_a_file_on_disk_is_judged_where_it_lies(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(picture())
    with path.open("rb") as file:
        assert examine(File(file, name="capture.png")).width == 64
    assert list(temporary.iterdir()) == [path]


def test_a_video_may_be_heavier_than_a_picture(settings) -> None:
    settings.EXHIBIT_MAX_BYTES = 100
    assert examine(upload(mp4())).media_type == "video/mp4"
    settings.EXHIBIT_VIDEO_MAX_BYTES = 200
    with pytest.raises(RefusedFile, match="dépasse"):
        examine(upload(mp4()))


def test_a_picture_as_heavy_as_a_video_is_refused(settings) -> None:
    settings.EXHIBIT_MAX_BYTES = 100
    with pytest.raises(RefusedFile, match="capture d’écran"):
        examine(upload(picture()))


def test_a_format_that_the_site_does_not_want_is_refused(settings) -> None:
    settings.EXHIBIT_FORMATS = ["JPEG", "PNG"]
    with pytest.raises(RefusedFile, match="activé"):
        examine(upload(pdf()))


def test_the_page_says_the_formats_and_limits_of_the_settings(settings) -> None:
    assert accepted_files_sentence() == (
        "Formats acceptés\u00a0: JPEG, PNG, WebP, HEIC, PDF, EML, MP4. 50\u00a0Mo au plus par "
        "fichier (200\u00a0Mo pour une vidéo), 500\u00a0Mo en tout."
    )
    settings.EXHIBIT_FORMATS = ["PDF"]
    settings.EXHIBIT_MAX_BYTES = 5 * 1024**2
    assert "PDF. 5\u00a0Mo au plus par fichier, 500" in accepted_files_sentence()
    assert accept_attribute() == "application/pdf"


def test_a_judge_that_needs_more_than_it_has_refuses_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "message"
    path.write_bytes(
        b"From: a@b.example\nSubject: x\n\n" + os.urandom(1024).hex().encode() * 99_000
    )
    with pytest.raises(Unacceptable, match="HEAVY_MAIL"):
        apart.judge_apart("mail", path)


JUDGE_ALL = """
import resource, sys
from pathlib import Path
from apps.exhibits.judges.judge import judge
from apps.exhibits.refusals import Unacceptable
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path in map(Path, sys.argv[1:]):
    try:
        judge(path, max_pixels=60_000_000)
    except Unacceptable:
        continue
    raise SystemExit(f"accepted: {path}")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_the_whole_corpus_is_refused_within_little_memory(tmp_path: Path, settings) -> None:
    """In the process that serves pages; what reads PDF and mail apart has its own limit."""
    paths = []
    for number, (make, _) in enumerate(BAD.values()):
        if content := make():
            paths.append(tmp_path / str(number))
            paths[-1].write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", JUDGE_ALL, *map(str, paths)],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    own, children = map(int, done.stdout.split())
    assert own < 40 * 1024  # kilobytes
    assert children * 1024 < apart.MEMORY
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
