"""A report made to a platform, as those who made it tell it: each audience in its own words."""

from typing import Any

from .past_days import PastDaysForm


class ReportForm(PastDaysForm):
    """Asks `reason_without_proof` of those who have no proof of what they reported."""

    def __init__(self, *args: Any, proved: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if proved:
            del self.fields["reason_without_proof"]
