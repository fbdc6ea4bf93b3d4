from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import declarations_for, practitioners_for

AT_MOST = 20


@insurer_only
@require_safe
def declare_by_phone(request: HttpRequest) -> HttpResponse:
    """Find whom one has on the telephone, then fill the pages that they would have filled."""
    user = request.user
    words = request.GET.get("q", "").strip()
    named = Q(user__name__icontains=words) | Q(contracts__number__iexact=words)
    found = practitioners_for(user).filter(named, user__is_active=True).distinct()
    found = found.select_related("user").prefetch_related("contracts").order_by("user__name")
    drafts = declarations_for(user).select_related("practitioner__user").order_by("-saved_at")
    context = {"words": words, "found": found[:AT_MOST] if words else [], "drafts": drafts}
    return render(request, "desk/declare_by_phone.html", context)
