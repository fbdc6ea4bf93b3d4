"""The words of a review: cut at the passages that bear a label, or searched for an extract."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apps.accounts.models import User
from apps.incidents.models import Passage, Qualification, Review


@dataclass(frozen=True)
class Segment:
    """Some words in a row, and the reading in force when they are a labelled passage."""

    words: str
    reading: Qualification | None = None
    number: int = 0


def segments(review: Review) -> Iterator[Segment]:
    """All the words of a review, in order; labelled passages are numbered from 1.

    Prefetch `passages__qualifications` when there are several reviews.
    """
    cut = 0
    for number, reading in enumerate(readings(review), start=1):
        passage = reading.passage
        yield Segment(review.words[cut : passage.start])
        yield Segment(passage.words, reading, number)
        cut = passage.end
    yield Segment(review.words[cut:])


def readings(review: Review) -> list[Qualification]:
    """The readings in force of a review, in the order of its words."""
    return [reading for passage in review.passages.all() if (reading := in_force(passage))]


def is_openly_lawful(review: Review, user: User) -> bool:
    """Was it read as free criticism, and may this person know it?"""
    hidden = any(reading.is_hidden_from(user) for reading in readings(review))
    return review.is_read_as_lawful and not hidden


def versions(review: Review) -> list[Qualification]:
    """Every reading that this review ever had, the latest first."""
    related = review.qualifications.select_related("by", "passage__review", "second_reading__by")
    return list(related.order_by("-opened_at", "-pk"))


def in_force(passage: Passage) -> Qualification | None:
    open_ones = (row for row in passage.qualifications.all() if row.closed_at is None)
    return next(open_ones, None)


def occurrences(extract: str, text: str) -> list[tuple[int, int]]:
    """Where an extract stands in a text, as (start, end) pairs.

    Exact words, except for what a keyboard or a clipboard changes by itself: line breaks, spaces
    and the shape of apostrophes.
    """
    if not extract.split():
        return []
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in extract.split())
    return [match.span() for match in re.finditer(r"\s+".join(words), text)]
