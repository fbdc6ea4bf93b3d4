"""Days that are told once they are over: none of them may be to come."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms

from apps.legal.civil_days import todays


class PastDaysForm(forms.Form):
    """`to_come` names the fields whose day may not be to come, and what is said when it is.

    `today` is the civil day in Paris. With `at`, the instant of reading, the day in `territory`,
    a department number, is known too: a day is to come once it is later than both.
    """

    to_come: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        *args: Any,
        today: date,
        territory: str = "75",
        at: datetime | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.territory, self.at, self.today = territory, at, today
        self.first_today, self.last_today = todays(at, territory) if at else (today, today)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name, sentence in self.to_come.items():
            if (day := cleaned.get(name)) and day > self.last_today:
                self.add_error(name, sentence)
        return cleaned
