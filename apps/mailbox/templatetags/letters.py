"""What letters say in words and keep as codes."""

from collections.abc import Iterable

from django import template

from apps.incidents.status import Outcome

register = template.Library()


@register.filter
def has_outcome(contents: Iterable[tuple[int, str]], code: str) -> bool:
    """Did one of these contents end so?"""
    return any(outcome == code for _, outcome in contents)


@register.filter
def outcome_name(code: str) -> str:
    """How a content ended, as the practitioner reads it."""
    return Outcome(code).plain
