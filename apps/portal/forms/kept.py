from typing import Self

from django import forms


class KeptForm(forms.Form):
    """A form of a draft: what was typed in it waits there, perhaps half typed."""

    was_complete: bool | None = None  # not judged yet

    def judged(self) -> Self:
        """Judged without a word of blame: its page says what is wrong only when it is sent."""
        self.was_complete = self.is_valid()
        self.errors.clear()
        return self

    def is_valid(self) -> bool:
        """As it was judged, now that its errors are put away; else, as every form."""
        return super().is_valid() if self.was_complete is None else self.was_complete
