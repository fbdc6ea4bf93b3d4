"""Many rows out of one: what the measures are made on. Not a measure itself."""

from collections.abc import Mapping

from django.db import connection, models


def multiply(row: models.Model, times: int, **columns: str) -> None:
    """Copy a saved row `times` times; `columns` are SQL over `n`, the rank of the copy from 1.

    What is not named is as in the row, so that a new column of the model asks nothing here.
    """
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    said: Mapping[str, str] = {
        field.column: columns.pop(field.name, f"model.{field.column}") for field in fields
    }
    if columns:
        raise TypeError(f"{row._meta.label} has no column {', '.join(columns)}")
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(said)}) SELECT {', '.join(said.values())} "
            f"FROM {table} model, generate_series(1, %s) n WHERE model.id = %s",
            [times, row.pk],
        )
