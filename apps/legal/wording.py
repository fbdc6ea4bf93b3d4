"""How the law is written out in French: full dates, days of the week, quoted words."""

from datetime import date

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def full_date(day: date) -> str:
    """Return « vendredi 13 novembre 2026 » or « mardi 1er décembre 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{WEEKDAYS[day.weekday()]} {number} {MONTHS[day.month - 1]} {day.year}"


def quoted(text: str) -> str:
    """Return the text between French quotation marks, with their non-breaking spaces."""
    return f"«\u00a0{text}\u00a0»"
