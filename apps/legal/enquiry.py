"""Answer one question asked in plain data: the command line, its JSON and its batches."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from .acts import ActDone, UnknownAct, act
from .limitation import Limitation, compute
from .rules import UnknownRule, rule
from .territories import UnknownTerritory
from .windows import DateSource, UnreadableDate, Window
from .wording import full_date, quoted

DEFAULT_RULE = "PRESS_3M"
DEFAULT_TERRITORY = "75"
TEXTS = ("published", "until", "seen", "relative", "territory", "rule")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
INSTANT = re.compile(rf"{DAY.pattern}[Tt ].+")


class BadQuestion(ValueError):
    """The question cannot be answered; the message is one French line."""


def answer(question: object, *, today: date) -> dict[str, Any]:
    """Return the dates and the reasoning for a question made of plain data.

    `question` maps any of `published` (a day, or an instant with its offset), `until`,
    `seen`, `relative`, `territory`, `rule` to a text, and `acts` to a list of "DAY:CODE".
    Dates come back as ISO texts, or `None` when the day of publication is unknown. `today`
    moves no date: it only says how much time is left. Raises `BadQuestion`.
    """
    try:
        limitation = _limitation(_checked(question))
    except (UnreadableDate, UnknownRule, UnknownAct, UnknownTerritory) as error:
        raise BadQuestion(_one_line(str(error))) from error
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
        "explanation": [*limitation.steps, *_time_left(limitation.act_by, today)],
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
    return filled


def _limitation(question: Mapping[str, Any]) -> Limitation:
    territory = question.get("territory", DEFAULT_TERRITORY)
    return compute(
        rule(question.get("rule", DEFAULT_RULE)),
        _window(question, territory),
        territory=territory,
        acts=[_act_done(text) for text in question.get("acts", [])],
    )


def _window(question: Mapping[str, Any], territory: str) -> Window:
    """Read the date of publication in every way it was given, and keep the widest window."""
    seen = _day(question["seen"]) if "seen" in question else None
    windows = []
    if "published" in question:
        windows.append(_published(question, territory))
    elif "until" in question:
        raise UnreadableDate("Une fin de période (until) demande un début (published).")
    if "relative" in question:
        if seen is None:
            raise UnreadableDate(
                "Une date relative (relative) demande le jour où elle a été vue (seen)."
            )
        windows.append(Window.relative(question["relative"], seen))
    first_days = [window.earliest for window in windows if window.earliest]
    last_days = [window.latest for window in windows if window.latest]
    if not windows:
        return Window.unknown()
    if seen and min(first_days) > seen:
        raise UnreadableDate(
            f"La publication ({full_date(min(first_days))}) ne peut pas suivre le jour où elle a "
            f"été vue ({full_date(seen)})."
        )
    if len(windows) == 1:
        return windows[0]
    origin = f"{windows[1].origin} Deux indications\u00a0: la période la plus large est retenue."
    return Window(min(first_days), max(last_days), DateSource.BETWEEN, origin)


def _published(question: Mapping[str, Any], territory: str) -> Window:
    text = question["published"]
    if INSTANT.fullmatch(text):
        window = Window.at_instant(_instant(text), territory)
    else:
        window = Window.on_day(_day(text))
    if "until" not in question or window.earliest is None:
        return window
    return Window.between(window.earliest, _day(question["until"]))


def _act_done(text: str) -> ActDone:
    day, colon, code = text.partition(":")
    if not colon:
        raise UnreadableDate(
            f"Acte illisible\u00a0: {quoted(text)}. Écrire par exemple 2026-11-02:ASSIGNATION."
        )
    return ActDone(act(code).code, _day(day))


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


def _time_left(act_by: date | None, today: date) -> list[str]:
    if act_by is None:
        return []
    days = (act_by - today).days
    plural = "s" if abs(days) > 1 else ""
    left = f"il reste {days} jour{plural}" if days >= 0 else f"passée depuis {-days} jour{plural}"
    return [f"Date opérationnelle au {full_date(today)}\u00a0: {left}."]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
