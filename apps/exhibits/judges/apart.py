"""A file read in a process of its own, which has little memory and little time.

What a library makes of a hostile file then ends with that process. `python -m` runs this module:
the child limits itself before it reads a byte, and prints one line.
"""

import json
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile

from apps.exhibits.refusals import Reason, Unacceptable

PROJECT = Path(__file__).resolve().parents[3]
MEMORY = 768 * 1024**2  # bytes of address space, libraries included
SECONDS = 20
COMPLAINTS = 1024**2  # bytes
# qpdf takes the end of its memory for damage in the file, says so and goes on without that part.
SHORT_OF_MEMORY = b"std::bad_alloc"
HEAVY = {"pdf": Reason.HEAVY_PDF, "mail": Reason.HEAVY_MAIL, "heif": Reason.BROKEN_PICTURE}


def judge_apart(judge: str, path: Path) -> tuple[int, ...]:
    """What the judge of this name says of a file on disk: nothing, or a width and a height.

    Raises `Unacceptable`, also when the judge needs more memory or time than it has.
    """
    with TemporaryFile() as complaints:
        try:
            child = subprocess.run(  # noqa: S603 - our own module, and a path that we have chosen
                [sys.executable, "-m", "apps.exhibits.judges.apart", judge, str(path)],
                cwd=PROJECT,
                stdout=subprocess.PIPE,
                stderr=complaints,
                timeout=SECONDS * 2,
                check=True,
            )
            said = json.loads(child.stdout)
        except (subprocess.SubprocessError, ValueError) as error:
            raise Unacceptable(HEAVY[judge]) from error
        complaints.seek(0)
        if SHORT_OF_MEMORY in complaints.read():
            raise Unacceptable(HEAVY[judge])
    if reason := said.get("refused"):
        raise Unacceptable(Reason[reason])
    return tuple(said["size"])


def _main(judge: str, path: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (COMPLAINTS, COMPLAINTS))
    found = getattr(import_module(f"apps.exhibits.judges.{judge}"), judge)
    try:
        said = {"size": found(path) or []}
    except Unacceptable as refusal:
        said = {"refused": refusal.reason.name}
    except MemoryError:
        said = {"refused": HEAVY[judge].name}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    _main(*sys.argv[1:])
