from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import exhibits_for, incidents_for
from apps.casework.exhibits.hand_in import hand_in
from apps.exhibits.coverage import contents_covered
from apps.incidents.models import Incident
from apps.portal.coach import guides
from apps.portal.evidence import of_incident
from apps.portal.forms.exhibits import ExhibitsForm
from apps.ui.refusing import refusals_at


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def exhibits(request: HttpRequest, reference: str) -> HttpResponse:
    """The exhibits of one's file, and others to add while it is open."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    form = ExhibitsForm()
    if request.method == "POST":
        form = ExhibitsForm(request.POST, request.FILES)
        if form.is_valid() and _hand_all_in(request, incident, form):
            messages.success(request, "Vos fichiers sont ajoutés au dossier.")
            return redirect("portal:exhibits", reference)
    of_file = exhibits_for(request.user, today=timezone.localdate()).filter(incident=incident)
    reviews = incident.reviews.select_related("platform").order_by("number")
    context = {
        "incident": incident,
        "form": form,
        "evidence": of_incident(
            of_file.select_related("replaced_by").prefetch_related("reviews"),
            contents_covered(incident),
        ),
        "guides": guides(review.platform for review in reviews),
        "upload_max": settings.EXHIBIT_MAX_BYTES,
        "upload_to": reverse("portal:start_incident_upload", args=[reference]),
    }
    return render(request, "portal/exhibits/exhibits.html", context)


def _hand_all_in(request: HttpRequest, incident: Incident, form: ExhibitsForm) -> bool:
    """Keep each file that can be kept; say why of the others. Tell whether all is well."""
    uploads = form.cleaned_data["files"]
    if not uploads:
        form.add_error("files", "Choisissez au moins un fichier.")
    for upload in uploads:
        with refusals_at(form, "files"):
            hand_in(
                incident,
                upload=upload,
                kind=form.cleaned_data["kind"],
                by=request.user,
                at=timezone.now(),
            )
    return form.is_valid()
