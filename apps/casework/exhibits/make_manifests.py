import hashlib
from datetime import UTC, date, datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.timezone import localdate

from apps.bell import ring_on_commit
from apps.exhibits.models import Exhibit, Manifest

# A file received just before midnight is a row a little later.
SETTLED_AFTER = timedelta(hours=1)
LONG_AGO = date(2000, 1, 1)


@transaction.atomic
def make_manifests(*, at: datetime) -> int:
    """Write the manifest of every ended day (Europe/Paris) that has none. Returns how many.

    A day without a file has no manifest; a day that was missed is caught up. Made twice, by two
    workers or after a crash, a manifest is the same bytes and one row.
    """
    today = localdate(at - SETTLED_AFTER)
    latest = Manifest.objects.first()
    made, last_day = 0, latest.day if latest else LONG_AGO
    while (day := _first_day_after(last_day)) and day < today:
        _make(day, at)
        made, last_day = made + 1, day
    ring_on_commit("stamp_days")
    return made


def _first_day_after(last_day: date) -> date | None:
    """The first day since then on which a file was received."""
    received = Exhibit.objects.received_from(last_day + timedelta(days=1)).order_by("received_at")
    first = received.values_list("received_at", flat=True).first()
    return localdate(first) if first else None


def _make(day: date, at: datetime) -> None:
    exhibits = Exhibit.objects.received_on(day)
    lines = exhibits.order_by("sha256", "pk").values_list("sha256", "pk", "received_at")
    content = "".join(
        f"{sha256}  {pk}  {received_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}\n"
        for sha256, pk, received_at in lines.iterator()
    ).encode()
    sha256 = hashlib.sha256(content).hexdigest()
    name = default_storage.save(f"manifests/{day:%Y}/{day}-{sha256}.txt", ContentFile(content))
    Manifest.objects.bulk_create(
        [Manifest(day=day, file=name, sha256=sha256, made_at=at)], ignore_conflicts=True
    )
