"""What letters say of a deadline on the day they leave."""

from datetime import date

from django import template

from apps.deadlines.models import Deadline
from apps.ui.meanings import Reading, read_clock, read_day

register = template.Library()


@register.simple_tag
def reading_of(deadline: int, act_by: date, today: date) -> Reading:
    """How far the deadline that bears this key has gone on that day; its date alone, once it is no
    longer kept."""
    row = Deadline.objects.filter(pk=deadline).select_related("publication").first()
    return read_clock(row, today) if row else read_day(act_by, today)
