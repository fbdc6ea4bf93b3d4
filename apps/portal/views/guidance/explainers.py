from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from apps.legal.explainers import EXPLAINERS, SCALED, explainer_at


@login_not_required
@require_safe
@cache_control(public=True, max_age=24 * 3600)
def explainers(request: HttpRequest) -> HttpResponse:
    """When words are lawful and when they are not: the same for everybody, kept by caches."""
    scaled, others = EXPLAINERS[:SCALED], EXPLAINERS[SCALED:]
    return render(None, "portal/guidance/explainers.html", {"scaled": scaled, "others": others})


@login_not_required
@require_safe
@cache_control(public=True, max_age=24 * 3600)
def explainer(request: HttpRequest, slug: str) -> HttpResponse:
    """What one qualification means, an example, what we do and what follows from it."""
    found = explainer_at(slug)
    if found is None:
        raise Http404
    return render(None, "portal/guidance/explainer.html", {"explainer": found})
