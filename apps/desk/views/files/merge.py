from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import mergeable_for
from apps.casework.files.merge import merge as merge_files
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.files.merge_forms import THIS, MergeForm


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, reference: str) -> HttpResponse:
    """Join another file of the same practitioner to this one, or this one to the other."""
    user = request.user
    incident = find_incident(user, reference)
    files = mergeable_for(user, incident, today=timezone.localdate())
    only = files[0].reference if len(files) == 1 else None
    initial = {"other": request.GET.get("avec", only), "kept": THIS, "reason": "duplicate"}
    form = MergeForm(request.POST or None, incident=incident, files=files, initial=initial)

    def act() -> None:
        pair = (form.other_file, incident)
        absorbed, kept = reversed(pair) if form.keeps_other else pair
        reason, words = form.cleaned_data["reason"], form.cleaned_data["words"]
        merge_files(absorbed, into=kept, reason=reason, words=words, by=user, at=timezone.now())

    if done(form, act, refusal=why_not(user, incident)):
        kept = form.other_file if form.keeps_other else incident
        messages.success(request, f"Les deux dossiers n’en font plus qu’un\u00a0: {kept}.")
        return redirect("desk:incident", kept.reference)
    return render_file(request, "desk/files/merge.html", incident, form=form, files=files)
