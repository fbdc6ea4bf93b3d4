from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.casework.letters.time_left import time_left
from apps.casework.readings.second_inaction import second_inaction as sign
from apps.desk.file_page import find_incident, find_review, render_file, why_not
from apps.desk.refusing import refusals_told


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def second_inaction(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Put the second signature under a decision not to act: from then on nothing reminds of it."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    waiting = review.inaction_decisions.filter(closed_at=None, seconded_by=None, needs_second=True)
    decision = get_object_or_404(waiting.select_related("signed_by", "review__incident"))
    if request.method == "POST":
        if refusal := why_not(user, incident):
            messages.error(request, refusal)
            return redirect("desk:file_deadlines", reference)
        with refusals_told(request):
            sign(decision, by=user, at=timezone.now())
            messages.success(request, "Décision contresignée. Le sociétaire en est informé.")
        return redirect("desk:file_deadlines", reference)
    today = timezone.localdate()
    shown = deadlines_for(user, today=today).open()
    return render_file(
        request,
        "desk/readings/second_inaction.html",
        incident,
        review=review,
        decision=decision,
        left=time_left(shown.filter(review=review), today=today),
        may_sign=user.is_senior and user != decision.signed_by,
    )
