"""How long something takes, in seconds."""

import time
from collections.abc import Callable


def timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
