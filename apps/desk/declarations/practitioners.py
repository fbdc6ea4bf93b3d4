"""Looking an insured person up, by name or by contract."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from apps.casework.access import practitioners_for

AT_MOST = 20


def look_up(request: HttpRequest, **among: Any) -> dict[str, Any]:
    """What `desk/declarations/look_up.html` shows: the words looked for, and whom they found.

    The words are posted: a name stands in no address.
    """
    words = request.POST.get("q", "").strip()
    named = Q(user__name__icontains=words) | Q(contracts__number__iexact=words)
    found = practitioners_for(request.user).filter(named, **among).distinct()
    found = found.select_related("user").prefetch_related("contracts").order_by("user__name", "pk")
    return {"words": words, "found": found[:AT_MOST] if words else []}
