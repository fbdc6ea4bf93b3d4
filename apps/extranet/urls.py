from django.urls import path

from .views.accept import accept
from .views.assignment import assignment
from .views.assignments import assignments
from .views.calendar import calendar
from .views.decline import decline

app_name = "extranet"
urlpatterns = [
    path("", assignments, name="assignments"),
    path("calendrier/", calendar, name="calendar"),
    path("missions/<int:pk>/", assignment, name="assignment"),
    path("missions/<int:pk>/accepter/", accept, name="accept"),
    path("missions/<int:pk>/refuser/", decline, name="decline"),
]
