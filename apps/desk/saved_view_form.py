from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.accounts.models import User
from apps.casework.queue_facts import has_saved_view


class SavedViewForm(forms.Form):
    name = forms.CharField(
        label="Nom de la vue",
        max_length=60,
        error_messages={
            "required": "Donnez un nom à cette vue.",
            "max_length": "Ce nom est trop long\u00a0: 60 caractères au plus.",
        },
    )
    is_shared = forms.BooleanField(label="Visible par toute l’équipe", required=False)

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if has_saved_view(self.owner, name):
            raise ValidationError("Vous avez déjà une vue de ce nom. Choisissez-en un autre.")
        return name
