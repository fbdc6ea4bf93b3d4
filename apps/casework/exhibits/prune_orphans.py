from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField, QuerySet

BATCH = 500  # names


def prune_orphans(*, before: datetime) -> list[str]:
    """Remove the orphans that were written before that moment. Returns their names.

    A file comes before its row: leave days, not minutes, between the two.
    """
    pruned = []
    for name in orphans():
        if default_storage.get_modified_time(name) < before and not _named([name]):
            default_storage.delete(name)
            pruned.append(name)
    return pruned


def orphans() -> Iterator[str]:
    """Names of the stored files of which no row speaks: drafts taken back, writings cut short."""
    for batch in _batches(stored_names()):
        named = _named(batch)
        yield from (name for name in batch if name not in named)


def stored_names() -> Iterator[str]:
    """The name of every stored file, one folder after the other."""
    for folder in _folders(""):
        _, files = default_storage.listdir(folder)
        yield from (f"{folder}/{file}".lstrip("/") for file in files)


def _batches(names: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(names, BATCH)):
        yield batch


def _folders(folder: str) -> Iterator[str]:
    """This folder and all those within. A store that holds nothing yet has none."""
    try:
        within, _ = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield folder
    for name in within:
        yield from _folders(f"{folder}/{name}".lstrip("/"))


def _named(names: list[str]) -> set[str]:
    """Those of these names that a row speaks of, whatever its model."""
    return {
        name
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FileField)
        for name in QuerySet(model)
        .filter(**{f"{field.name}__in": names})
        .values_list(field.name, flat=True)
    }
