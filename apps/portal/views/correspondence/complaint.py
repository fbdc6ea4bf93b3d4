from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import practitioners_only
from apps.casework.access import complaints_for


@practitioners_only
@require_safe
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """One's complaint, by when it is answered, then the answer and the way to the mediator."""
    visible = complaints_for(request.user).select_related("incident")
    context = {
        "complaint": get_object_or_404(visible, pk=pk),
        "mediator": settings.MEDIATOR,
        "today": localdate(),
    }
    return render(request, "portal/correspondence/complaint.html", context)
