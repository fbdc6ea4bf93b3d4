from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import can_reopen, letters_for
from apps.desk.file_page import find_incident, render_file


@insurer_only
@require_safe
def closed(request: HttpRequest, reference: str) -> HttpResponse:
    """How the file ended, whether its letter has left, and how to take the closing back."""
    user = request.user
    incident = find_incident(user, reference)
    if incident.is_open:
        return redirect("desk:incident", reference)
    closing = incident.closings.open().select_related("signed_by", "satisfaction").first()
    letter = closing and letters_for(user).filter(key=f"closing-{closing.pk}").first()
    outcomes = closing and closing.outcomes.select_related("review", "exhibit", "online_check")
    return render_file(
        request,
        "desk/files/closed.html",
        incident,
        closing=closing,
        letter=letter,
        satisfaction=getattr(closing, "satisfaction", None),
        outcomes=outcomes and outcomes.order_by("review__number"),
        may_reopen=can_reopen(user, incident, today=timezone.localdate()),
        may_undo=bool(closing and timezone.now() <= closing.undone_until),
    )
