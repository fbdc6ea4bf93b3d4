from collections import Counter
from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.casework.one_by_one import one_by_one
from apps.mailbox.models import Letter, LetterStatus
from apps.mailbox.post import post


def practitioner_digest(*, at: datetime) -> int:
    """Gather the letters held for each practitioner into one, when its hour has come (COM-04).

    Returns how many digests were posted. Each is one transaction: the letters are marked as
    gathered with the digest that speaks of them, so that a second passage finds nothing.
    """
    due = Letter.objects.held().filter(not_before__lte=at)
    people = User.objects.filter(pk__in=due.values("recipient")).order_by("pk")
    return sum(one_by_one(_gather, people, at=at))


@transaction.atomic
def _gather(person: User, *, at: datetime) -> bool:
    due = Letter.objects.held().filter(recipient=person, not_before__lte=at)
    held = list(due.select_for_update().order_by("pk"))
    if not held:
        return False
    key = f"practitioner-digest-{held[-1].pk}"
    files = Counter(due.order_by("pk").values_list("incident__reference", flat=True))
    post(
        "practitioner_digest",
        to=person,
        key=key,
        at=at,
        files=[
            {"reference": reference, "letters": letters} for reference, letters in files.items()
        ],
    )
    digest = Letter.objects.get(key=key)
    Letter.objects.filter(pk__in=[letter.pk for letter in held]).update(
        status=LetterStatus.MERGED, digest=digest
    )
    return True
