from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import calendar_feeds_for


@insurer_only
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The private address of one's deadlines, to be given to a calendar program."""
    feed = calendar_feeds_for(request.user).first()
    address = feed and request.build_absolute_uri(reverse("calendar_feed", args=[feed.token]))
    return render(request, "desk/deadlines/calendar.html", {"feed": feed, "address": address})
