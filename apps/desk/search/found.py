"""One file that a search has found: the words around what was looked for, and where they stand."""

import re
from dataclasses import dataclass

from apps.casework.search.findable import SearchPlace, places
from apps.desk.queue.queue_rows import masked
from apps.incidents.models import Incident
from apps.search.query import WORD, Query, Term, plain

AROUND = 70  # characters on each side of the first word found
MOST_SNIPPETS = 3
COMMON_BEGINNING = 4  # letters that two forms of a word share: « déçue », « décevant »


@dataclass(frozen=True)
class Snippet:
    """`parts` are some words and whether they are what was looked for; health words are masked."""

    place: str
    parts: list[tuple[str, bool]]


@dataclass(frozen=True)
class Found:
    incident: Incident
    snippets: list[Snippet]


def found(incident: Incident, query: Query) -> Found:
    """Read with `with_places`. Without a snippet, the words are in the text of an exhibit."""
    snippets = (_snippet(place, query) for place in places(incident))
    return Found(incident, [each for each in snippets if each][:MOST_SNIPPETS])


def _snippet(place: SearchPlace, query: Query) -> Snippet | None:
    hits = _hits(place, query)
    if not hits:
        return None
    start = max(0, hits[0][0] - AROUND)
    end = hits[0][1] + AROUND
    parts, cut = [("… " if start else "", False)], start
    for first, last in hits:
        if first >= cut and last <= end:
            parts += [(masked(place.words[cut:first]), False)]
            parts += [(masked(place.words[first:last]), True)]
            cut = last
    parts += [(masked(place.words[cut:end]), False), (" …" * (end < len(place.words)), False)]
    return Snippet(place.label, [part for part in parts if part[0]])


def _hits(place: SearchPlace, query: Query) -> list[tuple[int, int]]:
    """Where the words looked for stand, in their order; a quote only where it is whole."""
    words = [(plain(match.group()), match.span()) for match in WORD.finditer(place.words)]
    held = f" {plain(place.words)} "
    wanted = [word for term in query.terms if _may_hold(term, held) for word in term.words.split()]
    exact = {word for term in query.terms if term.is_quote for word in term.words.split()}
    return [
        span
        for spelt, span in words
        if any(_is_form(spelt, word, exact=word in exact) for word in wanted)
    ]


def _may_hold(term: Term, held: str) -> bool:
    return not (term.is_quote or " " in term.words) or term.words in held


def _is_form(spelt: str, word: str, *, exact: bool) -> bool:
    if exact or len(word) < COMMON_BEGINNING:
        return spelt == word
    stem = re.sub(r"(?:ements?|ees?|es|er|e|s)$", "", word)
    return spelt.startswith(stem) if len(stem) >= COMMON_BEGINNING else spelt.startswith(word)
