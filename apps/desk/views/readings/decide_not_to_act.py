from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.casework.access.blind import why_blind
from apps.casework.letters.time_left import time_left
from apps.casework.readings.decide_not_to_act import decide_not_to_act as decide
from apps.desk.deadlines.deadline_forms import InactionForm
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.desk.readings.passages import is_openly_lawful


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def decide_not_to_act(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Sign that nothing will be done in court for a content, once its consequences are read."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    if review.inaction_decisions.filter(closed_at=None).exists():
        messages.info(request, "Une décision de ne pas agir est déjà signée pour ce contenu.")
        return redirect("desk:file_deadlines", reference)
    form = InactionForm(request.POST or None)

    def act() -> None:
        decision = decide(review, **form.cleaned_data, by=user, at=timezone.now())
        messages.success(
            request,
            "Décision de ne pas agir enregistrée. Le sociétaire en est informé."
            if decision.is_effective
            else "Décision de ne pas agir signée. Elle prend effet avec une seconde signature.",
        )

    refusal = why_not(user, incident) or why_blind(user, incident)
    if done(form, act, refusal=refusal):
        return redirect("desk:file_deadlines", reference)
    today = timezone.localdate()
    shown = deadlines_for(user, today=today).open()
    return render_file(
        request,
        "desk/readings/decide_not_to_act.html",
        incident,
        form=form,
        review=review,
        left=time_left(shown.filter(review=review), today=today),
        is_lawful=is_openly_lawful(review, user),
        refusal=refusal,
    )
