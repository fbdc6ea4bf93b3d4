"""Answer one question asked in plain data: the command line, its JSON and its batches."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from .act_steps import reason
from .acts import UnknownAct
from .clock_words import clock_words
from .enquiry_acts import ROUTES, acts_done
from .interruption import Effect
from .limitation import Limitation, compute
from .rules import UnknownRule, rule
from .territories import UnknownTerritory
from .windows import DateSource, UnreadableDate, Window
from .wording import full_date, quoted

DEFAULT_RULE = "PRESS_3M"
DEFAULT_TERRITORY = "75"
TEXTS = ("published", "until", "seen", "relative", "territory", "rule", "route")
WITHOUT_A_DATE = "Sans date de publication, l’effet de cet acte ne se calcule pas."
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
INSTANT = re.compile(rf"{DAY.pattern}[Tt ].+")


class BadQuestion(ValueError):
    """The question cannot be answered; the message is one French line."""


def answer(question: object, *, today: date) -> dict[str, Any]:
    """Return the dates and the reasoning for a question made of plain data.

    `question` maps any of `published` (a day, or an instant with its offset), `until`, `seen`,
    `relative`, `territory`, `rule`, `route` (« civil » or « criminal », for the steps that differ)
    to a text, and `acts` to a list of "DAY:CODE" or "DAY:CODE:option,option=value". Dates come back
    as ISO texts, or `None` when the day of publication is unknown. `today`, in Paris, moves no
    date: it says how much time is left, and what is still to come. Raises `BadQuestion`.
    """
    try:
        asked = _checked(question)
        limitation = _limitation(asked, today)
    except (UnreadableDate, UnknownRule, UnknownAct, UnknownTerritory) as error:
        raise BadQuestion(_one_line(str(error))) from error
    state = limitation.state(today)
    return {
        "rule": limitation.rule.code,
        "window": {
            "earliest": _iso(limitation.window.earliest),
            "latest": _iso(limitation.window.latest),
        },
        "legal_last_day": _iso(limitation.legal_last_day),
        "prudent_day": _iso(limitation.prudent_day),
        "act_by": _iso(limitation.act_by),
        "last_service_day": _iso(limitation.last_service_day),
        "possible_until": _iso(limitation.possible_until),
        "state": state.value,
        "acts": list(_acts(limitation, asked)),
        "explanation": [*limitation.steps, *_time_left(limitation, today)],
    }


def _acts(limitation: Limitation, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What each act did, in the order of their days."""
    if limitation.dates is None:
        for text in sorted(asked.get("acts", [])):
            on, code = text.split(":")[:2]
            yield {"on": on, "code": code, "interrupts": None, "reason": WITHOUT_A_DATE}
    for one in limitation.consequences:
        yield {
            "on": one.done.on.isoformat(),
            "code": one.done.code,
            "interrupts": one.effect is Effect.RESTARTS,
            "reason": reason(limitation.rule, one),
        }


def _checked(question: object) -> dict[str, Any]:
    """Return the fields that are filled in, each of the right type."""
    if not isinstance(question, Mapping):
        raise BadQuestion("Une question est un objet JSON, entre accolades.")
    filled = {name: value for name, value in question.items() if value is not None}
    for name, value in filled.items():
        if name == "acts":
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise BadQuestion(
                    f"Le champ acts est une liste de textes {quoted('AAAA-MM-JJ:CODE')}."
                )
        elif name not in TEXTS:
            raise BadQuestion(f"Champ inconnu\u00a0: {quoted(_one_line(name))}.")
        elif not isinstance(value, str):
            raise BadQuestion(f"Le champ {name} est un texte entre guillemets.")
    if filled.get("route", "civil") not in ROUTES:
        raise BadQuestion("La voie de procédure (route) est civil ou criminal.")
    return filled


def _limitation(question: Mapping[str, Any], today: date) -> Limitation:
    territory = question.get("territory", DEFAULT_TERRITORY)
    window = _window(question, territory)
    for day in (window.earliest, window.latest, *_seen(question)):
        if day and day > today:
            raise UnreadableDate(
                f"Le {full_date(day)} est postérieur à aujourd’hui ({full_date(today)})."
            )
    try:
        acts = acts_done(
            question.get("acts", []), route=question.get("route", ""), today=today, day=_day
        )
    except ValueError as error:
        raise BadQuestion(_one_line(str(error))) from error
    return compute(rule(question.get("rule", DEFAULT_RULE)), window, territory=territory, acts=acts)


def _seen(question: Mapping[str, Any]) -> Iterator[date]:
    if "seen" in question:
        yield _day(question["seen"])


def _window(question: Mapping[str, Any], territory: str) -> Window:
    """Read the date of publication in every way it was given, and keep the widest window."""
    seen = next(_seen(question), None)
    if "until" in question and "published" not in question:
        raise UnreadableDate("Une fin de période (until) demande un début (published).")
    published = _published(question, territory) if "published" in question else None
    if published and published.earliest and seen and published.earliest > seen:
        raise UnreadableDate(
            f"La publication ({full_date(published.earliest)}) ne peut pas suivre le jour où elle "
            f"a été vue ({full_date(seen)})."
        )
    if "relative" not in question:
        return published or Window.unknown()
    if seen is None:
        raise UnreadableDate(
            "Une date relative (relative) demande le jour où elle a été vue (seen)."
        )
    shown = Window.relative(question["relative"], seen, territory)
    if published is None or published.earliest is None or published.latest is None:
        return shown
    if shown.earliest is None or shown.latest is None:
        return published
    origin = f"{shown.origin} Deux indications\u00a0: la période la plus large est retenue."
    return Window(
        min(published.earliest, shown.earliest),
        max(published.latest, shown.latest),
        DateSource.BETWEEN,
        origin,
    )


def _published(question: Mapping[str, Any], territory: str) -> Window:
    text = question["published"]
    if INSTANT.fullmatch(text):
        window = Window.at_instant(_instant(text), territory)
    else:
        window = Window.on_day(_day(text))
    if "until" not in question or window.earliest is None:
        return window
    return Window.between(window.earliest, _day(question["until"]))


def _day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise UnreadableDate(f"Date illisible\u00a0: {quoted(text)}. Écrire AAAA-MM-JJ.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableDate(f"Cette date n’existe pas\u00a0: {quoted(text)}.") from None


def _instant(text: str) -> datetime:
    _day(text[:10])
    try:
        return datetime.fromisoformat(text.upper())
    except ValueError:
        raise UnreadableDate(
            f"Instant illisible\u00a0: {quoted(text)}. Écrire 2026-08-15T22:30:00+02:00."
        ) from None


def _time_left(limitation: Limitation, today: date) -> Iterator[str]:
    if limitation.act_by is None or limitation.legal_last_day is None:
        return
    days = (limitation.act_by - today).days
    plural = "s" if abs(days) > 1 else ""
    left = f"il reste {days} jour{plural}" if days >= 0 else f"passée depuis {-days} jour{plural}"
    yield f"Date opérationnelle au {full_date(today)}\u00a0: {left}."
    words = clock_words(
        act_by=limitation.act_by,
        legal_last_day=limitation.legal_last_day,
        possible_until=limitation.possible_until,
        doubt=next(iter(limitation.doubts), ""),
        today=today,
    )
    if words and days < 0:
        yield f"État\u00a0: {words}."


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
