from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.casework.exhibits.attach import attach_to_declaration
from apps.directory.models import Platform
from apps.portal.coach import guides
from apps.portal.draft import Draft
from apps.portal.evidence import of_draft
from apps.portal.forms.exhibits import ExhibitsForm
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep
from apps.ui.refusing import refusals_at


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.EXHIBITS)
def declare_exhibits(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Files of proof, none if there is none yet; a refused one does not hold the others back."""
    form = ExhibitsForm()
    if request.method == "POST":
        form = ExhibitsForm(request.POST, request.FILES)
        if form.is_valid() and _attach_all(request, draft, form):
            if "add" in request.POST:
                return redirect("portal:declare_exhibits", draft.key)
            with draft.writing() as answers:
                answers[DeclarationStep.EXHIBITS] = {}
            return redirect(draft.next_url)
    links = [review.cleaned_data.get("url", "") for review in draft.reviews.values()]
    context = {
        "draft": draft,
        "step": DeclarationStep.EXHIBITS,
        "form": form,
        "evidence": of_draft(draft),
        "guides": guides(Platform.objects.for_url(link) for link in links if link),
        "upload_max": settings.EXHIBIT_MAX_BYTES,
        "upload_to": reverse("portal:start_draft_upload", args=[draft.key]),
    }
    return render(request, "portal/declarations/declare_exhibits.html", context)


def _attach_all(request: HttpRequest, draft: Draft, form: ExhibitsForm) -> bool:
    """Keep each file that can be kept; say why of the others. Tell whether all is well."""
    uploads = form.cleaned_data["files"]
    if "add" in request.POST and not uploads:
        form.add_error("files", "Choisissez au moins un fichier, ou continuez sans en ajouter.")
    for upload in uploads:
        with refusals_at(form, "files"):
            attach_to_declaration(
                draft.declaration,
                upload=upload,
                kind=form.cleaned_data["kind"],
                by=request.user,
                at=timezone.now(),
            )
    return form.is_valid()
