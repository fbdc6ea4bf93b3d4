from django.urls import path

from .calendar_feed import calendar_feed, close_feed, open_feed

urlpatterns = [
    path("ouvrir/", open_feed, name="open_feed"),
    path("revoquer/", close_feed, name="close_feed"),
    path("<str:token>.ics", calendar_feed, name="calendar_feed"),
]
