"""What only dossiers need: their content is frozen as JSON, so its dates are ISO strings."""

from datetime import date, datetime

from django import template

register = template.Library()


@register.filter
def iso_day(text: str | None) -> date | None:
    """The date that an ISO string says, for the filters of `ui`; an absent one stays absent."""
    return date.fromisoformat(text) if text else None


@register.filter
def iso_moment(text: str) -> datetime:
    """The moment that an ISO string with its offset says."""
    return datetime.fromisoformat(text)
