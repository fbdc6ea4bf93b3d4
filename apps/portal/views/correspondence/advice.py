from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import advice_requests_for
from apps.casework.correspondence.convert_advice import convert_advice
from apps.portal.draft import Draft


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def advice(request: HttpRequest, pk: int) -> HttpResponse:
    """One's question and its answer; one tap turns it into a declaration, its text kept."""
    asked = get_object_or_404(advice_requests_for(request.user), pk=pk)
    if request.method == "POST":
        declaration = convert_advice(asked, by=request.user, at=timezone.now())
        if declaration.incident:
            return redirect("portal:incident", declaration.incident.reference)
        return redirect(Draft(declaration, today=timezone.localdate()).next_url)
    return render(request, "portal/correspondence/advice.html", {"advice": asked})
