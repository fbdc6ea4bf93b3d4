import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

NUMBER = re.compile(r"\+?\d[\d .()-]{6,18}")


class CallBackForm(forms.Form):
    phone = forms.CharField(
        label="Votre numéro",
        max_length=20,
        help_text="Nous ne nous en servons que pour cet appel.",
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel", "type": "tel"}),
        error_messages={
            "required": "Indiquez le numéro où vous joindre.",
            "max_length": "Ce numéro est trop long. Écrivez-le en chiffres.",
        },
    )

    def clean_phone(self) -> Any:
        phone: str = self.cleaned_data["phone"]
        if not NUMBER.fullmatch(phone):
            raise ValidationError("Écrivez le numéro en chiffres, par exemple 06 12 34 56 78.")
        return phone
