from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for
from apps.legal.explainers import explainer_of
from apps.legal.taxonomy import Label


@practitioners_only
@require_safe
def lawful_kit(request: HttpRequest, reference: str) -> HttpResponse:
    """« Ce que nous vous proposons » where words are lawful: a page to read, print and keep."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    reviews = incident.reviews.select_related("platform").order_by("number")
    reviews = reviews.prefetch_related("passages__qualifications")
    lawful = [review for review in reviews if review.is_read_as_lawful]
    if not lawful:
        raise Http404
    context = {"incident": incident, "reviews": lawful, "explainer": explainer_of(Label.OPINION)}
    return render(request, "portal/readings/lawful_kit.html", context)
