from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.letters.recipients import followers
from apps.deadlines.clock import set_clocks
from apps.deadlines.models import Deadline, InterruptingAct
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Review
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post

from .record_deadline import record_deadline


@transaction.atomic
def record_act(
    review: Review,
    *,
    code: str,
    done_on: date,
    done_by: str,
    by: User,
    at: datetime,
    is_regular: bool = True,
    deposit_paid_on: date | None = None,
    exhibit: Exhibit | None = None,
) -> InterruptingAct:
    """Write down a procedural act; the law says what it does to the clocks of the review.

    An act that interrupts nothing is kept as well. Recorded again with the same facts, it is one
    act; with other facts (a summons since annulled, a deposit since paid) the first row is closed
    and kept, and the clocks follow. When a new term opens, its date goes to the handler and to the
    lawyer on the file: during a lawsuit an act is owed every three months (L. 1881 art. 65;
    legal.md §5.2).
    """
    incident = review.locked_incident()
    facts = {
        "done_by": done_by,
        "is_regular": is_regular,
        "deposit_paid_on": deposit_paid_on,
        "exhibit": exhibit,
    }
    in_force = review.acts.open().filter(code=code, done_on=done_on).first()
    if in_force and all(getattr(in_force, name) == fact for name, fact in facts.items()):
        return in_force
    if in_force:
        in_force.closed_at = at
        in_force.save(update_fields=["closed_at"])
    act = InterruptingAct.objects.create(
        review=review, code=code, done_on=done_on, recorded_by=by, recorded_at=at, **facts
    )
    about = {"review": review.number, "act": code, "done_on": done_on.isoformat()}
    record(Kind.ACT_RECORDED, incident=incident, actor=by, at=at, **about)
    moved = [deadline for deadline in set_clocks(review, at=at) if deadline.opened_at == at]
    for deadline in moved:
        record_deadline(deadline, actor=by, at=at)
        _announce(deadline, incident, at=at)
    return act


def _announce(deadline: Deadline, incident: Incident, *, at: datetime) -> None:
    lawyers = User.objects.filter(
        partners__assignments__in=Assignment.objects.open().filter(
            incident=incident, kind=Partner.Kind.LAWYER, state=Assignment.State.ACCEPTED
        )
    )
    for person in dict.fromkeys([*lawyers, *followers(incident, today=localdate(at))]):
        if deadline.act_by:
            post(
                "next_act_due",
                to=person,
                key=f"deadline-{deadline.pk}-next-act-user-{person.pk}",
                at=at,
                incident=incident,
                act_by=deadline.act_by.isoformat(),
            )
