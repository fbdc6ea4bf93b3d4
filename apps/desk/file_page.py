"""What every page of a file does: find it, say who may work on it, act, and show why not."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import can_work, deadlines_for, incidents_for
from apps.desk.files.next_step import next_step
from apps.desk.presence import look_at, lookers
from apps.desk.queue.around import around_on_page, asked_list, query_of
from apps.desk.refusing import refusals_at
from apps.incidents.models import Incident, Review


def find_incident(user: User, reference: str) -> Incident:
    """The file that bears this reference, if this person may see it; else a 404."""
    visible = incidents_for(user).select_related("practitioner__user", "contract", "handler")
    return get_object_or_404(visible, reference=reference)


def find_review(incident: Incident, number: int) -> Review:
    """The content that bears this number in the file; else a 404."""
    reviews = incident.reviews.select_related("platform", "incident__practitioner")
    return get_object_or_404(reviews, number=number)


def why_not(user: User, incident: Incident) -> str:
    """Why this person may not decide on this file, as a sentence; empty when they may."""
    if can_work(user, incident, today=localdate()):
        return ""
    if incident.is_merged:
        return f"Ce dossier est réuni au dossier {incident.followed()}\u00a0: travaillez-y."
    if not incident.is_open:
        return "Ce dossier est terminé\u00a0: il ne se modifie plus."
    if incident.handler is None:
        return "Personne ne suit encore ce dossier. Prenez-le en charge pour y travailler."
    return (
        f"Ce dossier est suivi par {incident.handler}. Vous pouvez le lire et y laisser une "
        "note interne."
    )


def done(
    form: forms.Form, act: Callable[[], object], *, refusal: str, blamed: str | None = None
) -> bool:
    """Act on a form that was sent and is valid.

    What forbids the act becomes an error of the form, or of its field `blamed`: the page comes
    back with everything that was typed.
    """
    if not form.is_valid():
        return False
    if refusal:
        form.add_error(None, refusal)
        return False
    with refusals_at(form, blamed):
        act()
        return True
    return False


def render_file(
    request: HttpRequest, template: str, incident: Incident, **context: Any
) -> HttpResponse:
    """A page of a file, under the header that all its pages share. Who reads it is seen there."""
    user, now = request.user, timezone.now()
    asked = asked_list(request)
    look_at(incident, by=user, at=now)
    common = {
        "incident": incident,
        "deadline": deadlines_for(user, today=localdate()).driving(incident, today=localdate()),
        "step": next_step(user, incident),
        "around": around_on_page(asked, incident) if asked else None,
        "list_query": query_of(asked),
        "lookers": lookers(user, [incident.pk], at=now)[incident.pk],
        "refusal": why_not(user, incident),
        "today": localdate(),
    }
    return render(request, template, common | context)
