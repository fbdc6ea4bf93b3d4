"""The embedded default of `make run`: one machine, no service to install, no secret."""

import os

os.environ.setdefault("SECRET_KEY", "development-only-never-in-production-0000000000000000000")

from .base import *  # noqa: F403, E402 - the environment must be ready before base reads it
from .base import INSTALLED_APPS, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = ["*"]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "session", "csrf"

INSTALLED_APPS = [*INSTALLED_APPS, "apps.devmailbox"]
EMAIL_BACKEND = env("EMAIL_BACKEND", default="apps.devmailbox.backend.MaildirBackend")
DEV_MAILDIR = VAR_DIR / "mail"
