"""The contents of a file as its pages list them: in their order, so many a page."""

from django.db.models import Prefetch
from django.http import HttpRequest

from apps.incidents.models import Incident, Review

from .keyset import Page, page_of

CONTENTS_A_PAGE = 20


def page_of_contents(
    request: HttpRequest, incident: Incident, *read_with: str | Prefetch
) -> Page[Review]:
    """The page that the address asks for; `read_with` names what is shown of each content."""
    reviews = incident.reviews.select_related("platform", "incident__practitioner")
    return page_of(
        reviews.prefetch_related(*read_with),
        order="number",
        size=CONTENTS_A_PAGE,
        asked=request.GET.dict(),
    )
