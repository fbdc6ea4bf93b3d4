"""Where attempts to sign in are counted, and where it is noted who has a file open."""

from typing import Any

import environ
from django.utils.crypto import salted_hmac

REDIS = "django.core.cache.backends.redis.RedisCache"
PATIENCE = 0.25  # seconds, each time a page asks a Redis that says nothing


def caches(env: environ.Env) -> dict[str, Any]:
    """`default`, the only one that allauth knows, is rows: who can sign in depends on PostgreSQL
    alone (docs/decisions/0020). `presence` may be lost at any time."""
    presence = env.cache("CACHE_URL", default="locmemcache://")
    if presence["BACKEND"] == REDIS:
        presence["OPTIONS"] = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    attempts = {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempts",
        "KEY_FUNCTION": sealed,
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    }
    return {"default": attempts, "presence": presence}


def sealed(key: str, *_: object) -> str:
    """allauth's keys name the address of a device: what is stored must not."""
    return salted_hmac("attempts", key).hexdigest()
