from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.deadlines.clock import acts_of, set_clocks
from apps.incidents.models import Publication
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.refusals import Refused

from .add_publication import add_publication
from .tell_dates import Before, tell_dates


class AlreadyChanged(Refused):
    """A colleague has just changed this date."""


class HiddenByAnAct(Refused):
    """The date would move later unseen, behind an act that interrupts the term for now."""


@transaction.atomic
def change_publication(
    publication: Publication,
    *,
    window: Window,
    reason: str,
    by: User,
    at: datetime,
    edit: Window | None = None,
) -> Publication:
    """Replace what is known of a publication's day, with the reason; the old window is kept.

    An earlier date drives at once, a later one waits for a second person; in both cases everybody
    who works with it is told. `edit` is the window of a modification that the same words date: it
    opens a disputed clock of its own (legal.md §18.3). Raises `AlreadyChanged` when the window is
    no longer the one in force, `HiddenByAnAct` when it begins later while a checked act counts: the
    day that the act would fall, the later date would drive on one person's word.
    """
    review = publication.review
    incident = review.locked_incident()
    publication.refresh_from_db(fields=["closed_at"])
    if publication.closed_at:
        raise AlreadyChanged("Un collègue vient de changer cette date. Relisez-la avant la vôtre.")
    if _begins_later(window, publication) and _is_behind_an_act(publication):
        raise HiddenByAnAct(
            "Un acte vérifié compte sur cette publication\u00a0: elle ne peut pas être datée plus "
            "tard. Faites d’abord reprendre la vérification de l’acte, puis corrigez la date."
        )
    before = Before(review)
    Publication.objects.filter(pk=publication.pk).update(closed_at=at)
    changed = Publication.objects.create(
        review=review,
        number=publication.number,
        kind=publication.kind,
        reason=reason,
        opened_at=at,
        **asdict(window),
    )
    about = {"review": review.number}
    record(Kind.PUBLICATION_CHANGED, incident=incident, actor=by, at=at, **about)
    set_clocks(review, at=at, by=by)
    tell_dates(before, actor=by, at=at)
    if edit:
        add_publication(review, kind=PublicationKind.EDIT, window=edit, reason=reason, by=by, at=at)
    return changed


def _begins_later(window: Window, publication: Publication) -> bool:
    """An unknown beginning is as early as can be."""
    if window.earliest is None:
        return False
    return publication.earliest is None or window.earliest > publication.earliest


def _is_behind_an_act(publication: Publication) -> bool:
    return any(
        act.check_in_force and act.kind.families and act.is_about(publication)
        for act in acts_of(publication.review)
    )
