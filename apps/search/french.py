"""The stems of French words, kept by PostgreSQL beside the words and written by nobody else.

The words are already without accents when they come here, so that neither an extension nor a
configuration of our own is needed: `french` stems what `plain` has left.
"""

from typing import Any

from django.db import models
from django.db.models import Func, Lookup


class Stems(models.TextField):
    """A `tsvector` on PostgreSQL. The embedded database has none: it compares the words."""

    def db_type(self, connection: Any) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"


class French(Func):
    """The stems of a text; nothing on the embedded database."""

    template = "to_tsvector('french'::regconfig, %(expressions)s)"
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="substr(%(expressions)s, 1, 0)")


@Stems.register_lookup
class Matches(Lookup):
    """Do the stems answer to a `to_tsquery`? PostgreSQL only."""

    lookup_name = "matches"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        stems, params = self.process_lhs(compiler, connection)
        return f"{stems} @@ to_tsquery('french'::regconfig, %s)", (*params, self.rhs)


@models.TextField.register_lookup
class Resembles(Lookup):
    """Does a text hold a word spelled nearly so? PostgreSQL with `pg_trgm` only."""

    lookup_name = "resembles"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        text, params = self.process_lhs(compiler, connection)
        return f"{text} %%> %s", (*params, self.rhs)
