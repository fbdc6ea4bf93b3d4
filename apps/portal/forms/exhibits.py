from collections.abc import Iterable
from typing import Any

from django import forms

from apps.exhibits.formats import accept_attribute, accepted_files_sentence
from apps.exhibits.models import Exhibit
from apps.incidents.models import Review
from apps.ui.fields import FilesField, FilesInput, RadioRows, capitalised

from .fields import LinkField


def _kind_field(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=capitalised(Exhibit.Kind),
        coerce=Exhibit.Kind,
        initial=Exhibit.Kind.CAPTURE,
        widget=RadioRows,
    )


class ExhibitsForm(forms.Form):
    """Several files at once, all of the same kind; each may be made precise afterwards."""

    kind = _kind_field("Que montrent ces fichiers\u00a0?")
    files = FilesField(
        label="Fichiers",
        required=False,
        widget=FilesInput({"accept": accept_attribute()}),
        help_text=accepted_files_sentence(),
    )


class DescribeForm(forms.Form):
    """What a file of a draft is, the page it shows, the contents it proves."""

    kind = _kind_field("Que montre ce fichier\u00a0?")
    declared_url = LinkField(
        label="Page montrée",
        required=False,
        max_length=1000,
        help_text="L’adresse de la page, si elle ne se lit pas sur l’image.",
        error_messages={
            "invalid": "Ce lien n’est pas une adresse de page. Copiez-le à nouveau, il commence "
            "par https://, ou laissez la case vide.",
            "max_length": "Ce lien est trop long. Copiez l’adresse de la page sans ce qui suit "
            "le signe «\u00a0?\u00a0».",
        },
    )
    contents = forms.TypedMultipleChoiceField(
        label="Ce qu’il prouve",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, contents: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contents"].choices = list(contents)


class LinkForm(forms.Form):
    """The contents that an exhibit of a file shows."""

    reviews = forms.ModelMultipleChoiceField(
        label="Cette pièce montre",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, exhibit: Exhibit, **kwargs: Any) -> None:
        super().__init__(*args, initial={"reviews": list(exhibit.reviews.all())}, **kwargs)
        self.fields["reviews"].queryset = exhibit.incident.reviews.order_by("number")
        self.fields["reviews"].label_from_instance = _excerpt


class ReplaceForm(forms.Form):
    file = forms.FileField(
        label="Le nouveau fichier",
        widget=forms.FileInput({"accept": accept_attribute()}),
        help_text=accepted_files_sentence(),
        error_messages={
            "required": "Choisissez le nouveau fichier.",
            "empty": "Ce fichier est vide. Choisissez-le à nouveau.",
        },
    )


class WithdrawForm(forms.Form):
    reason = forms.TypedChoiceField(
        label="Pourquoi la retirer\u00a0?",
        choices=capitalised(Exhibit.Withdrawal),
        coerce=Exhibit.Withdrawal,
        widget=RadioRows,
        error_messages={"required": "Dites pourquoi vous retirez cette pièce."},
    )


def excerpt(number: int, words: str) -> str:
    """« Contenu n° 2 : Un incapable… », to tick."""
    short = words if len(words) <= 60 else f"{words[:60].rstrip()}…"
    return f"Contenu n°\u00a0{number}\u00a0: {short}"


def _excerpt(review: Review) -> str:
    return excerpt(review.number, review.words)
