"""Form fields and widgets that Django does not have."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Choices, QuerySet
from django.utils.text import capfirst

from apps.legal.wording import MONTHS

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100


def capitalised(ones: Iterable[Choices]) -> list[tuple[Any, str]]:
    """The choices of a closed list, or of some of it, each of which begins a line."""
    return [(one.value, capfirst(one.label)) for one in ones]


class DayWidget(forms.MultiWidget):
    """Three boxes, jj / mm / aaaa: quicker and surer on a phone than a calendar."""

    template_name = "django/forms/widgets/day.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes = [
            forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "maxlength": length})
            for length in (2, 2, 4)
        ]
        super().__init__(boxes, attrs)

    def decompress(self, value: date | None) -> list[str]:
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        names = (("Jour", "jj"), ("Mois", "mm"), ("Année", "aaaa"))
        for box, (label, hint) in zip(context["widget"]["subwidgets"], names, strict=True):
            box |= {"label": label, "hint": hint}
        return context


class DayField(forms.MultiValueField):
    """A day typed in three boxes; cleans to a `date`, and each error says what to mend."""

    widget = DayWidget
    default_error_messages = {
        "required": "Indiquez le jour, le mois et l’année.",
        "incomplete": "Indiquez le jour, le mois et l’année.",
        "digits": "Écrivez la date en chiffres, par exemple 13 11 2026.",
        "year": "Indiquez l’année sur quatre chiffres.",
        "far_year": "Vérifiez l’année\u00a0: %(year)s est trop loin d’aujourd’hui.",
        "month": "Indiquez un mois entre 1 et 12.",
        "day": "Indiquez un jour entre 1 et 31.",
        "unreal": "Le %(day)s %(month)s %(year)s n’existe pas.",
    }

    def __init__(self, **kwargs: Any) -> None:
        boxes = [forms.CharField(required=False) for _ in range(3)]
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def clean(self, value: Sequence[Any] | date | None) -> date | None:
        if isinstance(value, date):  # a disabled field hands over its initial value
            return value
        typed = [str(part or "").strip() for part in value or ()]
        if not any(typed):
            if self.required:
                raise self._error("required")
            return None
        day = self._day(typed)
        self.run_validators(day)
        return day

    def compress(self, data_list: Sequence[Any]) -> date | None:
        return self.clean(data_list)

    def _day(self, typed: list[str]) -> date:
        if not all(typed):
            raise self._error("incomplete")
        if not all(part.isdecimal() for part in typed):
            raise self._error("digits")
        day, month, year = (int(part) for part in typed)
        if len(typed[2]) != 4 or year < 1000:
            raise self._error("year")
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise self._error("far_year", year=year)
        if not 1 <= month <= 12:
            raise self._error("month")
        if not 1 <= day <= 31:
            raise self._error("day")
        try:
            return date(year, month, day)
        except ValueError:
            raise self._error("unreal", day=day, month=MONTHS[month - 1], year=year) from None

    def _error(self, code: str, **params: object) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)


class _HintedRows:
    """Boxes as large rows, each with an optional hint or example under its label."""

    def __init__(self, *args: Any, hints: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = hints or {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        hint = self.hints.get(str(option["value"]), "")
        if hint and "id" in option["attrs"]:
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_hint"
        return option | {"hint": hint}


class RadioRows(_HintedRows, forms.RadioSelect):
    """One answer among several."""


class CheckboxRows(_HintedRows, forms.CheckboxSelectMultiple):
    """None, one or several answers."""


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """None, one or several files; `seal` judges each of them."""

    widget = FilesInput

    def clean(self, data: list[UploadedFile] | None, initial: object = None) -> list[UploadedFile]:
        return list(data or [])


class ConcernedFileField(forms.ModelChoiceField):
    """Which of a practitioner's files something is about, or none in particular.

    The form gives the files to `offer`, `named` says what each is called, `refused` what is wrong
    with any other.
    """

    def __init__(self, *, named: Callable[[Any], str], refused: str) -> None:
        super().__init__(
            label="Dossier concerné",
            queryset=None,
            required=False,
            empty_label="Aucun dossier en particulier",
            to_field_name="reference",
            error_messages={"invalid_choice": refused},
        )
        self.label_from_instance = named

    def offer(self, files: QuerySet[Any]) -> None:
        """These files, the latest first."""
        self.queryset = files.order_by("-declared_at", "-pk")
