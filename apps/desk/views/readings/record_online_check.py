from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.readings.record_online_check import record_online_check as note
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.desk.readings.remedy_forms import OnlineCheckForm


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def record_online_check(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Note whether a content is still online. No legal date moves."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    form = OnlineCheckForm(request.POST or None)

    def act() -> None:
        note(review, by=user, at=timezone.now(), **form.cleaned_data)

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, f"Contenu n°\u00a0{number}\u00a0: vérification notée.")
        return redirect("desk:file_steps", reference)
    return render_file(
        request,
        "desk/readings/record_online_check.html",
        incident,
        form=form,
        review=review,
        checks=review.online_checks.all(),
    )
