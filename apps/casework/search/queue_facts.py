"""Facts about files that the queue narrows by and counts: conditions for `incidents_for(user)`.

They ask several apps at once, so they stand beside `access.py` and not in one model.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Left

from apps.accounts.models import Role, User
from apps.casework.access.blind import hidden_readings_for
from apps.correspondence.models import Message
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Qualification, Review, Tag
from apps.mailbox.models import UNDELIVERED, Letter, LetterQuerySet


def is_proved() -> Q:
    """A bailiff's report was made, or the file holds an exhibit that was not set aside."""
    received = Exhibit.objects.current().filter(incident=OuterRef("pk"))
    return Q(bailiff_report_on__isnull=False) | Q(Exists(received))


def is_labelled(code: str, user: User) -> Q:
    """One of its passages bears this label now, and this person may know it."""
    labelled = Qualification.objects.open().filter(
        label=code, passage__review__incident=OuterRef("pk")
    )
    return Q(Exists(labelled.exclude(pk__in=hidden_readings_for(user).values("pk"))))


def is_on_platform(pk: str) -> Q:
    return Q(Exists(Review.objects.filter(incident=OuterRef("pk"), platform=int(pk))))


def is_answered() -> Q:
    """The practitioner wrote, and nobody has read it yet: from the few unread messages."""
    unread = Message.objects.filter(read_at=None, author=F("incident__practitioner__user"))
    return Q(pk__in=unread.values("incident"))


def has_undelivered_letter() -> Q:
    return Q(pk__in=undelivered_letters().values("incident"))


def undelivered_letters() -> LetterQuerySet:
    """All of them: of what may be told, `letters_for(user)` alone knows."""
    return Letter.objects.filter(status__in=UNDELIVERED)


def is_to_reread() -> Q:
    """A reading in force waits for a second person."""
    waiting = Qualification.objects.needing_second_reading()
    return Q(pk__in=waiting.values("passage__review__incident"))


def is_asleep(today: date) -> Q:
    """Put aside, and neither its day nor the answer that it sleeps until has come."""
    return Q(snoozed_until__gt=today) & (Q(wakes_on="") | Q(wakes_on=F("waiting_on")))


class Opening(NamedTuple):
    """A content in short: the name of its platform, if we know it, and its first words."""

    platform: str | None
    words: str


def openings(files: Iterable[Incident], *, characters: int) -> dict[int, list[Opening]]:
    """The contents of each file, in their order."""
    found: dict[int, list[Opening]] = {incident.pk: [] for incident in files}
    contents = Review.objects.filter(incident__in=found).order_by("incident", "number")
    for pk, *content in contents.values_list(
        "incident", "platform__name", Left("words", characters)
    ):
        found[pk].append(Opening(*content))
    return found


def possible_handlers() -> QuerySet[User]:
    """Those who may follow a file, by name."""
    return User.objects.filter(
        role__in=(Role.HANDLER, Role.SUPERVISOR, Role.LEGAL_LEAD), is_active=True
    ).order_by("name")


def tags() -> QuerySet[Tag]:
    """The team's own words for files, by name."""
    return Tag.objects.all()


def is_tagged(pk: str) -> Q:
    return Q(pk__in=Tag.incidents.through.objects.filter(tag=int(pk)).values("incident"))


def count_up_to(most: int, sets: Mapping[str, QuerySet]) -> dict[str, int]:
    """How many rows each set holds, counted no further than `most`, in one query.

    Each set is compiled alone and as it stands: as subqueries of one queryset, they would be copied
    and renamed, which takes longer than counting.
    """
    counted = [
        files.order_by()
        .values("pk")[:most]
        .query.get_compiler(connection=connection, elide_empty=False)
        for files in sets.values()
    ]
    statements = [compiler.as_sql() for compiler in counted]
    counts = ", ".join(
        f"(SELECT COUNT(*) FROM ({sql}) counted)"  # noqa: S608 - compiled by the ORM
        for sql, _ in statements
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}", [each for _, values in statements for each in values])
        return dict(zip(sets, cursor.fetchone(), strict=True))
