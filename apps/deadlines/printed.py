"""Days, windows and clocks as documents print them: plain data, which stays what it was."""

from datetime import date
from typing import Any

from apps.legal.windows import Window

from .models import Deadline


def printed_clock(deadline: Deadline) -> dict[str, Any]:
    """The dates of a deadline and how they were found, without the name of its rule."""
    return {
        "is_validated": deadline.is_validated,
        "is_unknown": deadline.is_unknown,
        "legal_last_day": printed_day(deadline.legal_last_day),
        "prudent_day": printed_day(deadline.prudent_day),
        "act_by": printed_day(deadline.act_by),
        "last_service_day": printed_day(deadline.last_service_day),
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
