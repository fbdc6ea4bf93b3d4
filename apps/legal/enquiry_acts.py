"""The acts of a question asked in plain data: "2026-04-19:ASSIGNATION:autorise,procedure=B"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from .act_shape import CIVIL_ROUTES, CRIMINAL_ROUTE, Route, Standing
from .acts import ActDone, act
from .windows import UnreadableDate
from .wording import full_date, quoted

ROUTES: Mapping[str, frozenset[Route]] = {"civil": CIVIL_ROUTES, "criminal": CRIMINAL_ROUTE}
Day = Callable[[str], date]
# What each option says of an act, from what follows its equals sign.
OPTIONS: Mapping[str, tuple[str, Callable[[str, Day], Any]]] = {
    "autorise": ("judge_allowed", lambda _value, _day: True),
    "consignation": ("deposit_paid_on", lambda value, day: day(value)),
    "delai": ("deposit_due_on", lambda value, day: day(value)),
    "dispense": ("deposit_waived", lambda _value, _day: True),
    "irregulier": ("valid", lambda _value, _day: False),
    "lieu": ("served_in", lambda value, _day: value),
    "procedure": ("proceeding", lambda value, _day: value),
}
WITH_A_VALUE = {"consignation", "delai", "lieu", "procedure"}


def acts_done(texts: Sequence[str], *, route: str, today: date, day: Day) -> list[ActDone]:
    """Read each act, and give each step to the latest proceeding opened on its route.

    A conditional act counts as confirmed: whoever asks knows it. Raises `UnreadableDate`,
    `UnknownAct`, and `ValueError` for a deposit that cannot be.
    """
    typed = [_typed(text, day) for text in texts]
    for done, _is_placed in typed:
        _refuse_to_come(done, today)
    openings: list[ActDone] = []
    placed = []
    order = sorted(
        range(len(typed)), key=lambda i: (typed[i][0].on, not act(typed[i][0].code).opens)
    )
    for index in order:
        done, is_placed = typed[index]
        kind = act(done.code)
        if kind.opens:
            done = done if is_placed else replace(done, proceeding=index)
            openings.append(done)
        elif kind.standing is Standing.STEP and not is_placed:
            done = replace(done, proceeding=_latest(openings, _routes(kind.routes, route)))
        placed.append(done)
    return placed


def _typed(text: str, day: Day) -> tuple[ActDone, bool]:
    """The act as it is written, and whether its proceeding is told."""
    when, colon, rest = text.partition(":")
    if not colon:
        raise UnreadableDate(
            f"Acte illisible\u00a0: {quoted(text)}. Écrire par exemple 2026-11-02:ASSIGNATION."
        )
    code, _, options = rest.partition(":")
    facts = dict(_option(option, day) for option in options.split(",") if option)
    return ActDone(act(code).code, day(when), **facts), "proceeding" in facts


def _option(text: str, day: Day) -> tuple[str, Any]:
    name, equals, value = text.strip().partition("=")
    if name not in OPTIONS or (name in WITH_A_VALUE) != bool(equals and value):
        known = ", ".join(f"{each}=…" if each in WITH_A_VALUE else each for each in OPTIONS)
        raise UnreadableDate(
            f"Option d’acte inconnue\u00a0: {quoted(text)}. Options\u00a0: {known}."
        )
    fact, read = OPTIONS[name]
    return fact, read(value, day)


def _refuse_to_come(done: ActDone, today: date) -> None:
    for day in (done.on, done.deposit_paid_on):
        if day and day > today:
            raise UnreadableDate(
                f"L’acte du {full_date(day)} est postérieur à aujourd’hui ({full_date(today)})."
            )


def _routes(own: frozenset[Route], said: str) -> frozenset[Route]:
    return ROUTES[said] if said else own


def _latest(openings: Sequence[ActDone], routes: frozenset[Route]) -> object:
    """The proceeding opened last on one of these routes; failing that, the one opened last, where
    the step will be told to be of no effect; `None` when none was."""
    of_route = [done for done in openings if act(done.code).routes & routes]
    last = (of_route or list(openings))[-1:]
    return last[0].proceeding if last else None
