"""The files before and after one in the list it was opened from, reached without going back."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.timezone import localdate

from apps.incidents.models import Incident

from .asked_queue import OPENED, AskedQueue
from .keyset import AFTER, BEFORE, Page

LIST = "liste"  # in the address of a page of a file: the list it was opened from, itself an address


@dataclass(frozen=True)
class Around:
    """Addresses: of the list, of both neighbours (empty at its ends); `query` for the file's own
    pages, so that they know the list too."""

    label: str
    back: str
    before: str
    after: str
    query: str


def around_in_list(asked: AskedQueue, incident: Incident, page: Page[Incident]) -> Around:
    """For the file shown beside its list: a neighbour on another page of it brings that page."""
    before, after = asked.around(incident)
    return Around(
        asked.shelf.label,
        f"?{asked.place}",
        _beside(asked, before, page, {BEFORE: page.previous}),
        _beside(asked, after, page, {AFTER: page.next}),
        query_of(asked),
    )


def around_on_page(request: HttpRequest, incident: Incident) -> Around | None:
    """For a page of the file; nothing when it was not opened from a list."""
    asked = asked_list(request)
    if asked is None:
        return None
    before, after = asked.around(incident)
    return Around(
        asked.shelf.label,
        list_url(asked, incident),
        _page(asked, before),
        _page(asked, after),
        query_of(asked),
    )


def asked_list(request: HttpRequest) -> AskedQueue | None:
    """The list that the address of this page names."""
    if LIST not in request.GET:
        return None
    return AskedQueue(QueryDict(request.GET[LIST]), user=request.user, today=localdate())


def list_url(asked: AskedQueue, opened: Incident | None) -> str:
    """The list, with a file open beside it."""
    return f"{reverse('desk:queue')}?{_joined(asked.place, _opening(opened))}"


def query_of(asked: AskedQueue) -> str:
    return f"?{urlencode({LIST: asked.place})}"


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
    return reverse("desk:incident", args=[file.reference]) + query_of(asked)


def _opening(file: Incident | None) -> dict[str, str]:
    return {OPENED: file.reference} if file else {}


def _joined(query: str, more: dict[str, str]) -> str:
    return "&".join(part for part in (query, urlencode(more)) if part)
