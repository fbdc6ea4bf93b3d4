"""Just enough addresses for the frame of each audience to be shown without the audiences."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def audience(name: str, *views: str) -> tuple[list, str]:
    return [path(f"{name}/{view}/", page, name=view) for view in views], name


urlpatterns = [
    path("", page, name="home"),
    path("compte/", include("allauth.account.urls")),
    path("", include(audience("portal", "incidents", "start_declaration"))),
    path("", include(audience("desk", "queue", "prescription", "letters", "calendar"))),
    path("", include(audience("extranet", "assignments"))),
]
