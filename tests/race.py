"""Several people at once, with real threads and real connections."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def race(
    *calls: Callable[[], Any], refused: type[Exception] | tuple[type[Exception], ...] = ()
) -> list[Any]:
    """The results of calls made at the same moment; what they are `refused` with is one too."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return call()
        except refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))
