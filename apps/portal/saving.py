"""What a page of the declaration says of itself when it saves, and what it is told when another
page has changed the same answers."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from apps.casework.declarations.keep_answers import Place, SavingPage, WrittenElsewhere, mark_of

from .draft import Draft

ABOUT = ("page", "place", "mark", "turn")  # the hidden fields of every form of a step


def page_of(request: HttpRequest) -> SavingPage | None:
    """The page that was sent, if it says what it is."""
    name, place, mark, turn = (request.POST.get(field, "") for field in ABOUT)
    if not name or not place:
        return None
    return SavingPage(
        name=name[:40],
        place=read_place(place),
        mark=mark,
        turn=int(turn) if turn.isdecimal() and len(turn) < 9 else 0,
    )


def read_place(text: str) -> Place:
    """« reviews/2 », as `Place` writes it."""
    step, _, number = text.partition("/")
    return Place(step, int(number) if number.isdecimal() and len(number) < 4 else None)


def about(request: HttpRequest, draft: Draft, place: Place) -> dict[str, object]:
    """The hidden fields of a form. One that is sent back with errors is still the same page."""
    if (sent := page_of(request)) and sent.place == place:
        return {"page": sent.name, "place": str(place), "mark": sent.mark, "turn": sent.turn}
    return {"page": uuid4().hex, "place": str(place), "mark": draft.mark(place), "turn": 0}


def conflict(
    request: HttpRequest, draft: Draft, place: Place, written: WrittenElsewhere
) -> HttpResponse:
    """Both texts, question by question, and the choice of one of them. Nothing was written."""
    kept, brought = (draft.form_at(place, said) for said in (written.kept, written.brought))
    context = {
        "draft": draft,
        "step_url": draft.url_of(place),
        "differences": [
            (field.label, _read(kept[field.name]), _read(field))
            for field in brought
            if _read(kept[field.name]) != _read(field)
        ],
        "brought": written.brought,
        "about": {
            "page": uuid4().hex,
            "place": str(place),
            "mark": mark_of(written.kept),
            "turn": 0,
        },
    }
    return render(request, "portal/declarations/written_elsewhere.html", context, status=409)


def _read(field: forms.BoundField) -> str:
    """An answer as people read it: the words of a choice, a date on one line."""
    value: Any = field.value()
    if isinstance(value, Mapping | list | tuple):
        return " / ".join(str(part) for part in value if part)
    return str(dict(getattr(field.field, "choices", ())).get(value, value or ""))
