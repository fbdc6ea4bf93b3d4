import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import File
from django.db.models import F, Model, QuerySet
from django.db.models.fields.files import FieldFile

from apps.correspondence.models import NoteFile
from apps.dossiers.models import Dossier, Receipt
from apps.exhibits.models import Exhibit, Manifest
from apps.exhibits.timestamp import NoTimestamp, verify_token

# What has a hash in the database, and the field that holds its bytes.
HASHED: tuple[tuple[type[Model], str], ...] = (
    (Exhibit, "original"),
    (NoteFile, "original"),
    (Dossier, "file"),
    (Receipt, "file"),
    (Manifest, "file"),
)
BATCH = 500  # rows


@dataclass(frozen=True)
class Difference:
    """What the store holds is not what the database says. No name: they are read in logs."""

    row: str
    sha256: str
    trouble: str

    def __str__(self) -> str:
        return f"{self.row}: {self.trouble} (sha256 {self.sha256})"


def verify_store(*, part: int = 0, parts: int = 1) -> Iterator[Difference]:
    """Read again every stored file, or one part out of so many, and give what differs.

    Files are read in pieces and rows in batches: memory does not grow with the store. Timestamps
    are verified when `TSA_CA_FILE` is set.
    """
    for model, field in HASHED:
        rows: QuerySet = QuerySet(model).exclude(**{field: ""})
        for row in _of_part(rows, part, parts).iterator(BATCH):
            if trouble := _trouble(getattr(row, field), row.sha256, getattr(row, "size", None)):
                yield Difference(f"{model.__name__.lower()} {row.pk}", row.sha256, trouble)
    for manifest in _of_part(Manifest.objects.all(), part, parts).iterator(BATCH):
        for trouble in _troubles_of_manifest(manifest):
            yield Difference(f"manifest {manifest.pk}", manifest.sha256, trouble)


def _of_part(rows: QuerySet, part: int, parts: int) -> QuerySet:
    mine: QuerySet = rows.annotate(part=F("pk") % parts).filter(part=part)
    return mine.order_by("pk")


def _trouble(stored: FieldFile, sha256: str, size: int | None) -> str:
    """What is wrong with these bytes, or nothing."""
    digest, read = hashlib.sha256(), 0
    try:
        with stored.open("rb") as opened:
            for piece in opened.chunks(File.DEFAULT_CHUNK_SIZE):
                digest.update(piece)
                read += len(piece)
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        return f"unreadable: {type(error).__name__}"
    if size is not None and read != size:
        return f"{read} bytes instead of {size}"
    return "" if digest.hexdigest() == sha256 else "altered"


def _troubles_of_manifest(manifest: Manifest) -> Iterator[str]:
    """Its timestamp, and the exhibits of its day that it does not tell as they are."""
    try:
        with manifest.file.open("rb") as opened:
            content = opened.read()
    except OSError:
        return
    if manifest.token and settings.TSA_CA_FILE:
        try:
            verify_token(bytes(manifest.token), content)
        except NoTimestamp as error:
            yield f"timestamp: {error}"
    told = {tuple(line.split()[:2]) for line in content.decode(errors="replace").splitlines()}
    exhibits = Exhibit.objects.received_on(manifest.day).values_list("sha256", "pk")
    for sha256, pk in exhibits.iterator(BATCH):
        if (sha256, str(pk)) not in told:
            yield f"exhibit {pk} is not in it with the hash {sha256}"
