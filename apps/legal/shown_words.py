"""Read the words by which a site dates a text, with all that it prints around the date."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from .relative import Span, has_two_meanings, read_relative
from .shown_days import read_day
from .territories import PARIS
from .territories import territory as find_territory
from .unreadable import UnreadableDate
from .wording import full_date, quoted

A_DAY, NO_DOUBT = timedelta(days=1), timedelta(0)


@dataclass(frozen=True)
class Shown:
    """The days that the words may mean, both included. `is_edit`: they date a modification.

    `is_counted` tells a time counted back from the reading, « il y a 2 mois », from a day or a
    month of the calendar. `origin` is the French sentence that says where the days come from.
    """

    earliest: date
    latest: date
    is_counted: bool
    is_edit: bool
    origin: str


def read_shown(text: str, *, seen_on: date, territory: str = "75") -> Shown:
    """Return what `text`, seen on a site on `seen_on`, dates, and when.

    `territory` is the department number of the practitioner: where its clock is not that of Paris,
    a day of the one may be the day before of the other, and the earlier one counts (legal.md
    §18.3). Raises `UnreadableDate`, with a sentence for the user, and `UnknownTerritory`.
    """
    words = _plain(text)
    if A_VISIT.search(words):
        raise UnreadableDate(
            "Une date de visite ou d’expérience n’est pas une date de publication. Recopiez la "
            "date de publication, choisissez une autre façon de dater, ou "
            f"{quoted('Je ne sais pas')}."
        )
    wrapped = WRAPPED.fullmatch(words)
    dated = wrapped["date"] if wrapped else words
    place = find_territory(territory)
    doubt = NO_DOUBT if place.zone == PARIS else A_DAY
    counted = read_relative(dated, seen_on=seen_on, doubt=doubt)
    earliest, latest = counted or _day_before(seen_on, dated, text)
    origin = f"Date affichée\u00a0: {_quoted(text)}, relevée le {full_date(seen_on)}."
    if counted and doubt:
        origin += " Jour de Paris ou du territoire\u00a0: le plus ancien est retenu."
    is_edit = AN_EDIT.search(words) is not None
    if is_edit:
        origin += " Elle date la modification\u00a0: la première mise en ligne est antérieure."
    return Shown(earliest, latest, counted is not None, is_edit, origin)


def _day_before(seen_on: date, words: str, text: str) -> Span:
    """The day or the month of the calendar that the words name, as far as the day of reading."""
    if units := has_two_meanings(words):
        raise UnreadableDate(
            f"{_quoted(text)} peut vouloir dire des {units[0]} ou des {units[1]}. Écrivez l’unité "
            "en toutes lettres."
        )
    named = read_day(words, seen_on=seen_on)
    if named is None:
        raise UnreadableDate(
            f"Mention illisible\u00a0: {_quoted(text)}. Recopiez-la en toutes lettres, par exemple "
            f"{quoted('il y a 2 mois')}, {quoted('il y a une semaine')} ou {quoted('hier')}."
        )
    earliest, latest = named
    if earliest > seen_on:
        raise UnreadableDate(
            f"Cette date suit le jour où vous l’avez relevée ({full_date(seen_on)}). Vérifiez les "
            "deux dates."
        )
    return earliest, min(latest, seen_on)


def _plain(text: str) -> str:
    """Lower case, without accents, invisible signs, unusual spaces nor punctuation.

    The stops, colons and hyphens that stand inside a date or an hour stay.
    """
    replacements = {APOSTROPHES: "'", HYPHENS: "-", TILDES: " environ ", SEPARATORS: " "}
    for signs, replacement in replacements.items():
        text = re.sub(signs, replacement, text)
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (letter for letter in letters if unicodedata.category(letter) not in ("Mn", "Cf"))
    return " ".join(re.sub(STOPS, " ", "".join(kept)).split())


def _quoted(text: str) -> str:
    return quoted(" ".join(text.split())[:80])


APOSTROPHES, HYPHENS, TILDES = "[’ʼ‘´`]", "[‐‑]", "[~≈]"
SEPARATORS = r"[«»“”\"()\[\]|·•∙⋅・,;–—*]|\s-\s"
STOPS = r"(?<![0-9])[.:]|[.:](?![0-9])"
EDITED = r"""
    (?:(?:derniere|last)\ (?:modification|edition|mise\ a\ jour|edit(?:ed)?|updated?|modified)
     | modification|modifiee?s?|modified|editee?s?|edit(?:ed)?|updated?|mise?s?\ a\ jour|maj
     | actualisee?s?)
"""
AN_EDIT = re.compile(rf"\b{EDITED}\b", re.VERBOSE)
# On TripAdvisor, Trustpilot, Doctolib…: the day that the text tells about, not that of the text.
A_VISIT = re.compile(
    r"\b(?:visites?|visitee?s?|visit|visited|experiences?|sejour|sejourne|stay|stayed"
    r"|consultations?|rendez-vous|rdv)\b"
)
WRAPPED = re.compile(
    rf"""
    (?:(?:(?:l'|cet\ |ce\ )?(?:avis|commentaire|message|contenu|post|review|comment)\ )?
       (?:a\ ete\ |was\ )?
       (?:{EDITED}
        | publiee?|postee?|ecrite?|redigee?|deposee?|ajoutee?|envoyee?|recue?|mise?\ en\ ligne
        | (?:date\ de\ )?(?:publication|mise\ en\ ligne)
        | posted|published|written|reviewed|added|sent|received)\ )?
    (?P<date>.+?)
    (?:\ {EDITED})?
    (?:\ (?:sur|on|via)\ [a-z][a-z.'-]*(?:\ [a-z.'-]+)?)?  # the name of the site
    (?:\ {EDITED})?
    """,
    re.VERBOSE,
)
