from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.accounts.models import User
from apps.casework.access import declarations_for, practitioners_for
from apps.casework.correspondence.ask_advice import ask_advice as ask
from apps.incidents.models import Declaration
from apps.portal.forms.advice import AdviceForm
from apps.portal.steps import DeclarationStep


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def ask_advice(request: HttpRequest) -> HttpResponse:
    """A question without a file; what was typed in the draft one comes from is kept."""
    user = request.user
    form = AdviceForm(
        request.POST or None, initial=_typed_in(_draft(user, request.GET.get("brouillon", "")))
    )
    if form.is_valid():
        practitioner = get_object_or_404(practitioners_for(user))
        asked = ask(practitioner, **form.cleaned_data, at=timezone.now())
        messages.success(request, "Votre question est envoyée. La réponse arrivera ici.")
        return redirect("portal:advice", asked.pk)
    return render(request, "portal/correspondence/ask_advice.html", {"form": form})


def _draft(user: User, key: str) -> Declaration | None:
    try:
        return declarations_for(user).filter(key=key).first() if key else None
    except ValidationError:  # not a key
        return None


def _typed_in(declaration: Declaration | None) -> dict[str, str]:
    contents = declaration.answers.get(DeclarationStep.REVIEWS, {}) if declaration else {}
    first = contents[min(contents, key=int)] if contents else {}
    return {"question": first.get("words", ""), "url": first.get("url", "")}
