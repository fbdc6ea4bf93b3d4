"""Work that goes on whatever becomes of one row."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from traceback import extract_tb
from typing import Concatenate, ParamSpec, TypeVar

from celery.exceptions import SoftTimeLimitExceeded
from django.db.models import Model

Row = TypeVar("Row", bound=Model)
How = ParamSpec("How")
Result = TypeVar("Result")

OURS = Path(__file__).parents[1]  # apps/

logger = logging.getLogger(__name__)


class SomeFailed(Exception):
    """The others are done. The log has a line for each that is not."""


def one_by_one(
    do: Callable[Concatenate[Row, How], Result],
    rows: Iterable[Row],
    *args: How.args,
    **kwargs: How.kwargs,
) -> list[Result]:
    """Do something to each row, and return what came of it.

    What is done to one is a transaction of its own: a row that fails keeps no other waiting.
    Raises `SomeFailed` once all have been tried, so that the failure does not pass for success.
    """
    done, failed = [], 0
    for row in rows:
        try:
            done.append(do(row, *args, **kwargs))
        except SoftTimeLimitExceeded:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are done
            name = row._meta.model_name
            logger.error("%s %s failed: %s", name, row.pk, place_of(error))
            failed += 1
    if failed:
        raise SomeFailed(f"{failed} of {failed + len(done)}")
    return done


def place_of(error: BaseException) -> str:
    """What went wrong and where in our code, the innermost line last.

    Never the words of the error: a database quotes the row that it refuses.
    """
    frames = extract_tb(error.__traceback__)
    ours = [
        f"{path.name}:{frame.lineno}"
        for frame in frames
        if (path := Path(frame.filename)).is_relative_to(OURS)
    ]
    return f"{type(error).__name__} at {' > '.join(ours)}"
