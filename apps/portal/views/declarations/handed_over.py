from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import delegates_only
from apps.casework.access import handed_declarations_for
from apps.portal.draft import Draft


@delegates_only
@require_safe
def handed_over(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was handed over waits for the practitioner; the date does not."""
    visible = handed_declarations_for(request.user).select_related("practitioner__user")
    declaration = get_object_or_404(visible, key=key)
    draft = Draft(declaration, today=timezone.localdate())
    context = {"declaration": declaration, "today": draft.today, **draft.days}
    return render(request, "portal/declarations/handed_over.html", context)
