"""The words by which a file is found, and where each stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch

from apps.dossiers.models import Dossier
from apps.incidents.models import Incident, IncidentQuerySet, Merge


@dataclass(frozen=True)
class SearchPlace:
    """Some words, and where they are read. `is_name`: also found by a part or nearly so spelt."""

    label: str
    words: str
    is_name: bool = False


def with_places(files: IncidentQuerySet) -> IncidentQuerySet:
    """What `places` reads, in a number of queries that does not depend on the files."""
    dossiers = Dossier.objects.select_related("partner").defer("content")
    return files.select_related("practitioner__user", "contract").prefetch_related(
        "reviews",
        "messages",
        "notes__files",
        "calls",
        "exhibits__text",
        "information_requests",
        Prefetch("absorptions", Merge.objects.open().select_related("absorbed")),
        Prefetch("dossiers", dossiers),
    )


def places(incident: Incident) -> Iterator[SearchPlace]:
    """Every place of a file where words are looked for, the most telling first.

    Internal notes and calls are among them: only the insurer's people search.
    """
    yield SearchPlace("référence", incident.reference, is_name=True)
    for merge in incident.absorptions.all():
        yield SearchPlace("dossier réuni", merge.absorbed.reference, is_name=True)
    yield SearchPlace("sociétaire", incident.practitioner.user.name, is_name=True)
    if incident.contract:
        yield SearchPlace("contrat", incident.contract.number, is_name=True)
    yield from _of_contents(incident)
    yield from _said(incident)
    for exhibit in incident.exhibits.all():
        yield SearchPlace(f"pièce n°\u00a0{exhibit.number}", exhibit.name, is_name=True)
        if text := getattr(exhibit, "text", None):
            yield SearchPlace(f"pièce n°\u00a0{exhibit.number}, texte", text.words)
        yield SearchPlace(
            f"pièce n°\u00a0{exhibit.number}, lien", exhibit.declared_url, is_name=True
        )
    for dossier in incident.dossiers.all():
        yield SearchPlace("dossier remis", dossier.file_name, is_name=True)
    yield SearchPlace("bilan", incident.closing_words)


def _of_contents(incident: Incident) -> Iterator[SearchPlace]:
    for review in incident.reviews.all():
        content = str(review)
        yield SearchPlace(content, review.words)
        yield SearchPlace(f"{content}, auteur", review.author_pseudonym, is_name=True)
        yield SearchPlace(f"{content}, personne visée", review.person, is_name=True)
        yield SearchPlace(f"{content}, lien", review.url, is_name=True)


def _said(incident: Incident) -> Iterator[SearchPlace]:
    for message in incident.messages.all():
        yield SearchPlace("message", message.body)
    for note in incident.notes.all():
        yield SearchPlace("note interne", note.body)
        for file in note.files.all():
            yield SearchPlace("note interne, fichier", file.name, is_name=True)
    for call in incident.calls.all():
        yield SearchPlace("appel", call.words)
    for request in incident.information_requests.all():
        yield SearchPlace("demande au sociétaire", request.question)
        yield SearchPlace("réponse du sociétaire", request.answer)
