"""Fields that read what people really type on a phone."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator

from apps.ui.fields import RadioRows


class LinkField(forms.URLField):
    """A web address, with or without its `https://`; no other scheme."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)


class CountField(forms.IntegerField):
    """A whole number, as people write it: « 5 000 »."""

    widget = forms.TextInput({"inputmode": "numeric"})

    def to_python(self, value: object) -> int | None:
        return super().to_python(_without_spaces(value))


class EurosField(forms.DecimalField):
    """An amount in euros, as people write it: « 1 250,50 »."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal"})
        super().__init__(max_digits=8, decimal_places=2, localize=True, widget=widget, **kwargs)

    def to_python(self, value: object) -> Any:
        return super().to_python(_without_spaces(value))


class YesNoField(forms.TypedChoiceField):
    """Two large rows, so that « Non » is an answer and not a box left alone."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("yes", "Oui"), ("no", "Non")]
        super().__init__(
            choices=choices, coerce=lambda answer: answer == "yes", widget=RadioRows, **kwargs
        )


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """None, one or several files; `seal` judges each of them."""

    widget = FilesInput

    def clean(self, data: list[UploadedFile] | None, initial: object = None) -> list[UploadedFile]:
        return list(data or [])


def _without_spaces(value: object) -> str:
    return "".join(str(value or "").split())
