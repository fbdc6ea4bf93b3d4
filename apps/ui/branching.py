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
            self.fields[name].reveal_when = f"{self.add_prefix(question)}={'|'.join(answers)}"
            self.fields[name].template_name = "components/asked_when.html"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, (question, answers) in self.asked_when.items():
            if self[question].data not in answers:
                self.errors.pop(name, None)
                cleaned.pop(name, None)
        return cleaned

    def typed(self) -> dict[str, Any]:
        """What was typed, as it was typed: a draft keeps it and gives it back as data.

        Several ticks under one question are a list.
        """
        answers: dict[str, Any] = {}
        for bound in self:
            widget = bound.field.widget
            if getattr(widget, "allow_multiple_selected", False):
                answers[bound.html_name] = widget.value_from_datadict(
                    self.data, {}, bound.html_name
                )
                continue
            for suffix in getattr(widget, "widgets_names", [""]):
                name = bound.html_name + suffix
                answers[name] = self.data.get(name, "")
        return answers
