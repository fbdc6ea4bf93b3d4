"""Forms that join files, part them, or say whether they come from the same author."""

from collections.abc import Iterable
from typing import Any

from django import forms

from apps.incidents.models import Incident, Merge, Review
from apps.ui.fields import capitalised
from apps.ui.wording import moment

THIS, OTHER = "this", "other"


class MergeForm(forms.Form):
    """`files` are those that may be joined to the file of the page."""

    other = forms.ChoiceField(
        label="Quel autre dossier de ce sociétaire\u00a0?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choisissez l’autre dossier.",
            "invalid_choice": "Choisissez un des dossiers de la liste.",
        },
    )
    kept = forms.ChoiceField(
        label="Lequel garder\u00a0?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez le dossier à garder."},
    )
    reason = forms.ChoiceField(
        label="Pourquoi",
        choices=capitalised(Merge.Reason),
        widget=forms.RadioSelect,
        error_messages={"required": "Dites pourquoi les réunir."},
    )
    words = forms.CharField(
        label="Précision",
        required=False,
        max_length=2_000,
        help_text="Nécessaire pour un autre motif. Le sociétaire ne la voit pas.",
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(
        self, *args: Any, incident: Incident, files: Iterable[Incident], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.files = {file.reference: file for file in files}
        self.fields["other"].choices = [(key, _described(file)) for key, file in self.files.items()]
        self.fields["kept"].choices = [
            (THIS, f"Celui-ci, {incident.reference}"),
            (OTHER, "L’autre\u00a0: celui-ci en est le double"),
        ]

    def clean(self) -> dict[str, Any]:
        """Another reason is said in words."""
        cleaned = super().clean() or {}
        is_other = cleaned.get("reason") == Merge.Reason.OTHER
        if is_other and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", "Dites ce motif en quelques mots.")
        return cleaned

    @property
    def keeps_other(self) -> bool:
        return self.cleaned_data["kept"] == OTHER

    @property
    def other_file(self) -> Incident:
        return self.files[self.cleaned_data["other"]]


class SplitForm(forms.Form):
    reviews = forms.ModelMultipleChoiceField(
        label="Contenus à séparer",
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choisissez au moins un contenu.",
            "invalid_choice": "Un de ces contenus n’est plus dans ce dossier\u00a0: relisez-le.",
            "invalid_pk_value": "Choisissez des contenus de la liste.",
        },
    )

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reviews"]
        field.queryset = incident.reviews.select_related("platform").order_by("number")
        field.label_from_instance = _content


class DismissAuthorForm(forms.Form):
    reason = forms.CharField(
        label="Pourquoi ce n’est pas le même auteur",
        max_length=2_000,
        help_text="Pour vos collègues seulement.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Dites pourquoi ce n’est pas le même auteur."},
    )


def _described(file: Incident) -> str:
    whose = f"suivi par {file.handler}" if file.handler else "suivi par personne"
    return f"{file.reference}, déclaré le {moment(file.declared_at)}, {whose}"


def _content(review: Review) -> str:
    where = review.platform or "plateforme non reconnue"
    return f"Contenu n°\u00a0{review.number} – {where}"
