"""Days, windows and clocks as documents print them: plain data, which stays what it was."""

from datetime import date
from typing import Any

from apps.legal.windows import Window
from apps.ui.meanings import read_clock

from .models import Deadline


def printed_clock(deadline: Deadline, *, today: date) -> dict[str, Any]:
    """The dates of a deadline, its state in words on that day, the readings beside and how all this
    was found, without the name of its rule."""
    reading = read_clock(deadline, today)
    return {
        "stage": reading.stage.value,
        "state": reading.state,
        "is_validated": deadline.is_validated,
        "is_unknown": deadline.is_unknown,
        "legal_last_day": printed_day(deadline.legal_last_day),
        "prudent_day": printed_day(deadline.prudent_day),
        "act_by": printed_day(deadline.act_by),
        "last_service_day": printed_day(deadline.last_service_day),
        "possible_until": printed_day(deadline.possible_until),
        "beside": [one["sentence"] for one in deadline.beside],
        "explanation": deadline.explanation,
    }


def printed_window(window: Window) -> dict[str, Any]:
    """From when to when, and by what it is known."""
    return {
        "earliest": printed_day(window.earliest),
        "latest": printed_day(window.latest),
        "source": window.source.label,
    }


def printed_day(day: date | None) -> str | None:
    """« 2026-11-13 »; nothing while it is unknown."""
    return day.isoformat() if day else None
