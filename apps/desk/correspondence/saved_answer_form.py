from django import forms
from django.core.exceptions import ValidationError

from apps.correspondence.variables import VARIABLES, UnknownVariable, check_known


class SavedAnswerForm(forms.Form):
    title = forms.CharField(
        label="Titre",
        max_length=80,
        help_text="Ce que vos collègues lisent dans la liste.",
        error_messages={"required": "Donnez un titre."},
    )
    body = forms.CharField(
        label="Texte",
        max_length=10_000,
        help_text="Variables\u00a0: "
        + ", ".join(f"{{{name}}} pour {meaning}" for name, meaning in VARIABLES.items())
        + ".",
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": "Écrivez le texte."},
    )

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"]
        try:
            check_known(body)
        except UnknownVariable as error:
            raise ValidationError(str(error)) from error
        return body
