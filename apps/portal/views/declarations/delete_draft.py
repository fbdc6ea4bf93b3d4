from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.casework.declarations import delete_draft as verb
from apps.portal.draft import Draft


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
def delete_draft(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was typed would have to be typed again: the question has a page of its own."""
    draft = Draft.at(request.user, key, today=timezone.localdate())
    if request.method == "POST":
        if verb.delete_draft(draft.declaration):
            messages.success(request, "Le brouillon est supprimé.")
        return redirect("home")
    return render(request, "portal/declarations/delete_draft.html", {"draft": draft})
