"""Days that are told once they are over: none of them may be to come."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms


class PastDaysForm(forms.Form):
    """`to_come` names the fields whose day may not be later than `today`, and what is said then."""

    to_come: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name, sentence in self.to_come.items():
            if (day := cleaned.get(name)) and day > self.today:
                self.add_error(name, sentence)
        return cleaned
