from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.letters.choose_notifications import choose_notifications
from apps.mailbox.wishes import preferences_of
from apps.portal.forms.preferences import PreferencesForm


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """When and how often we write, and what is always written whatever is chosen."""
    initial = PreferencesForm.initial_of(preferences_of(request.user))
    form = PreferencesForm(request.POST or None, initial=initial)
    if form.is_valid():
        choose_notifications(**form.choice(), by=request.user, at=timezone.now())
        messages.success(request, "Vos préférences sont enregistrées.")
        return redirect("portal:preferences")
    return render(request, "portal/letters/preferences.html", {"form": form})
