"""The suite: same code, fast hashing, files in a temporary folder, no broker."""

import os
import re
import tempfile

os.environ.setdefault("SECRET_KEY", "tests-only-000000000000000000000000000000000000000000000")
# A folder of its own for each process of a parallel run, handed on to what it starts.
process = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
folder = f"vigie-test-{process}-"
if folder not in os.environ.get("VAR_DIR", ""):
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix=folder)

from .dev import *

# And two Redis databases, or one process would empty the cache of another: 15 and 14, 13 and 12…
if worker := int(process.removeprefix("gw")):
    CELERY_BROKER_URL, CACHES["presence"]["LOCATION"] = (
        re.sub(r"(?<=/)\d+$", lambda base: str(int(base[0]) - 2 * worker), url)
        for url in (CELERY_BROKER_URL, CACHES["presence"]["LOCATION"])
    )

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A query on each page of the desk that production does not make.
TEMPLATES[0]["OPTIONS"]["context_processors"].remove(DEMONSTRATION)
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # Tests kill servers and workers, never PostgreSQL: a commit need not wait for the disk.
    DATABASES["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"
