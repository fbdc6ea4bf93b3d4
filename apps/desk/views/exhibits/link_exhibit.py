from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import exhibits_for
from apps.casework.exhibits.link_exhibit import link_exhibit as link
from apps.casework.exhibits.withdraw_exhibit import NoLongerCurrent
from apps.desk.exhibits.exhibit_forms import LinkForm
from apps.desk.file_page import done, find_incident, render_file, why_not


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def link_exhibit(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Which contents an exhibit shows, and word for word which passages."""
    user = request.user
    incident = find_incident(user, reference)
    of_file = exhibits_for(user, today=timezone.localdate()).filter(incident=incident)
    exhibit = get_object_or_404(of_file, number=number)
    form = LinkForm(request.POST if request.method == "POST" else None, exhibit=exhibit)
    refusal = why_not(user, incident) or ("" if exhibit.is_current else str(NoLongerCurrent()))

    def act() -> None:
        link(
            exhibit,
            reviews=form.cleaned_data["reviews"],
            passages=form.cleaned_data.get("passages", ()),
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=refusal):
        messages.success(request, f"C’est noté pour la pièce n°\u00a0{number}.")
        return redirect("desk:file_exhibits", reference)
    return render_file(
        request,
        "desk/exhibits/link_exhibit.html",
        incident,
        form=form,
        exhibit=exhibit,
        refusal=refusal,
    )
