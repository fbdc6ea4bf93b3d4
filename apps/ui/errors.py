"""What is wrong in a form, in words that name the field and say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseForm, BaseFormSet, BoundField


@dataclass(frozen=True)
class Problem:
    """One line of the error summary; `anchor` is the id of what it leads to."""

    message: str
    anchor: str = ""


def problems(form: BaseForm | BaseFormSet[Any]) -> Iterator[Problem]:
    """Every problem of a form or of a set of forms, in the order of the page."""
    if not form.is_bound:
        return
    if isinstance(form, BaseFormSet):
        yield from (Problem(str(message), start(form)) for message in form.non_form_errors())
        for member in form.forms:
            yield from problems(member)
        return
    yield from (Problem(str(message), start(form)) for message in form.non_field_errors())
    for field in form:
        yield from (Problem(message, anchor(field)) for message in messages_of(field))


def anchor(field: BoundField) -> str:
    """The id to go to: a group of boxes has none of its own, so its first box is meant."""
    if field.id_for_label:
        return field.id_for_label
    return f"{field.auto_id}_0" if field.auto_id else ""


def start(form: BaseForm | BaseFormSet[Any]) -> str:
    """Where what concerns the whole form leads to: its first box."""
    if isinstance(form, BaseFormSet):
        return next(map(start, form.forms), "")
    return next(map(anchor, form.visible_fields()), "")


def messages_of(field: BoundField) -> list[str]:
    return [_message(field, error) for error in field.errors.as_data()]


def _message(field: BoundField, error: ValidationError) -> str:
    """Django's « Ce champ est obligatoire. » neither names the field nor says what to do."""
    if error.code == "required" and error.message == forms.Field.default_error_messages["required"]:
        return _request_for(field)
    return " ".join(error.messages)


def _request_for(field: BoundField) -> str:
    name = f"«\u00a0{str(field.label).rstrip(' :')}\u00a0»"
    match field.field:
        case forms.FileField():
            return f"Ajoutez un fichier\u00a0: {name}."
        case forms.BooleanField():
            return f"Cochez la case {name}."
        case forms.EmailField():
            return "Indiquez une adresse e-mail."
        case forms.CharField(widget=forms.PasswordInput()):
            return "Indiquez un mot de passe."
        case forms.ChoiceField():
            return f"Choisissez une réponse à {name}."
        case _:
            return f"Complétez {name}."
