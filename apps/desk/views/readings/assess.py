from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.readings.assess import assess as keep
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.desk.readings.assessment_form import AssessmentForm


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Say of a content what its lawyer will need to know: it is printed in their dossier only."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    held = review.assessments.open().select_related("by").first()
    # A fresh row each time: the form starts from what is held, and changes none of it.
    initial = {name: getattr(held, name) for name in AssessmentForm.Meta.fields} if held else {}
    form = AssessmentForm(request.POST or None, initial=initial)

    def act() -> None:
        keep(review, facts=form.cleaned_data, by=user, at=timezone.now())

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, "Appréciation enregistrée. Le prochain dossier la reprendra.")
        return redirect("desk:qualify", reference, number)
    return render_file(
        request, "desk/readings/assess.html", incident, form=form, review=review, held=held
    )
