"""Questions that are asked only after some answers to another one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms


class BranchingForm(forms.Form):
    """`asked_when` names, for a field, the question it hangs on and the answers that call for it.

    What was typed in a question that is not asked is neither judged nor used. Without JavaScript
    every question is in sight; `reveal.js` shows those that are asked.
    """

    asked_when: ClassVar[Mapping[str, tuple[str, tuple[str, ...]]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (question, answers) in self.asked_when.items():
            self.fields[name].reveal_when = f"{question}={'|'.join(answers)}"
            self.fields[name].template_name = "components/asked_when.html"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, (question, answers) in self.asked_when.items():
            if self[question].data not in answers:
                self.errors.pop(name, None)
                cleaned.pop(name, None)
        return cleaned

    def typed(self) -> dict[str, str]:
        """What was typed, as it was typed: a draft keeps it and gives it back as data."""
        names = [
            bound.html_name + suffix
            for bound in self
            for suffix in getattr(bound.field.widget, "widgets_names", [""])
        ]
        return {name: self.data.get(name, "") for name in names}
