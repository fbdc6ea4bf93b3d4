"""Which files of the demonstration remain to be lived: first those that the site opens with, then
one after the other while it serves. Each is whole or is not there (docs/decisions/0022)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.deadlines.remind import remind
from apps.casework.search.index_stale_files import index_stale_files
from apps.casework.tasks import prepare_exhibits
from apps.incidents.models import ReferenceCounter
from apps.mailbox.deliver import deliver_due
from apps.mailbox.models import Letter

from .cases import CASES
from .desk import Desk
from .files import declared_at, live
from .models import Story
from .people import make_people
from .rows import Case
from .team import BESIDE

# Each account of the README finds something, and what the team does besides speaks of these alone.
FIRST = frozenset(
    {
        "page-de-5000-membres",
        "site-responsable",
        "le-meme-auteur-recommence",
        "prestataire-technique",
        "abdominoplastie-ratee",
        "charcute-et-a-radier",
        "des-voleurs-a-fuir",
        "un-escroc",
        "deux-professionnels-de-la-clinique",
        "vaccins-premier-cabinet",
        "prepare-par-la-secretaire",
        "injure-raciste",
    }
)
A_FEW_HOURS = timedelta(hours=2)


def begin(*, now: datetime, cases: Sequence[Case] = CASES) -> None:
    """Make the people, and write down which files are to be lived, each with its reference.

    Done again, it does nothing; a database with people in it never gets the demonstration's.
    """
    if User.objects.exists():
        return
    desk = Desk(now=now)
    with transaction.atomic():
        ReferenceCounter.objects.get_or_create(year=desk.today.year)
        ReferenceCounter.objects.select_for_update().get(year=desk.today.year)
        if User.objects.exists():  # somebody else began at the same moment
            return
        make_people(now=now)
        for case in sorted(cases, key=partial(declared_at, desk=desk)):
            reference = ReferenceCounter.draw(localdate(declared_at(case, desk)).year)
            Story.objects.create(name=case.name, reference=reference, looked_at=now)
        remind(at=now)  # pages say that the engine is at work


def pieces() -> list[list[Case]]:
    """The files that remain to be lived, as they go together: the first ones, then each alone,
    the latest declared before the others: they are the most pressing, and the soonest lived."""
    waiting = set(Story.objects.waiting().values_list("name", flat=True))
    remaining = [case for case in CASES if case.name in waiting]
    remaining.sort(key=lambda case: case.declared)
    first = [case for case in remaining if case.name in FIRST]
    return [*([first] if first else []), *([case] for case in remaining if case.name not in FIRST)]


@transaction.atomic
def live_piece(piece: Sequence[Case]) -> None:
    """Live these files until the demonstration's now, unless somebody else has: all or nothing."""
    names = {case.name for case in piece}
    held = list(Story.objects.select_for_update().waiting().filter(name__in=names))
    if len(held) < len(names):
        return
    desk = Desk(now=held[0].looked_at)
    live(piece, desk, beside=BESIDE if names >= FIRST else ())
    Story.objects.filter(name__in=names).update(state=Story.State.LIVED)


def settle() -> None:
    """What the worker would have done by now for the files that were lived: letters, pictures,
    search."""
    lived = list(Story.objects.filter(state=Story.State.LIVED))
    if not lived:
        return
    _deliver_until(lived[0].looked_at)
    prepare_exhibits()
    index_stale_files(clock=timezone.now)
    Story.objects.filter(pk__in=[story.pk for story in lived]).update(state=Story.State.WHOLE)


def _deliver_until(now: datetime) -> None:
    """Send the letters of the past as the worker would have, a few at once, each at its time."""
    after = now - timedelta(days=365)
    while letter := Letter.objects.due(now).filter(not_before__gt=after).first():
        after = min(letter.not_before + A_FEW_HOURS, now)
        deliver_due(clock=partial(_then, after))


def _then(moment: datetime) -> datetime:
    return moment
