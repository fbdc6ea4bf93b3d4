"""The suite: same code, fast hashing, files in a temporary folder, no broker."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "tests-only-000000000000000000000000000000000000000000000")
# A folder of its own for each process of a parallel run, handed on to what it starts.
folder = f"vigie-test-{os.environ.get('PYTEST_XDIST_WORKER', '')}-"
if folder not in os.environ.get("VAR_DIR", ""):
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix=folder)

from .dev import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in life: threads of a database in memory share one lock and one cache.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
