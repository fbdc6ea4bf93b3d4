from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for, information_requests_for
from apps.casework.correspondence.answer_request import answer_request as answer
from apps.casework.correspondence.see_request import see_request
from apps.correspondence.models import InformationRequest
from apps.exhibits.seal import RefusedFile
from apps.portal.forms.answer import FORMS, AnswerForm
from apps.ui.refusing import refusals_at


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def answer_request(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One thing that is asked, alone on its page. Opening it is kept: « vu le »."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    asked = information_requests_for(request.user).filter(incident=incident)
    wanted = get_object_or_404(asked.select_related("review__platform"), pk=pk)
    see_request(wanted, at=timezone.now())
    form = FORMS[InformationRequest.Kind(wanted.kind)](request.POST or None, request.FILES or None)
    if form.is_valid() and _given(request, wanted, form):
        messages.success(request, "Votre réponse est enregistrée. Votre gestionnaire la lit.")
        return redirect("portal:incident", reference)
    context = {"incident": incident, "wanted": wanted, "form": form}
    return render(request, "portal/correspondence/answer_request.html", context)


def _given(request: HttpRequest, wanted: InformationRequest, form: AnswerForm) -> bool:
    """Give the answer; why it cannot be taken becomes an error of the form."""
    with refusals_at(form), refusals_at(form, "files", catch=RefusedFile):
        answer(wanted, by=request.user, at=timezone.now(), **form.given)
    return not form.errors
