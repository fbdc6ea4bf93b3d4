from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.accounts.gates import only
from apps.casework.access import calendar_feeds_for, can_keep_calendar


@only(lambda user: user.is_partner and can_keep_calendar(user))
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """A lawyer's private address of the deadlines of their mandates."""
    feed = calendar_feeds_for(request.user).first()
    address = feed and request.build_absolute_uri(reverse("calendar_feed", args=[feed.token]))
    return render(request, "extranet/calendar.html", {"feed": feed, "address": address})
