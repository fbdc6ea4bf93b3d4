import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from apps.incidents.models import Declaration
from apps.mailbox.post import post
from apps.refusals import RefusedOpenly

PAGES = "pages"  # beside the steps: which page last wrote each place


@dataclass(frozen=True)
class Place:
    """Where answers stand in a draft: a step, and the number of a content if it has several."""

    step: str
    number: int | None = None

    def __str__(self) -> str:
        return self.step if self.number is None else f"{self.step}/{self.number}"

    def read(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """What was typed there; nothing yet is an empty dict."""
        kept: dict[str, Any] = answers.get(self.step, {})
        return kept if self.number is None else kept.get(str(self.number), {})

    def write(self, answers: dict[str, Any], typed: Mapping[str, Any]) -> None:
        if self.number is None:
            answers[self.step] = dict(typed)
        else:
            answers.setdefault(self.step, {})[str(self.number)] = dict(typed)


@dataclass(frozen=True, kw_only=True)
class SavingPage:
    """The page that saves: its own name, the place it writes, the `mark_of` the answers it was
    shown with, and how many times it has saved."""

    name: str
    place: Place
    mark: str
    turn: int


class WrittenElsewhere(RefusedOpenly):
    """Another page has changed these answers since this one was shown. Nothing was written."""

    def __init__(self, *, kept: dict[str, Any], brought: dict[str, Any]) -> None:
        super().__init__("Ces réponses ont changé dans une autre fenêtre.")
        self.kept = kept
        self.brought = brought


class NoLongerOpen(Exception):
    """The draft was sent or deleted meanwhile: there is nothing left to write in."""


def mark_of(typed: Mapping[str, Any]) -> str:
    """The same for the same answers: a question left blank and one never asked are alike."""
    said = json.dumps(_said(typed), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@contextmanager
def keep_answers(
    declaration: Declaration, *, page: SavingPage | None, at: datetime
) -> Iterator[dict[str, Any]]:
    """The answers of an open draft, locked, to be changed in place. The first save posts E01.

    What is typed is kept unjudged. A save that arrives after a later one of the same page changes
    nothing; a page that says nothing of itself is believed. Raises `WrittenElsewhere` if another
    page has written other answers meanwhile, and `NoLongerOpen`.
    """
    with transaction.atomic():
        still_open = Declaration.objects.filter(incident=None).select_for_update(of=("self",))
        current = still_open.filter(pk=declaration.pk).first()
        if current is None:
            raise NoLongerOpen
        before, answers = deepcopy(current.answers), current.answers
        yield answers
        if page is None or _settle(page, before, answers):
            current.saved_at = at
            current.save(update_fields=["answers", "saved_at"])
        else:
            current.answers = before
        if not before and (reader := current.reader):
            post("draft_started", to=reader, key=f"draft-{current.pk}-started", at=at)
    declaration.answers, declaration.saved_at = current.answers, current.saved_at


def _settle(page: SavingPage, before: dict[str, Any], answers: dict[str, Any]) -> bool:
    """May this page's answers take the place of those that were there? Sign them if so."""
    kept, brought = page.place.read(before), page.place.read(answers)
    last = before.get(PAGES, {}).get(str(page.place), {})
    is_same_page = last.get("name") == page.name
    if is_same_page and page.turn < last["turn"]:
        return False
    is_known = is_same_page or page.mark == mark_of(kept)
    if not is_known and _said(kept) != _said(brought):
        raise WrittenElsewhere(kept=kept, brought=brought)
    author = {"name": page.name, "turn": page.turn}
    answers.setdefault(PAGES, {})[str(page.place)] = author
    return True


def _said(typed: Mapping[str, Any]) -> dict[str, Any]:
    return {name: answer for name, answer in typed.items() if answer}
