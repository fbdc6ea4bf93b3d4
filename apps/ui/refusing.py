"""Where what a verb refuses is said: at the form that asked for it, or by a message.

`with refusals_at(form): verb(…)`, then whatever follows when it was done. Outside the insurer only
what is refused openly is said; another sentence there is a fault of ours, and no page shows it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from apps.refusals import Refused, RefusedOpenly


@contextmanager
def refusals_at(
    form: forms.Form, field: str | None = None, *, catch: type[Refused] = RefusedOpenly
) -> Iterator[None]:
    """What is refused within becomes an error of the form, or of this field of it: the page comes
    back with everything that was typed."""
    try:
        yield
    except catch as refusal:
        form.add_error(field, str(refusal))


@contextmanager
def refusals_told(request: HttpRequest, *, catch: type[Refused] = RefusedOpenly) -> Iterator[None]:
    """What is refused within is told on the next page: nothing was typed."""
    try:
        yield
    except catch as refusal:
        messages.error(request, str(refusal))
