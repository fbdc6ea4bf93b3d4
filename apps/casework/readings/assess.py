from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.incidents.models import Assessment, Review
from apps.journal.kinds import Kind
from apps.journal.models import record


@transaction.atomic
def assess(review: Review, *, facts: Mapping[str, str], by: User, at: datetime) -> Assessment:
    """Keep what the lawyer will need to know of a content; what was held before stays in the table.

    `facts` names the fields of `Assessment`. The same facts sent twice are kept once. Raises
    `IllegalMove` when the file is closed.
    """
    incident = review.locked_incident()
    held = review.assessments.filter(closed_at=None)
    if same := held.filter(**facts).first():
        return same
    held.update(closed_at=at)
    assessment = Assessment.objects.create(review=review, by=by, opened_at=at, **facts)
    record(Kind.REVIEW_ASSESSED, incident=incident, actor=by, at=at, review=review.number)
    return assessment
