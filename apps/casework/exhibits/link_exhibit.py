from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Passage, Review
from apps.journal.kinds import Kind
from apps.journal.models import record

from .withdraw_exhibit import NoLongerCurrent


@transaction.atomic
def link_exhibit(
    exhibit: Exhibit,
    *,
    reviews: Collection[Review],
    passages: Collection[Passage] | None = None,
    by: User,
    at: datetime,
) -> None:
    """Say which contents an exhibit shows, and word for word which passages.

    A passage that is shown makes its content shown; without `passages`, those of the contents
    that stay are kept. Raises `NoLongerCurrent`, `IllegalMove` when the file is closed.
    """
    incident = Incident.objects.locked_open(Incident.objects.get(exhibits=exhibit).pk)
    exhibit = incident.exhibits.get(pk=exhibit.pk)
    if not exhibit.is_current:
        raise NoLongerCurrent
    if passages is None:
        passages = list(exhibit.passages.filter(review__in=reviews))
    shown = {review.pk for review in reviews} | {passage.review_id for passage in passages}
    exhibit.reviews.set(incident.reviews.filter(pk__in=shown))
    exhibit.passages.set(
        Passage.objects.filter(review__incident=incident).filter(
            pk__in=[passage.pk for passage in passages]
        )
    )
    record(
        Kind.EXHIBIT_LINKED,
        incident=incident,
        actor=by,
        at=at,
        number=exhibit.number,
        reviews=len(shown),
        passages=len(passages),
    )
