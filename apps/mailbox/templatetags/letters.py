"""What letters say in words and keep as codes."""

from django import template

from apps.incidents.status import Outcome

register = template.Library()


@register.filter
def outcome_name(code: str) -> str:
    """How a content ended."""
    return str(Outcome(code).label)
