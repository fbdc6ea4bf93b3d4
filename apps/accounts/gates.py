"""The door of each audience. Behind another's door there is nothing: a 404, never a 403."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse

from .models import User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def only(may_enter: Callable[[User], bool]) -> Callable[[View[P]], View[P]]:
    """Let through the signed-in people of whom `may_enter` is true."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not may_enter(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


declarants_only = only(lambda user: user.is_practitioner or user.is_delegate or user.is_insurer)
delegates_only = only(lambda user: user.is_delegate)
practitioners_only = only(lambda user: user.is_practitioner)
insurer_only = only(lambda user: user.is_insurer)
seniors_only = only(lambda user: user.is_senior)
partners_only = only(lambda user: user.is_partner)
