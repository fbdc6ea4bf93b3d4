"""Rows that nobody ordered come in any order: what relies on the one the database happens to have
fails here, and not for somebody who reads.

The dice of each test are thrown from its name and from the seed of the run, which pytest-randomly
prints: `--randomly-seed=…` gives the same order again.
"""

from collections.abc import Iterator
from random import Random

import pytest
from django.db.models import QuerySet
from django.db.models.query import MAX_GET_RESULTS

dice = Random()
fetch_all, iterator = QuerySet._fetch_all, QuerySet._iterator


def pytest_configure() -> None:
    QuerySet._fetch_all, QuerySet._iterator = _fetch_all, _iterator


def pytest_unconfigure() -> None:
    QuerySet._fetch_all, QuerySet._iterator = fetch_all, iterator


def pytest_runtest_setup(item: pytest.Item) -> None:
    dice.seed(f"{item.config.getoption('randomly_seed', 0)} {item.nodeid}")


def _fetch_all(rows: QuerySet) -> None:
    if rows._result_cache is None and not rows.ordered:
        rows._result_cache = _in_any_order(rows)
    fetch_all(rows)


def _iterator(rows: QuerySet, use_chunked_fetch: bool, chunk_size: int | None) -> Iterator:
    found = iterator(rows, use_chunked_fetch, chunk_size)
    return found if rows.ordered else iter(_shuffled(list(found)))


def _in_any_order(rows: QuerySet) -> list:
    """Of the first few of an unordered whole, which ones is a matter of chance too."""
    whole, (low, high) = rows._clone(), (rows.query.low_mark, rows.query.high_mark)
    if high != MAX_GET_RESULTS:  # `get` wants one, or to say how many there are
        whole.query.clear_limits()
        return _shuffled(list(whole._iterable_class(whole)))[low:high]
    return list(whole._iterable_class(whole))


def _shuffled(rows: list) -> list:
    dice.shuffle(rows)
    return rows
