from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.casework.access import incidents_for, messages_for
from apps.casework.correspondence.read_messages import read_messages
from apps.casework.correspondence.write_message import write_message
from apps.portal.forms.message import MessageForm


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def messages(request: HttpRequest, reference: str) -> HttpResponse:
    """What the practitioner and the handler write to each other."""
    incident = get_object_or_404(incidents_for(request.user), reference=reference)
    read_messages(incident, by=request.user, at=timezone.now())
    form = MessageForm(request.POST or None)
    if form.is_valid():
        write_message(incident, body=form.cleaned_data["body"], by=request.user, at=timezone.now())
        notices.success(request, "Votre message est envoyé.")
        return redirect("portal:messages", reference)
    thread = messages_for(request.user).filter(incident=incident)
    context = {"incident": incident, "form": form, "thread": thread}
    return render(request, "portal/correspondence/messages.html", context)
