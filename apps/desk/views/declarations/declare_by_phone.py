from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import declarations_for
from apps.desk.declarations.practitioners import look_up


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def declare_by_phone(request: HttpRequest) -> HttpResponse:
    """Find whom one has on the telephone, then fill the pages that they would have filled."""
    drafts = declarations_for(request.user).select_related("practitioner__user")
    context = look_up(request, user__is_active=True) | {"drafts": drafts.order_by("-saved_at")}
    return render(request, "desk/declarations/declare_by_phone.html", context)
