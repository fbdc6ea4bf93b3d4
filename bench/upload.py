"""How long it takes to receive ten captures and to draw their copies, beside the bare work.

    python bench/upload.py [--captures 10] [--rounds 3]

Works on any database, in one of its own, made and dropped here. The yardsticks of the same run: a
SHA-256 and one JPEG of each capture by Pillow, in this process; and the bare writing of the same
bytes. Prints a table and one JSON line; exits 1 when a goal is missed.
"""

import argparse
import hashlib
import json
import os
import statistics
import sys
import tempfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from PIL import Image, ImageDraw
from timed import timed

from apps.accounts.models import Role, User
from apps.casework.exhibits.attach import attach_to_declaration
from apps.casework.tasks import prepare_exhibits
from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration

SIZE = (1920, 3000)
GOALS = {"received and drawn ÷ hash and one JPEG": 1.5}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--captures", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        rounds = [one_round(asked.captures, rank) for rank in range(asked.rounds)]
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    seconds = {name: statistics.median(each[name] for each in rounds) for name in rounds[0]}
    for name, value in seconds.items():
        print(f"{name:<44}{value:>8.2f} s")
    both = seconds["received"] + seconds["copies drawn"]
    figures = {
        "received and drawn ÷ hash and one JPEG": both / seconds["hash and one JPEG"],
        "received ÷ bare writing": seconds["received"] / seconds["bare writing"],
    }
    for name, value in figures.items():
        print(f"{name:<44}{value:>8.2f}   goal {GOALS.get(name, 'none')}")
    print(json.dumps({"captures": asked.captures, **figures}))
    return int(any(figures[name] > goal for name, goal in GOALS.items()))


def one_round(captures: int, rank: int) -> dict[str, float]:
    files = [capture(rank * captures + number) for number in range(captures)]
    declaration = started()

    def receive() -> None:
        for number, content in enumerate(files):
            attach_to_declaration(
                declaration,
                upload=SimpleUploadedFile(f"capture-{number}.png", content),
                kind=Exhibit.Kind.CAPTURE,
                by=declaration.prepared_by,
                at=timezone.now(),
            )

    return {
        "bare writing": timed(lambda: write(files)),
        "hash and one JPEG": timed(lambda: bare(files)),
        "received": timed(receive),
        "copies drawn": timed(prepare_exhibits),
    }


def capture(seed: int) -> bytes:
    """A page of text as a browser would show it, different each time."""
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    for line in range(120):
        draw.text((40, 25 * line), f"{seed:03} {line:03} avis publié sur cette page " * 8, "black")
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def started() -> Declaration:
    now = timezone.now()
    rank = User.objects.count()
    doctor = User.objects.create(
        email=f"doctor{rank}@example.org", name="Dr", role=Role.PRACTITIONER
    )
    practitioner = Practitioner.objects.create(user=doctor, profession="physician")
    return Declaration.objects.create(
        practitioner=practitioner, prepared_by=doctor, started_at=now, saved_at=now
    )


def bare(files: list[bytes]) -> None:
    for content in files:
        hashlib.sha256(content).hexdigest()
        with Image.open(BytesIO(content)) as image:
            page = image.convert("RGB")
            page.thumbnail((1240, SIZE[1]))
            page.save(BytesIO(), "JPEG", quality=85)


def write(files: list[bytes]) -> None:
    """As safe as our own: on the disk when it returns."""
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(files):
            with (Path(folder) / str(number)).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())


if __name__ == "__main__":
    sys.exit(main())
