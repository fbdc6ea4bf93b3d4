from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.gates import insurer_only, seniors_only
from apps.casework.access import saved_answers_for
from apps.casework.correspondence.approve_answer import approve_answer as approve
from apps.casework.correspondence.save_answer import TitleTaken
from apps.casework.correspondence.save_answer import save_answer as save
from apps.desk.correspondence.saved_answer_form import SavedAnswerForm
from apps.desk.refusing import refusals_at, refusals_told


@insurer_only
@require_safe
def saved_answers(request: HttpRequest) -> HttpResponse:
    """What each saved answer says today, and whether it may be used."""
    versions = saved_answers_for(request.user)
    return render(
        request,
        "desk/correspondence/saved_answers.html",
        {
            "versions": versions.latest_of_each(),
            "in_use": dict(versions.in_use().values_list("answer", "number")),
        },
    )


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def save_answer(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Write a saved answer, or a new version of one."""
    versions = saved_answers_for(request.user)
    latest = get_object_or_404(versions.latest_of_each(), answer=pk) if pk else None
    initial = {"title": latest.answer.title, "body": latest.body} if latest else {}
    form = SavedAnswerForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_at(form), refusals_at(form, "title", catch=TitleTaken):
            save(
                latest.answer if latest else None,
                **form.cleaned_data,
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, "Texte enregistré. Un responsable l’approuve avant l’usage.")
            return redirect("desk:saved_answers")
    history = versions.filter(answer=pk) if pk else versions.none()
    return render(
        request,
        "desk/correspondence/save_answer.html",
        {"form": form, "latest": latest, "versions": history},
    )


@seniors_only
@require_POST
def approve_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the last version of a saved answer be used."""
    version = get_object_or_404(saved_answers_for(request.user), pk=pk)
    with refusals_told(request):
        approve(version, by=request.user, at=timezone.now())
        messages.success(request, f"Réponse approuvée\u00a0: {version.answer}.")
    return redirect("desk:saved_answers")
