from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.deadlines.record_act import record_act as write_down
from apps.deadlines.models import InterruptingAct
from apps.desk.deadlines.act_form import ActForm
from apps.desk.deadlines.proceedings import changes
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.incidents.models import Review
from apps.legal.acts import ACTS


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def record_act(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Write down a procedural act. What it does to the dates can be read before it is saved."""
    user, today = request.user, timezone.localdate()
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    corrected = _corrected(review, request.GET.get("acte", ""))
    form = ActForm(request.POST or None, review=review, corrected=corrected, today=today)
    expected = []
    if form.is_valid():
        expected = changes(review, form.as_row(), instead_of=corrected, today=today)

    def act() -> None:
        write_down(
            form.subjects,
            facts=form.facts,
            proceeding=form.cleaned_data.get("proceeding"),
            court=form.cleaned_data.get("court", ""),
            case_number=form.cleaned_data.get("case_number", ""),
            corrected=corrected,
            by=user,
            at=timezone.now(),
        )

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


def _corrected(review: Review, pk: str) -> InterruptingAct | None:
    """The act of this content that is being corrected, if one is named."""
    if not pk.isdecimal():
        return None
    return review.acts.filter(pk=pk).select_related("proceeding", "review").first()
