"""The embedded default of `make run`: one machine, no service to install, no secret."""

import os

os.environ.setdefault("SECRET_KEY", "development-only-never-in-production-0000000000000000000")

from .base import *
from .base import INSTALLED_APPS, LOGGING, STORAGES, TEMPLATES, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = ["*"]
SITE_URL = env("SITE_URL", default=f"http://localhost:{env('PORT', default='8000')}").rstrip("/")
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"

INSTALLED_APPS = [*INSTALLED_APPS, "apps.devmailbox", "apps.casework.demo"]
DEMONSTRATION = "apps.casework.demo.context.demonstration"
TEMPLATES[0]["OPTIONS"]["context_processors"].append(DEMONSTRATION)
EMAIL_BACKEND = env("EMAIL_BACKEND", default="apps.devmailbox.backend.MaildirBackend")
DEV_MAILDIR = VAR_DIR / "mail"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")

# Static files are served from where they are written: nothing to collect, a change shows at once.
STATIC_ROOT = None
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
WHITENOISE_MAX_AGE = 0

# Said at each start, and meant for others: the file-system broker has no host, pikepdf a logger.
LOGGING["loggers"] |= {name: {"level": "ERROR"} for name in ("kombu.connection", "pikepdf")}
