from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.readings.report_to_platform import has_proof
from apps.casework.readings.report_to_platform import report_to_platform as report
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.desk.readings.remedy_forms import NotedReportForm
from apps.legal.supports import recipients


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def report_to_platform(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Note a report to the platform; without a proof, the page warns and asks for a reason."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    proved = has_proof(review)
    form = NotedReportForm(request.POST or None, proved=proved, today=timezone.localdate())

    def act() -> None:
        report(review, by=user, at=timezone.now(), **form.cleaned_data)

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, f"Contenu n°\u00a0{number}\u00a0: signalement noté.")
        return redirect("desk:file_steps", reference)
    return render_file(
        request,
        "desk/readings/report_to_platform.html",
        incident,
        form=form,
        review=review,
        proved=proved,
        recipients=recipients(review.support),
    )
