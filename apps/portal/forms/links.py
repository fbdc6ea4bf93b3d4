from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.incidents.fingerprints import url_key
from apps.legal.wording import quoted

from .fields import LinkField

MOST_LINKS = 30


class LinksForm(forms.Form):
    """The links of the contents, one on each line; « Je n’ai pas de lien » is a button."""

    links = forms.CharField(
        label="Collez le ou les liens",
        required=False,
        help_text="Un lien par ligne. Chacun devient un contenu, avec sa date et son délai.",
        widget=forms.Textarea(
            {"rows": 4, "inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_links(self) -> list[str]:
        """The links, each page once, in their order."""
        field = LinkField(
            max_length=1000,
            error_messages={
                "invalid": "n’est pas une adresse de page. Copiez-la à nouveau\u00a0: elle "
                "commence par https://",
                "max_length": "est trop long. Copiez l’adresse sans ce qui suit le signe "
                "«\u00a0?\u00a0».",
            },
        )
        typed = [line.strip() for line in self.cleaned_data["links"].splitlines() if line.strip()]
        if len(typed) > MOST_LINKS:
            raise ValidationError(f"Collez {MOST_LINKS}\u00a0liens au plus à la fois.")
        links: dict[str, str] = {}
        errors = []
        for line in typed:
            try:
                link = field.clean(line)
            except ValidationError as error:
                errors.append(f"{quoted(line[:60])}\u00a0: {' '.join(error.messages)}")
            else:
                links.setdefault(url_key(link), link)
        if errors:
            raise ValidationError(errors)
        return list(links.values())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("links") == [] and "no_link" not in self.data:
            self.add_error(
                "links", "Collez au moins un lien, ou choisissez «\u00a0Je n’ai pas de lien\u00a0»."
            )
        return cleaned
