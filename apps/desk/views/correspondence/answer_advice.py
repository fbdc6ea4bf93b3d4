from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import advice_requests_for
from apps.casework.correspondence.answer_advice import answer_advice as answer
from apps.desk.correspondence.advice_form import AdviceAnswerForm
from apps.desk.refusing import refusals_at


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def answer_advice(request: HttpRequest, pk: int) -> HttpResponse:
    """One question asked without a file, and its answer."""
    visible = advice_requests_for(request.user).select_related("practitioner__user", "answered_by")
    asked = get_object_or_404(visible, pk=pk)
    form = AdviceAnswerForm(request.POST or None)
    if form.is_valid():
        with refusals_at(form):
            answer(asked, answer=form.cleaned_data["answer"], by=request.user, at=timezone.now())
            messages.success(request, "Votre réponse est envoyée au sociétaire.")
            return redirect("desk:advice_requests")
    return render(
        request, "desk/correspondence/answer_advice.html", {"advice": asked, "form": form}
    )
