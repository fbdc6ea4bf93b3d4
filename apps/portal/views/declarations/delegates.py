from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import delegates_for, practitioners_for
from apps.casework.declarations.name_delegate import name_delegate
from apps.portal.forms.delegate import DelegateForm
from apps.ui.refusing import refusals_at


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def delegates(request: HttpRequest) -> HttpResponse:
    """« Mes délégués »: who may prepare one's declarations, and naming one more."""
    form = DelegateForm(request.POST or None)
    if form.is_valid():
        practitioner = get_object_or_404(practitioners_for(request.user))
        with refusals_at(form, "email"):
            name_delegate(practitioner, **form.cleaned_data, at=timezone.now())
            messages.success(request, "Votre délégué est désigné. Nous lui écrivons.")
            return redirect("portal:delegates")
    named = delegates_for(request.user).select_related("user").order_by("opened_at")
    return render(request, "portal/declarations/delegates.html", {"form": form, "delegates": named})
