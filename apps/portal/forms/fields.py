"""Fields that read what people really type on a phone."""

import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from apps.ui.fields import RadioRows


class LinkField(forms.URLField):
    """A public web address, with or without its `https://`; no other scheme."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {
        "app_only": "Ce lien ne s’ouvre que dans une application. Laissez la case vide et ajoutez "
        "une capture d’écran à l’étape des preuves.",
        "private": "Cette adresse ne s’ouvre que sur votre appareil ou votre réseau. Copiez celle "
        "de la page publique, ou laissez la case vide.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)

    def clean(self, value: Any) -> str:
        typed = str(value or "").strip()
        if APP_LINK.match(typed):
            raise ValidationError(self.error_messages["app_only"], code="app_only")
        address = super().clean(typed)
        if address and _is_private(urlsplit(address).hostname or ""):
            raise ValidationError(self.error_messages["private"], code="private")
        return address


# The schemes by which telephones open an application rather than a page.
APP_LINK = re.compile(
    r"(?:fb|fb-messenger|instagram|whatsapp|twitter|x|tiktok|snssdk\d*|snapchat|tg|comgooglemaps|"
    r"googlemaps|geo|maps|intent|android-app|ios-app|market|linkedin|nextdoor)://?",
    re.IGNORECASE,
)


def _is_private(host: str) -> bool:
    """Does this host only exist on a device or on a local network?"""
    try:
        return not ip_address(host).is_global
    except ValueError:
        name = host.rstrip(".").lower()
        return "." not in name or name.endswith((".localhost", ".local", ".internal", ".lan"))


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


def _without_spaces(value: object) -> str:
    return "".join(str(value or "").split())
