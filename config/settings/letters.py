"""How letters leave, and what is written in them."""

from .environment import env

EMAIL_BACKEND = env("EMAIL_BACKEND", default="django.core.mail.backends.smtp.EmailBackend")
vars().update(env.email("EMAIL_URL", default="smtp://localhost:25", backend=EMAIL_BACKEND))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="Vigie <vigie@localhost>")
MESSAGE_ID_DOMAIN = env("MESSAGE_ID_DOMAIN", default="vigie.localhost")
MEDIATOR = env("MEDIATOR", default="La Médiation de l’Assurance, TSA 50110, 75441 Paris Cedex 09")
MAIL_RELAY_LOG = env("MAIL_RELAY_LOG", default="")  # the relay's Postfix log: decisions/0004
