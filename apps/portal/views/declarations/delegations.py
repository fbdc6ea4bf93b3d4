from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import delegates_only
from apps.casework.access import handed_declarations_for, practitioners_for
from apps.portal.draft import Draft


@delegates_only
@require_safe
def delegations(request: HttpRequest) -> HttpResponse:
    """A delegate's own page: for whom they may prepare a declaration, and what they prepare."""
    user = request.user
    handed = handed_declarations_for(user).select_related("practitioner__user")
    context = {
        "practitioners": practitioners_for(user).select_related("user").order_by("user__name"),
        "drafts": Draft.all_of(user, today=timezone.localdate()),
        "handed": handed.order_by("-handed_at"),
    }
    return render(request, "portal/declarations/delegations.html", context)
