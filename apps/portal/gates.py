"""The door of each step of a declaration: nobody enters before the steps that come first."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from apps.casework.declarations.keep_answers import WrittenElsewhere

from .draft import Draft
from .saving import conflict, page_of
from .steps import DeclarationStep

P = ParamSpec("P")
StepView = Callable[Concatenate[HttpRequest, Draft, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def at_step(step: DeclarationStep) -> Callable[[StepView[P]], View[P]]:
    """Give the view the draft of this key, or send its author to the first step not done.

    What another window has changed meanwhile is shown beside what this one brings.
    """

    def decorate(view: StepView[P]) -> View[P]:
        @wraps(view)
        def guarded(
            request: HttpRequest, key: UUID, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            draft = Draft.at(request.user, key, today=timezone.localdate())
            if draft.first_incomplete.number < step.number:
                return redirect(draft.next_url)
            draft.page = page_of(request)
            try:
                return view(request, draft, *args, **kwargs)
            except WrittenElsewhere as written:
                return conflict(request, draft, draft.page.place, written)

        return guarded

    return decorate
