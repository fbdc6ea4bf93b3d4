"""From a row to an e-mail: the address and the text as they are at this moment."""

from __future__ import annotations

import hashlib
from datetime import date
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from django.urls import NoReverseMatch

from .relay import Mail

if TYPE_CHECKING:
    from .models import Letter

DATE_SUFFIXES = ("_on", "_by", "_day", "_until")
# What a faulty template or faulty data raises. One bad letter must not hold up the others.
FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NoReverseMatch,
    ObjectDoesNotExist,
    OSError,
    RuntimeError,
    TemplateDoesNotExist,
    TemplateSyntaxError,
    TypeError,
    ValueError,
)


class Unwritable(Exception):
    """The letter cannot be written: a code for its row, and whether trying again is vain."""

    def __init__(self, code: str, *, final: bool) -> None:
        super().__init__(code)
        self.final = final


def write(letter: Letter) -> Mail:
    """Fill in the letter's address and text, and return the e-mail. Raises `Unwritable`."""
    recipient = letter.recipient
    if not recipient.is_active:
        raise Unwritable("recipient-inactive", final=True)
    if not recipient.email:
        raise Unwritable("recipient-without-address", final=True)
    letter.address = recipient.email
    letter.message_id = letter.message_id or message_id(letter.key)
    try:
        letter.subject = " ".join(_render(letter, "subject.txt").split())
        letter.body_text = _render(letter, "body.txt").strip() + "\n"
        letter.body_html = _render(letter, "body.html", autoescape=True)
        return _mail(letter)
    except FAULTS as error:  # a fault of ours, which we mend: the letter waits for it
        raise Unwritable(f"text-{type(error).__name__}", final=False) from error


def message_id(key: str) -> str:
    """The same for every try: the relay can be asked about it, and mailboxes drop doubles."""
    digest = hashlib.sha256(key.encode()).hexdigest()[:32]  # the header fits on one line
    return f"<{digest}@{settings.MESSAGE_ID_DOMAIN}>"


def _render(letter: Letter, part: str, *, autoescape: bool = False) -> str:
    context = {name: _typed(name, value) for name, value in letter.data.items()} | {
        "letter": letter,
        "recipient": letter.recipient,
        "incident": letter.incident,
        "site_url": settings.SITE_URL,
    }
    template = get_template(f"letters/{letter.kind}/{part}").template
    return template.render(Context(context, autoescape=autoescape))


def _typed(name: str, value: Any) -> Any:
    if isinstance(value, str) and name.endswith(DATE_SUFFIXES):
        return date.fromisoformat(value)
    return value


def _mail(letter: Letter) -> Mail:
    mail = Mail(
        letter.subject,
        letter.body_text,
        to=[letter.address],
        reply_to=[settings.DEFAULT_FROM_EMAIL],
        headers={
            "Message-ID": letter.message_id,
            "Date": format_datetime(letter.claimed_at),
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(letter.body_html, "text/html")
    mail.sender, mail.recipient, mail.content  # noqa: B018 - what cannot be encoded fails here
    return mail
