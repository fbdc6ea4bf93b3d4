"""Say in French how a date was reached: one sentence per step, as pages and PDFs print them."""

from collections.abc import Iterator
from datetime import date

from .rule_shape import Rule
from .terms import anniversary
from .territories import Territory
from .windows import Window
from .wording import WEEKDAYS, full_date

WEEKEND = (5, 6)


def event_steps(rule: Rule, window: Window) -> Iterator[str]:
    """The event that starts the clock, and the days on which it may have happened."""
    yield f"Point de départ\u00a0: {rule.start.label} ({window.source.label})."
    if window.origin:
        yield window.origin
    if window.earliest is None and window.latest:
        yield (
            f"Premier jour inconnu, au plus tard le {full_date(window.latest)}\u00a0: le délai est "
            "peut-être expiré, traiter en urgence."
        )
    elif window.earliest is None or window.latest is None:
        yield "Aucune date n’est connue\u00a0: le délai est peut-être expiré, traiter en urgence."
    elif window.earliest == window.latest:
        yield f"Jour retenu\u00a0: {full_date(window.earliest)}."
    else:
        yield (
            f"Fenêtre\u00a0: du {full_date(window.earliest)} au {full_date(window.latest)}. "
            "Le délai court du jour le plus ancien."
        )


def rule_steps(rule: Rule) -> Iterator[str]:
    """The rule, its article, and whether counsel has signed it."""
    yield f"Règle {rule.code} ({rule.articles})\u00a0: {rule.duration}."
    if not rule.is_reviewed:
        yield f"Attention\u00a0: règle non encore validée (version {rule.version})."


def term_steps(rule: Rule, start: date, end: date) -> Iterator[str]:
    """The arithmetic of the first term."""
    if not rule.is_counted:
        yield f"Dernier jour\u00a0: {full_date(end)}, {rule.duration}."
        return
    sum_ = f"Calcul\u00a0: {full_date(start)} + {rule.duration}"
    if rule.business_days or rule.open_days:
        yield f"{sum_} = {full_date(end)}."
        return
    reached = anniversary(rule, start)
    yield f"{sum_} = {full_date(reached)}, jusqu’à minuit."
    if reached.day != start.day and not rule.days:
        yield f"Ce mois n’a pas de {start.day}\u00a0: son dernier jour est retenu."
    if rule.first_day_counts:
        yield (
            "Le premier jour compte (C. civ. art. 2228 et 2229)\u00a0: le délai est acquis la "
            f"veille, {full_date(end)}."
        )


def date_steps(
    legal_last_day: date, prudent_day: date, act_by: date, last_service_day: date, place: Territory
) -> Iterator[str]:
    """From the theoretical date to the ones people work with."""
    yield f"Date théorique\u00a0: {full_date(legal_last_day)}, dernier jour inclus."
    if off := _day_off(legal_last_day, place):
        yield f"Ce jour est {off}\u00a0: le délai n’en est pas prolongé."
    yield f"Prudence\u00a0: un jour de moins, {full_date(prudent_day)}."
    if off := _day_off(prudent_day, place):
        yield f"Ce jour est {off}\u00a0: on remonte au dernier jour ouvré."
    yield f"Date opérationnelle\u00a0: agir au plus tard le {full_date(act_by)}."
    yield (
        "Dernier jour pour une signification, ni dimanche ni jour férié (art. 664 CPC)\u00a0: "
        f"{full_date(last_service_day)}."
    )
    yield f"Calendrier\u00a0: {place.name} ({place.code})."
    if place.caution:
        yield place.caution


def _day_off(day: date, place: Territory) -> str | None:
    """Why nobody works on that day, if nobody does."""
    if name := place.holiday(day):
        return f"férié ({name})"
    return f"un {WEEKDAYS[day.weekday()]}" if day.weekday() in WEEKEND else None
