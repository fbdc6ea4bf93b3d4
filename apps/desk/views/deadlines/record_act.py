from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.deadlines.record_act import record_act as write_down
from apps.desk.deadlines.deadline_forms import ActForm
from apps.desk.deadlines.proceedings import changes
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.legal.acts import ACTS


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def record_act(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Write down a procedural act. What it does to the dates can be read before it is saved."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    form = ActForm(request.POST or None, review=review, today=timezone.localdate())
    expected = changes(review, form.done) if form.is_valid() else []

    def act() -> None:
        facts = {"deposit_paid_on": None} | form.cleaned_data
        write_down(review, **facts, by=user, at=timezone.now())

    if "preview" not in request.POST and done(form, act, refusal=why_not(user, incident)):
        messages.success(request, "Acte enregistré.")
        for change in expected[:1]:
            messages.info(request, change.sentence)
        return redirect("desk:file_deadlines", reference)
    return render_file(
        request,
        "desk/deadlines/record_act.html",
        incident,
        form=form,
        review=review,
        changes=expected,
        conditional_acts=[act for act in ACTS if act.conditions],
    )
