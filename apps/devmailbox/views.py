"""The letters that left, as their recipients would read them. Development only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from html.parser import HTMLParser
from mailbox import Maildir

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

SHOWN = 200


@dataclass(frozen=True)
class Sent:
    """A message of the Maildir and its key there."""

    key: str
    at: datetime
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def to(self) -> str:
        return str(self.message["To"])

    @property
    def text(self) -> str:
        return self._part("plain")

    @property
    def html(self) -> str:
        return self._part("html")

    @property
    def links(self) -> list[str]:
        collector = _Links()
        collector.feed(self.html)
        return collector.found

    def _part(self, subtype: str) -> str:
        part = self.message.get_body((subtype,))
        return "" if part is None else part.get_content()


class _Links(HTMLParser):
    """The addresses of a page's links, each once, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") or ""
        if tag == "a" and address.startswith(("http://", "https://")) and address not in self.found:
            self.found.append(address)


@login_not_required
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """The latest letters, newest first."""
    maildir = Maildir(settings.DEV_MAILDIR)
    sent = [_open(maildir, key) for key in maildir.iterkeys()]
    newest = sorted(sent, key=lambda letter: letter.at, reverse=True)[:SHOWN]
    return render(request, "devmailbox/letters.html", {"letters": newest})


@login_not_required
@require_safe
def letter(request: HttpRequest, key: str) -> HttpResponse:
    """One letter: its text, its links, and its layout as source."""
    maildir = Maildir(settings.DEV_MAILDIR)
    if key not in maildir:
        raise Http404
    return render(request, "devmailbox/letter.html", {"letter": _open(maildir, key)})


def _open(maildir: Maildir, key: str) -> Sent:
    stored = maildir.get_message(key)
    return Sent(
        key=key,
        at=datetime.fromtimestamp(stored.get_date(), UTC),
        message=message_from_bytes(stored.as_bytes(), policy=modern),
    )
