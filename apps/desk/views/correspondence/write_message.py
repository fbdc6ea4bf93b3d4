from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import messages_for, saved_answers_for
from apps.casework.correspondence.read_messages import read_messages
from apps.casework.correspondence.variables import values
from apps.casework.correspondence.write_message import write_message as write
from apps.correspondence.ready_messages import LAWFUL_ANSWER
from apps.correspondence.variables import fill, unfilled
from apps.desk.correspondence.silence import silence
from apps.desk.file_page import done, find_incident, render_file, why_not
from apps.desk.forms import MessageForm
from apps.desk.readings.ladder import ACCOMPANY


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def write_message(request: HttpRequest, reference: str) -> HttpResponse:
    """What we and the practitioner write to each other."""
    user = request.user
    incident = find_incident(user, reference)
    saved = saved_answers_for(user).in_use()
    text, now = "", timezone.now()
    if "silence" in request.GET and (long_one := silence(user, incident, now=now)):
        text = long_one.text
    elif (chosen := request.GET.get("modele", "")).isdecimal():
        version = get_object_or_404(saved, answer=chosen)
        text = fill(version.body, values(incident, today=localdate()))
    elif chosen == ACCOMPANY:
        text = fill(LAWFUL_ANSWER, values(incident, today=localdate()))
    form = MessageForm(request.POST or None, initial={"body": text})

    def act() -> None:
        write(incident, body=form.cleaned_data["body"], by=user, at=now)

    if done(form, act, refusal=why_not(user, incident)):
        messages.success(request, f"Message envoyé à {incident.practitioner}.")
        return redirect("desk:write_message", reference)
    read_messages(incident, by=user, at=now)
    practitioner = incident.practitioner.user
    thread = messages_for(user).filter(incident=incident).select_related("author")
    return render_file(
        request,
        "desk/correspondence/write_message.html",
        incident,
        form=form,
        saved=saved,
        unfilled=unfilled(text),
        thread=[(message, message.author_id != practitioner.pk) for message in thread],
        visible_to=f"le {practitioner}" if practitioner.name.startswith("Dr ") else practitioner,
    )
