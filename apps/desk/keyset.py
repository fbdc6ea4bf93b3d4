"""Pages that go on from a row, not from a number: page 100 costs what page 1 costs, and a file
that arrives meanwhile neither hides another nor shows it twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

Row = TypeVar("Row", bound=models.Model)
AFTER, BEFORE = "apres", "avant"


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows in their order; `previous` and `next` are what the address of a neighbour says."""

    rows: list[Row]
    previous: str
    next: str


def page_of(rows: QuerySet[Row], *, order: str, size: int, asked: dict[str, str]) -> Page[Row]:
    """The page of `rows` by the field `order` (`-` for the other way round), then by `pk`.

    `asked` is the address: `apres=` the last row seen, or `avant=` the first one. What cannot be
    read there gives the first page.
    """
    field, descending = order.removeprefix("-"), order.startswith("-")
    backwards = BEFORE in asked
    seen = _read(rows.model, field, asked.get(BEFORE) or asked.get(AFTER, ""))
    backwards = backwards and seen is not None
    downwards = descending != backwards
    found = rows.order_by(*(f"-{name}" if downwards else name for name in (field, "pk")))
    if seen is not None:
        found = _beyond(found, field, seen, downwards=downwards)
    page = list(found[: size + 1])
    has_more, page = len(page) > size, page[:size]
    if backwards:
        page.reverse()
    has_previous, has_next = (has_more, True) if backwards else (seen is not None, has_more)
    return Page(
        page,
        _mark(page[0], field) if page and has_previous else "",
        _mark(page[-1], field) if page and has_next else "",
    )


def neighbours(rows: QuerySet[Row], *, order: str, of: Row) -> tuple[Row | None, Row | None]:
    """Those just before and just after `of`, which need not be one of them any longer."""
    field, descending = order.removeprefix("-"), order.startswith("-")
    value = getattr(of, field)
    if value is None:
        return None, None
    return (
        _nearest(rows, field, (value, of.pk), downwards=not descending),
        _nearest(rows, field, (value, of.pk), downwards=descending),
    )


def _nearest(
    rows: QuerySet[Row], field: str, seen: tuple[object, int], *, downwards: bool
) -> Row | None:
    ordered = rows.order_by(*(f"-{name}" if downwards else name for name in (field, "pk")))
    return _beyond(ordered, field, seen, downwards=downwards).first()


def _beyond(
    rows: QuerySet[Row], field: str, seen: tuple[object, int], *, downwards: bool
) -> QuerySet[Row]:
    """Both columns compared at once: an index starts at the very row, however many share a day."""
    beyond = TupleLessThan if downwards else TupleGreaterThan
    return rows.filter(beyond(Tuple(F(field), F("pk")), seen))


def _mark(row: models.Model, field: str) -> str:
    value = getattr(row, field)
    return f"{value.isoformat() if isinstance(value, datetime) else value}~{row.pk}"


def _read(model: type[models.Model], field: str, mark: str) -> tuple[object, int] | None:
    value, _, pk = mark.rpartition("~")
    if not value or not pk.isdecimal():
        return None
    try:
        return model._meta.get_field(field).to_python(value), int(pk)
    except ValidationError:
        return None
