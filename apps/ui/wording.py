"""Dates, distances and sizes as French readers expect them.

The names are not asked of the active translation: a letter written by the worker and a page seen
in a browser must use the same words. `\\u00a0` keeps a number with its unit.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from apps.legal import wording as law

PARIS = ZoneInfo("Europe/Paris")


def french_spaces(text: str) -> str:
    """The same words, with spaces that do not break inside « » and before : ; ? !"""
    return re.sub(r" (?=[:;?!»])|(?<=«) ", "\u00a0", text)


def day_of_month(day: date) -> str:
    """« 1er novembre 2026 », in one piece."""
    return law.full_date(day).partition(" ")[2].replace(" ", "\u00a0")


def full_date(day: date) -> str:
    """« vendredi 13 novembre 2026 »."""
    return f"{law.WEEKDAYS[day.weekday()]} {day_of_month(day)}"


def moment(at: datetime) -> str:
    """« 13 novembre 2026 à 8 h 05 », always on the clock of Paris."""
    local = at.astimezone(PARIS)
    return f"{day_of_month(local)} à\u00a0{local.hour}\u00a0h\u00a0{local.minute:02}"


def day_and_hour(at: datetime) -> str:
    """« mardi 24 novembre 2026 à midi », « … à 10 h 30 », on the clock of Paris."""
    local = at.astimezone(PARIS)
    minutes = f"\u00a0{local.minute:02}" if local.minute else ""
    hour = "midi" if (local.hour, local.minute) == (12, 0) else f"{local.hour}\u00a0h{minutes}"
    return f"{full_date(local)} à\u00a0{hour}"


def distance(day: date, today: date) -> str:
    """How far a deadline is: « dans 12 jours », « aujourd’hui », « dépassée depuis 3 jours »."""
    days = (day - today).days
    if days == 0:
        return "aujourd’hui"
    if days == 1:
        return "demain"
    return f"{'dans' if days > 0 else 'dépassée depuis'} {count_of_days(abs(days))}"


def count_of_days(days: int) -> str:
    """« 3 jours »."""
    return f"{days}\u00a0jour{'s' if days > 1 else ''}"


def file_size(octets: int) -> str:
    """« 1,2 Mo »: decimal units, as telephones and mail programs count them."""
    if octets < 1000:
        return f"{octets}\u00a0octet{'s' if octets > 1 else ''}"
    power = min((len(str(octets)) - 1) // 3, 3)
    size = octets / 1000**power
    text = f"{size:.1f}" if size < 10 else f"{size:.0f}"
    return f"{text.removesuffix('.0').replace('.', ',')}\u00a0{('ko', 'Mo', 'Go')[power - 1]}"
