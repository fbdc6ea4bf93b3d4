from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import seniors_only
from apps.casework.access import complaints_for
from apps.casework.correspondence.answer_complaint import answer_complaint as answer
from apps.casework.correspondence.complaint_facts import watched
from apps.desk.correspondence.complaint_form import ComplaintAnswerForm
from apps.desk.refusing import refusals_at


@seniors_only
@require_http_methods(["GET", "HEAD", "POST"])
def answer_complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a complaint and answer it, once."""
    every = complaints_for(request.user).select_related(
        "practitioner__user", "incident", "recorded_by", "answered_by"
    )
    complaint = get_object_or_404(every, pk=pk)
    form = ComplaintAnswerForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["answer"]
        with refusals_at(form):
            answer(complaint, answer=words, by=request.user, at=timezone.now())
            messages.success(request, f"Réponse envoyée à la réclamation {complaint.reference}.")
            return redirect("desk:complaints")
    [one] = watched([complaint])
    context = {"one": one, "complaint": complaint, "form": form, "today": timezone.localdate()}
    return render(request, "desk/correspondence/answer_complaint.html", context)
