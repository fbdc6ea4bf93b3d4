"""The files before and after one in the list it was opened from, reached without going back."""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.timezone import localdate

from apps.desk.keyset import AFTER, BEFORE, Page
from apps.incidents.models import Incident

from .asked_queue import OPENED, AskedQueue

LIST = "liste"  # in the address of a page of a file: the list it was opened from, itself an address


@dataclass(frozen=True)
class Around:
    """Addresses: of the list, and of both neighbours (empty at its ends)."""

    label: str
    back: str
    before: str
    after: str


def around_in_list(asked: AskedQueue, incident: Incident, page: Page[Incident]) -> Around:
    """For the file shown beside its list: a neighbour on another page of it brings that page."""
    before, after = asked.around(incident)
    return Around(
        asked.shelf.label,
        f"?{asked.place}",
        _beside(asked, before, page, {BEFORE: page.previous}),
        _beside(asked, after, page, {AFTER: page.next}),
    )


def around_on_page(asked: AskedQueue, incident: Incident) -> Around:
    """For a page of the file."""
    before, after = asked.around(incident)
    return Around(
        asked.shelf.label,
        list_url(asked, incident),
        _page(asked, before),
        _page(asked, after),
    )


def asked_list(request: HttpRequest) -> AskedQueue | None:
    """The list that the address of this page names; none when it was not opened from a list."""
    if LIST not in request.GET:
        return None
    return AskedQueue(QueryDict(request.GET[LIST]), user=request.user, today=localdate())


def list_url(asked: AskedQueue, opened: Incident | None) -> str:
    """The list, with a file open beside it."""
    return f"{reverse('desk:queue')}?{_joined(asked.place, _opening(opened))}"


def query_of(asked: AskedQueue | None) -> str:
    """What names this list in the address of a page of a file."""
    return urlencode({LIST: asked.place}) if asked else ""


def with_list(url: str, query: str) -> str:
    """The address of a page of a file, where `query` names the list."""
    parts = urlsplit(url)
    kept = "&".join(part for part in (parts.query, query) if part)
    return parts._replace(query=kept).geturl()


def _beside(
    asked: AskedQueue, file: Incident | None, page: Page[Incident], turned: dict[str, str]
) -> str:
    if file is None:
        return ""
    if file in page.rows or not all(turned.values()):
        return f"?{_joined(asked.place, _opening(file))}"
    return f"?{_joined(asked.query, turned | _opening(file))}"


def _page(asked: AskedQueue, file: Incident | None) -> str:
    if file is None:
        return ""
    return with_list(reverse("desk:incident", args=[file.reference]), query_of(asked))


def _opening(file: Incident | None) -> dict[str, str]:
    return {OPENED: file.reference} if file else {}


def _joined(query: str, more: dict[str, str]) -> str:
    return "&".join(part for part in (query, urlencode(more)) if part)
