from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.casework.deadlines.confirm_dates import confirm_dates as confirm
from apps.desk.file_page import find_incident, find_review, render_file, why_not
from apps.desk.refusing import refusals_told
from apps.legal.interruption import Doubt


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_dates(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Let the dates of a content move later, as a colleague has asked: the second person."""
    user, today = request.user, timezone.localdate()
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    if request.method == "POST":
        if refusal := why_not(user, incident):
            messages.error(request, refusal)
            return redirect("desk:file_deadlines", reference)
        with refusals_told(request):
            confirm(review, by=user, at=timezone.now())
            messages.success(request, "Date plus tardive confirmée.")
        return redirect("desk:file_deadlines", reference)
    held = deadlines_for(user, today=today).open().filter(review=review, doubt=Doubt.HELD)
    rows = list(held.select_related("publication", "held_for").by_urgency())
    return render_file(
        request,
        "desk/deadlines/confirm_dates.html",
        incident,
        review=review,
        held=rows,
        may_confirm=user.is_senior and rows and all(row.held_for != user for row in rows),
    )
