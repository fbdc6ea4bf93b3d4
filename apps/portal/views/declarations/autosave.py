from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import declarants_only
from apps.casework.declarations.keep_answers import WrittenElsewhere
from apps.portal.draft import Draft
from apps.portal.saving import conflict, page_of


@declarants_only
@require_POST
def autosave(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep what is typed so far, unjudged: the page does it by itself, or its author leaves."""
    draft = Draft.at(request.user, key, today=timezone.localdate())
    draft.page = page = page_of(request)
    if page is None:
        raise Http404
    form = draft.form_at(page.place, request.POST)
    try:
        with draft.writing() as answers:
            page.place.write(answers, form.typed())
    except WrittenElsewhere as written:
        if request.htmx:
            return render(
                request, "portal/declarations/not_kept.html", {"draft": draft}, status=409
            )
        return conflict(request, draft, page.place, written)
    if request.htmx:
        return render(
            request, "portal/declarations/kept.html", {"saved_at": draft.declaration.saved_at}
        )
    if "then" in request.POST:
        return redirect(draft.url_of(page.place))
    messages.success(request, "Votre déclaration est gardée. Reprenez-la quand vous voulez.")
    return redirect("portal:incidents" if request.user.is_practitioner else "home")
