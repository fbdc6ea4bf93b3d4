from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .models import Progress, Story


def demonstration(_request: HttpRequest) -> dict[str, object]:
    """`{{ demonstration }}`, « 34 / 77 »: how far it is while it is being lived, then nothing."""
    return {"demonstration": SimpleLazyObject(_under_way)}


def _under_way() -> Progress | None:
    return Story.objects.progress() if Story.objects.unfinished().exists() else None
