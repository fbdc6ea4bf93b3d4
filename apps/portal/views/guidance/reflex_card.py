from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
@cache_control(public=True, max_age=24 * 3600)
def reflex_card(request: HttpRequest) -> HttpResponse:
    """What to do and not to do, on one sheet to print: the same for everybody, kept by caches."""
    return render(None, "portal/guidance/reflex_card.html")
