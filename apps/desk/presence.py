"""Who has a file open now. Kept in the cache for a few seconds, never in the database.

One key per person, which that person alone writes: the files they look at, each with the moment of
their last sign of life. Without a cache that all the processes share (`CACHE_URL`), one sees the
people of one's own process; with a cache that is down, nobody: the pages go on.
"""

from collections.abc import Iterable
from datetime import datetime

from django.core.cache import caches

from apps.accounts.models import User
from apps.casework.access import colleagues_for
from apps.incidents.models import Incident

LASTS = 45  # seconds after the last sign of life


def look_at(incident: Incident, *, by: User, at: datetime) -> None:
    """Give a sign of life on this file."""
    now = at.timestamp()
    try:
        cache = caches["presence"]
        seen = _fresh(cache.get(_key(by.pk)) or {}, now)
        cache.set(_key(by.pk), {**seen, incident.pk: now}, LASTS)
    except _troubles():
        return


def lookers(user: User, incidents: Iterable[int], *, at: datetime) -> dict[int, list[str]]:
    """For each of these files, the names of the colleagues of `user` who have it open."""
    found: dict[int, list[str]] = {pk: [] for pk in incidents}
    names = {_key(one.pk): str(one) for one in colleagues_for(user)}
    try:
        kept = caches["presence"].get_many(names)
    except _troubles():
        return found
    for key, seen in kept.items():
        for pk in _fresh(seen, at.timestamp()):
            if pk in found:
                found[pk].append(names[key])
    return found


def _key(user: int) -> str:
    return f"looks-at-{user}"


def _fresh(seen: dict[int, float], now: float) -> dict[int, float]:
    return {pk: moment for pk, moment in seen.items() if now - moment < LASTS}


def _troubles() -> tuple[type[Exception], ...]:
    """What the cache fails with. Asked when it has failed: most sites of one machine have no Redis,
    and its client is a third of a second of their start."""
    from redis.exceptions import RedisError

    return RedisError, OSError
