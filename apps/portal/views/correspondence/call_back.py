from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.casework.access import call_backs_for
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.directory.models import HelpLine
from apps.portal.draft import Draft
from apps.portal.forms.call_back import CallBackForm

ASKED = "Un membre de l’équipe vous rappelle. Votre demande est en haut de notre file."


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
def call_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """A person before a form: whom to call, and « Être rappelé »; the draft waits."""
    draft = Draft.at(request.user, key, today=timezone.localdate())
    practitioner = draft.declaration.practitioner
    form = CallBackForm(request.POST or None, initial={"phone": practitioner.phone})
    if form.is_valid():
        ask_call_back(
            practitioner, phone=form.cleaned_data["phone"], by=request.user, at=timezone.now()
        )
        messages.success(request, ASKED)
        return redirect(draft.next_url)
    context = {
        "form": form,
        "lines": HelpLine.objects.filter(is_shown=True),
        "waiting": call_backs_for(request.user).filter(practitioner=practitioner).first(),
        "next_url": draft.next_url,
        "next_label": "Continuer la déclaration",
    }
    return render(request, "portal/correspondence/call_back.html", context)
