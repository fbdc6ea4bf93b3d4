"""INSERT … SELECT through the ORM: the database does the work, whatever the number of rows."""

from typing import Any

from django.db import connection
from django.db.models import CharField, Model, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat


def insert_from(model: type[Model], rows: QuerySet[Any], **columns: Combinable) -> int:
    """Insert one row of `model` for each of `rows`; those whose key exists are left alone.

    `columns` gives each column of `model` (its `attname`) as an expression over `rows`; the others
    take the model's defaults. Returns how many rows were inserted.
    """
    for field in model._meta.concrete_fields:
        if not field.primary_key and field.attname not in columns:
            columns[field.attname] = Value(field.get_default(), output_field=field)
    selected = rows.order_by().annotate(
        **{f"insert_{name}": expression for name, expression in columns.items()}
    )
    select, parameters = selected.values_list(
        *(f"insert_{name}" for name in columns)
    ).query.sql_with_params()
    quote = connection.ops.quote_name
    into = ", ".join(quote(name) for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(model._meta.db_table)} ({into}) {select} ON CONFLICT DO NOTHING",
            parameters,
        )
        return int(cursor.rowcount)


def joined(*parts: str | Combinable) -> Concat:
    """Words, and what the columns between them say, in one piece: the key of a letter."""
    words = CharField()
    return Concat(
        *(Value(part) if isinstance(part, str) else Cast(part, words) for part in parts),
        output_field=words,
    )
