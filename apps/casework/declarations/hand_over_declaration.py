from datetime import date, datetime

from django.db import transaction

from apps.incidents.models import Declaration
from apps.mailbox.post import post


@transaction.atomic
def hand_over_declaration(
    declaration: Declaration,
    *,
    prudent_day: date | None,
    possible_until: date | None = None,
    at: datetime,
) -> Declaration:
    """Give what a delegate prepared to the practitioner, who alone can send it (E06).

    `prudent_day` is the date that the letter tells, `possible_until` the one that it tells once
    this day has passed: no clock waits for this confirmation. Handed over twice, it is handed over
    once.
    """
    declaration = Declaration.objects.select_for_update().get(pk=declaration.pk)
    if declaration.handed_at:
        return declaration
    declaration.handed_at = at
    declaration.save(update_fields=["handed_at"])
    post(
        "declaration_handed_over",
        to=declaration.practitioner.user,
        key=f"declaration-{declaration.pk}-handed-over",
        at=at,
        declaration=str(declaration.key),
        prudent_day=prudent_day and prudent_day.isoformat(),
        possible_until=possible_until and possible_until.isoformat(),
    )
    return declaration
