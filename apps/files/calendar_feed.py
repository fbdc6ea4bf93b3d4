"""A person’s deadlines in their own calendar: a private address, read without signing in."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from icalendar import Calendar, Event

from apps.accounts.gates import only
from apps.accounts.models import User
from apps.casework.access import (
    calendar_deadlines_for,
    calendar_feeds_at,
    can_keep_calendar,
)
from apps.casework.deadlines.close_feed import close_feed as revoke
from apps.casework.deadlines.open_feed import open_feed as open_new
from apps.deadlines.models import Deadline
from apps.legal.wording import full_date
from apps.ui.meanings import state_on


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The deadlines as all-day events. Whoever has the address reads them; revoked, it is a 404."""
    feed = get_object_or_404(calendar_feeds_at(token).select_related("user"))
    today = timezone.localdate()
    deadlines = calendar_deadlines_for(feed.user, today=today)
    calendar = Calendar()
    calendar.add("prodid", "-//Vigie//Échéances//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Échéances Vigie")
    for deadline in deadlines.by_urgency().select_related("incident", "review", "publication"):
        calendar.add_component(_event(deadline, feed.user, today))
    return HttpResponse(
        calendar.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"},
    )


@only(can_keep_calendar)
@require_POST
def open_feed(request: HttpRequest) -> HttpResponse:
    """Give the person an address, or another one in place of the one they had."""
    open_new(by=request.user, at=timezone.now())
    messages.success(request, "Votre adresse de calendrier est prête.")
    return redirect(_page(request.user))


@only(can_keep_calendar)
@require_POST
def close_feed(request: HttpRequest) -> HttpResponse:
    """Revoke the person's address."""
    revoke(by=request.user, at=timezone.now())
    messages.success(request, "Adresse révoquée\u00a0: elle ne répond plus.")
    return redirect(_page(request.user))


def _page(user: User) -> str:
    return "desk:calendar" if user.is_insurer else "extranet:calendar"


def _event(deadline: Deadline, reader: User, today: date) -> Event:
    """One day, and nothing that a shared calendar should not show: no name, no word of a review.

    The same deadline keeps its UID when its date moves: the event moves, and no second one appears.
    """
    reference = deadline.incident.reference
    place = (reference, deadline.review.number, deadline.publication.number, deadline.rule_code)
    if reader.is_insurer:
        page = reverse("desk:incident", args=[reference])
    else:
        page = reverse("extranet:assignments")
    event = Event()
    event.add("uid", f"{'-'.join(map(str, place))}@{settings.MESSAGE_ID_DOMAIN}")
    event.add("dtstamp", deadline.opened_at)
    event.add("dtstart", deadline.act_by)
    event.add("summary", f"Agir avant – {reference}")
    event.add(
        "description",
        f"Contenu n° {deadline.review.number}\n"
        f"{state_on(deadline, today).capitalize()}\n"
        f"Date théorique : {full_date(deadline.legal_last_day)}\n"
        f"Date prudente : {full_date(deadline.prudent_day)}\n"
        f"Date opérationnelle : {full_date(deadline.act_by)}\n"
        f"{settings.SITE_URL}{page}",
    )
    event.add("transp", "TRANSPARENT")
    return event
