from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import steps_for
from apps.casework.readings.skip_step import skip_step as set_aside
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.readings.ladder import page_of_step
from apps.desk.readings.remedy_forms import SkipStepForm


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def skip_step(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Set a step of the ladder aside, with the reason why it is not to be done."""
    user = request.user
    incident = find_incident(user, reference)
    steps = steps_for(user).filter(review__incident=incident).select_related("review")
    row = get_object_or_404(steps, pk=pk)
    form = SkipStepForm(request.POST or None)

    def act() -> None:
        set_aside(row, reason=form.cleaned_data["reason"], by=user, at=timezone.now())

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, f"Démarche écartée\u00a0: {row.step.label}.")
        return redirect("desk:file_steps", reference)
    return render_file(
        request,
        "desk/readings/skip_step.html",
        incident,
        form=form,
        row=row,
        url=page_of_step(row, incident),
    )
