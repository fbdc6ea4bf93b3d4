"""What a file is found by. Computed from the facts, kept to be fast, erased without loss."""

from __future__ import annotations

from django.db import connection, models
from django.db.models import Q

from apps.bell import ring_on_commit
from apps.incidents.models import Incident

from .french import French, Stems
from .query import Query, Term
from .trigrams import has_trigrams


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def matching(self, query: Query) -> SearchEntryQuerySet:
        """Those that hold every term; on PostgreSQL whatever the endings of its words."""
        entries = self
        for term in query.terms:
            if connection.vendor == "postgresql":
                entries = entries.filter(stems__matches=term.stems)
                if not term.is_quote:
                    continue
            entries = entries.filter(text__contains=_as_kept(term))
        return entries

    def near(self, query: Query) -> SearchEntryQuerySet:
        """Those of which a name, a pseudonym, a number or an address holds every term inside a
        word or, on PostgreSQL with `pg_trgm`, spells it nearly so."""
        entries, spells = self, has_trigrams()
        for term in query.terms:
            inside = Q(names__contains=term.words)
            entries = entries.filter(inside | Q(names__resembles=term.words) if spells else inside)
        return entries


def _as_kept(term: Term) -> str:
    """The texts begin and end with a space, so that a word is found where it begins."""
    return f" {term.words}" if term.is_beginning else f" {term.words} "


class SearchEntry(models.Model):
    """The words of one file, as `query.plain` leaves them, between two spaces."""

    incident = models.OneToOneField(
        Incident,
        models.PROTECT,
        primary_key=True,
        related_name="search_entry",
        verbose_name="dossier",
    )
    names = models.TextField("noms, pseudonymes, numéros et liens")
    text = models.TextField("tous les mots")
    stems = models.GeneratedField(expression=French("text"), output_field=Stems(), db_persist=True)
    indexed_at = models.DateTimeField("indexé le")

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "entrée de recherche"
        verbose_name_plural = "entrées de recherche"

    def __str__(self) -> str:
        return f"Mots du dossier {self.incident_id}"


class StaleFile(models.Model):
    """A file of which something has changed since it was last indexed, if it ever was."""

    incident = models.OneToOneField(
        Incident, models.PROTECT, primary_key=True, related_name="+", verbose_name="dossier"
    )

    class Meta:
        verbose_name = "dossier à indexer"
        verbose_name_plural = "dossiers à indexer"

    def __str__(self) -> str:
        return f"Dossier {self.incident_id} à indexer"


def mark_stale(incident: Incident) -> None:
    """Have a file indexed again. The caller holds the lock on the file and the transaction, which
    `index_file` takes too: a change is never indexed halfway, nor forgotten."""
    if not StaleFile.objects.filter(pk=incident.pk).exists():
        StaleFile.objects.bulk_create([StaleFile(pk=incident.pk)], ignore_conflicts=True)
        ring_on_commit("index_files")
