"""The door of each step of a declaration: nobody enters before the steps that come first."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from .draft import Draft
from .steps import Step

P = ParamSpec("P")
StepView = Callable[Concatenate[HttpRequest, Draft, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def at_step(step: Step) -> Callable[[StepView[P]], View[P]]:
    """Give the view the open draft, or send its author to the first step that is not done."""

    def decorate(view: StepView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            draft = Draft.of(request.user, today=timezone.localdate())
            if draft is None:
                return redirect("portal:start_declaration")
            if draft.first_incomplete.number < step.number:
                return redirect(draft.first_incomplete.view)
            return view(request, draft, *args, **kwargs)

        return guarded

    return decorate
