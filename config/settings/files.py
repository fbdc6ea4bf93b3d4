"""What is served, what is stored, and what stamps it."""

from .environment import BASE_DIR, VAR_DIR, env
from .storage import file_storage, timestamp_authority

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": file_storage(env, VAR_DIR / "files"),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
TSA_URL, TSA_CA_FILE = timestamp_authority(env)
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024**2
