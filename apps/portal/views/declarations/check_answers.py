from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.accounts.models import User
from apps.casework.access import handed_declarations_for, incidents_for
from apps.casework.declarations.declare import declare
from apps.casework.declarations.hand_over_declaration import hand_over_declaration
from apps.incidents.models import Incident
from apps.portal.draft import Draft
from apps.portal.forecast import outlooks
from apps.portal.forms.accuracy import AccuracyForm
from apps.portal.gates import at_step
from apps.portal.outcomes import OUTCOMES, open_routes
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
def check_answers(request: HttpRequest, key: UUID) -> HttpResponse:
    """The last look, then the sending. Sent twice (double tap, retry), it gives the same file."""
    if left := _already_left(request.user, key):
        return left
    try:
        return _check(request, key)
    except Http404:
        # Another tap may have sent it since the first look.
        if left := _already_left(request.user, key):
            return left
        raise


def _already_left(user: User, key: UUID) -> HttpResponse | None:
    """Where to go when this draft was sent, or handed over, before."""
    if sent := incidents_for(user).filter(declaration__key=key).first():
        return _receipt(user, sent)
    if user.is_delegate and handed_declarations_for(user).filter(key=key).exists():
        return redirect("portal:handed_over", key)
    return None


@at_step(DeclarationStep.CHECK)
def _check(request: HttpRequest, draft: Draft) -> HttpResponse:
    user, form = request.user, AccuracyForm(request.POST or None)
    if form.is_valid() and user.is_delegate:
        hand_over_declaration(draft.declaration, **draft.days, at=timezone.now())
        return redirect("portal:handed_over", draft.key)
    if form.is_valid():
        incident = declare(
            draft.declaration,
            circumstances=draft.circumstances,
            reviews=draft.declared_reviews,
            by=user,
            at=timezone.now(),
        )
        return _receipt(user, incident)
    return render(
        request, "portal/declarations/check_answers.html", _answers(draft) | {"form": form}
    )


def _answers(draft: Draft) -> dict[str, object]:
    """Everything that was answered, with the clocks and what may be expected."""
    circumstances, reviews = draft.circumstances, draft.declared_reviews
    natures = {nature for review in reviews for nature in review.natures}
    return {
        "draft": draft,
        "step": DeclarationStep.CHECK,
        "circumstances": circumstances,
        "outlooks": outlooks(
            reviews, territory=draft.declaration.practitioner.department, today=draft.today
        ),
        "expectations": [(wish.label, OUTCOMES[wish]) for wish in circumstances.wishes],
        "routes": open_routes(circumstances.situation, natures),
        "exhibits": draft.declaration.exhibits.order_by("pk"),
        "today": draft.today,
    }


def _receipt(user: User, incident: Incident) -> HttpResponse:
    """Where one finds what has become of the draft."""
    page = "desk:incident" if user.is_insurer else "portal:confirmation"
    return redirect(page, incident.reference)
