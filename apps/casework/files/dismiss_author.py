from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import AuthorLink, Incident

from .link_author import CannotLink, say


@transaction.atomic
def dismiss_author(
    incident: Incident, other: Incident, *, reason: str, by: User, at: datetime
) -> AuthorLink:
    """Set the suggestion of another file aside, and say why: it is shown as such from then on.

    Dismissed twice, the first reason stands. Raises `CannotLink`, `IllegalMove`.
    """
    if not reason.strip():
        raise CannotLink("Dites pourquoi ce n’est pas le même auteur.")
    different = AuthorLink.Verdict.DIFFERENT
    return say(incident, other, verdict=different, reason=reason, by=by, at=at)
