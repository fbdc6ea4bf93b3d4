"""The words by which a file is found, and where each stands in it."""

import email
import email.policy
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from django.db.models import Prefetch

from apps.dossiers.models import Dossier
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, IncidentQuerySet

logger = logging.getLogger(__name__)
MAIL = "message/rfc822"
MAIL_READ = 2 * 1024**2  # bytes of a message received as an exhibit


@dataclass(frozen=True)
class Place:
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
        "exhibits",
        "information_requests",
        Prefetch("dossiers", dossiers),
    )


def places(incident: Incident) -> Iterator[Place]:
    """Every place of a file where words are looked for, the most telling first.

    Internal notes are among them: only the insurer's people search.
    """
    yield Place("référence", incident.reference, is_name=True)
    yield Place("sociétaire", incident.practitioner.user.name, is_name=True)
    if incident.contract:
        yield Place("contrat", incident.contract.number, is_name=True)
    for review in incident.reviews.all():
        content = str(review)
        yield Place(content, review.words)
        yield Place(f"{content}, auteur", review.author_pseudonym, is_name=True)
        yield Place(f"{content}, personne visée", review.person, is_name=True)
        yield Place(f"{content}, lien", review.url, is_name=True)
    for message in incident.messages.all():
        yield Place("message", message.body)
    for note in incident.notes.all():
        yield Place("note interne", note.body)
        for file in note.files.all():
            yield Place("note interne, fichier", file.name, is_name=True)
    for request in incident.information_requests.all():
        yield Place("demande au sociétaire", request.question)
        yield Place("réponse du sociétaire", request.answer)
    for exhibit in incident.exhibits.all():
        yield Place(f"pièce n°\u00a0{exhibit.number}", exhibit.name, is_name=True)
        yield Place(f"pièce n°\u00a0{exhibit.number}, lien", exhibit.declared_url, is_name=True)
    for dossier in incident.dossiers.all():
        yield Place("dossier remis", dossier.file_name, is_name=True)
    yield Place("bilan", incident.closing_words)


def words_of_mail(exhibit: Exhibit) -> str:
    """The subject, the people and the plain text of a message received as an exhibit; nothing for
    another kind of file, nor for one in which a virus was found or that cannot be read."""
    if exhibit.media_type != MAIL or exhibit.is_quarantined:
        return ""
    try:
        with exhibit.original.open() as file:
            content = file.read(MAIL_READ)
        return _words_of(email.message_from_bytes(content, policy=email.policy.default))
    except (OSError, LookupError, ValueError) as error:
        logger.warning("exhibit %d is not indexed: %s", exhibit.pk, type(error).__name__)
        return ""


def _words_of(message: EmailMessage) -> str:
    heads = [str(message.get(name, "")) for name in ("subject", "from", "to")]
    body = message.get_body(("plain",))
    return "\n".join([*heads, str(body.get_content()) if body else ""])
