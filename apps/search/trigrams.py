"""The indexes that PostgreSQL searches with, made by the migration and by `manage.py reindex`."""

import logging

from django.db import DatabaseError, connection, transaction

logger = logging.getLogger(__name__)
STEMS = "CREATE INDEX IF NOT EXISTS search_stems ON search_searchentry USING gin (stems)"
NAMES = """CREATE INDEX IF NOT EXISTS search_names ON search_searchentry
USING gin (names gin_trgm_ops)"""
NOT_ALLOWED = (
    "PostgreSQL has no extension pg_trgm, and this role may not create it: the search does without "
    "misspelt names, and finds parts of names slowly. Ask an administrator of the database for "
    "« CREATE EXTENSION pg_trgm », then run « manage.py reindex »."
)


def has_trigrams() -> bool:
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        return cursor.fetchone() is not None


def make_indexes() -> None:
    """Make those that are missing; say what to do when the extension cannot be had."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(STEMS)
        if not has_trigrams():
            try:
                with transaction.atomic():
                    cursor.execute("CREATE EXTENSION pg_trgm")
            except DatabaseError:
                logger.warning(NOT_ALLOWED)
                return
        cursor.execute(NAMES)
