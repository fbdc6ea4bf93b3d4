"""What somebody types in the search box, and the plain words that it is compared with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 200  # characters of a search
MOST_TERMS = 8
SHORTEST_BEGINNING = 3  # letters: what is shorter is a whole word
TERM = re.compile(r"[\"“”«]\s*([^\"“”«»]+?)\s*[\"“”»]|(\S+)")
WORD = re.compile(r"[^\W_]+")
SPELLED = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})


def plain(text: str) -> str:
    """The words of a text without case, accents or punctuation, one space between two of them."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(SPELLED))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(WORD.findall(kept))


@dataclass(frozen=True)
class Term:
    """One thing looked for: a word, several that follow one another (an address), or a quote."""

    words: str
    is_quote: bool = False

    @property
    def is_beginning(self) -> bool:
        """May its last word go on? « derma » finds « dermatologue »."""
        return not self.is_quote and len(self.words.split()[-1]) >= SHORTEST_BEGINNING

    @property
    def stems(self) -> str:
        """The term in the language of PostgreSQL's `to_tsquery`."""
        return " <-> ".join(self.words.split()) + (":*" if self.is_beginning else "")


@dataclass(frozen=True)
class Query:
    """Every term must be found in a file."""

    terms: tuple[Term, ...]

    @classmethod
    def read(cls, typed: str) -> Query:
        """Quotes of any shape are exact; the rest is cut at spaces. What says nothing is left."""
        found = []
        for quote, word in TERM.findall(typed[:LONGEST]):
            if words := plain(quote or word):
                found.append(Term(words, bool(quote)))
        return cls(tuple(dict.fromkeys(found))[:MOST_TERMS])

    def __bool__(self) -> bool:
        return bool(self.terms)
