from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from allauth.account.forms import LoginForm
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .carried import Carried, remember_owner


class SignInAgainMiddleware(LoginRequiredMiddleware):
    """Nobody enters unsigned; and what is sent without a session is not lost.

    A page's own save gets a 401, and the page asks for the sign-in itself. A form gets the sign-in
    page, which carries what it sent.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = super().__call__(request)
        if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:  # else: nobody can be asked
            remember_owner(request, response)
        return response

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        if request.method == "POST" and request.htmx:
            return HttpResponse(status=401)
        if request.method == "POST" and (carried := Carried.of(request)):
            context = {"form": LoginForm(request=request), "carried": carried, "redirect_field": ""}
            return render(request, "account/login.html", context, status=401)
        return super().handle_no_permission(request, view_func)
