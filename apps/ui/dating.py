"""When a content was published: five ways of telling it, and the window that each of them gives."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from apps.legal.mentions import Mention, read_mention
from apps.legal.windows import UnreadableDate, Window
from apps.legal.wording import MONTHS

from .branching import BranchingForm
from .fields import DayField, RadioRows
from .past_days import PastDaysForm

MONTHS_OFFERED = 24
NOT_DATED = "Indiquez la date de publication, ou choisissez «\u00a0Je ne sais pas\u00a0»."


@dataclass(frozen=True)
class Dating:
    """`fields` are asked when it is chosen; `mention` reads their answers in a territory.

    The field `blamed` tells what is wrong: with `sentence`, or as the law words it.
    """

    label: str
    fields: tuple[str, ...]
    mention: Callable[[Mapping[str, Any], str], Mention]
    blamed: str = ""
    sentence: str = ""


DATINGS = {
    "day": Dating(
        "Le site donne le jour exact",
        ("published_on",),
        lambda answers, _territory: Mention(Window.on_day(answers["published_on"])),
    ),
    "relative": Dating(
        "Le site indique «\u00a0il y a…\u00a0»",
        ("shown_words", "seen_on"),
        lambda answers, territory: read_mention(
            answers["shown_words"], seen_on=answers["seen_on"], territory=territory
        ),
        "shown_words",
    ),
    "between": Dating(
        "Entre deux jours",
        ("earliest", "latest"),
        lambda answers, _territory: Mention(Window.between(answers["earliest"], answers["latest"])),
        "latest",
        "Le dernier jour possible précède le premier. Vérifiez les deux dates.",
    ),
    "month": Dating(
        "Je connais seulement le mois",
        ("published_month",),
        lambda answers, _territory: Mention(
            Window.month(*map(int, answers["published_month"].split("-")))
        ),
    ),
    "unknown": Dating("Je ne sais pas", (), lambda _answers, _territory: Mention(Window.unknown())),
}


class WindowForm(PastDaysForm, BranchingForm):
    """When a content was put on line, as far as anybody can tell.

    A valid form gives `cleaned_data["window"]`, that of the first posting, and
    `cleaned_data["edit"]`, that of an edit when the words shown by the site date one, else `None`.
    """

    dating = forms.ChoiceField(
        label="Quand ce contenu a-t-il été publié\u00a0?",
        help_text="C’est cette date qui fait courir le délai pour agir.",
        choices=[(code, dating.label) for code, dating in DATINGS.items()],
        widget=RadioRows,
        error_messages={"required": NOT_DATED},
    )
    published_on = DayField(label="Jour de publication", error_messages={"required": NOT_DATED})
    shown_words = forms.CharField(
        label="La mention affichée par le site",
        max_length=60,
        help_text="Par exemple «\u00a0il y a 2 mois\u00a0» ou «\u00a0hier\u00a0».",
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={
            "required": "Recopiez la mention affichée par le site, par exemple «\u00a0il y a "
            "2 mois\u00a0».",
            "max_length": "Recopiez seulement la mention, par exemple «\u00a0il y a 2 mois\u00a0».",
        },
    )
    seen_on = DayField(
        label="Jour où vous avez relevé cette mention",
        help_text="Aujourd’hui, ou le jour de votre capture d’écran.",
        error_messages={"required": "Indiquez le jour où vous avez relevé cette mention."},
    )
    earliest = DayField(
        label="Premier jour possible",
        error_messages={"required": "Indiquez le premier jour possible."},
    )
    latest = DayField(
        label="Dernier jour possible",
        error_messages={"required": "Indiquez le dernier jour possible."},
    )
    published_month = forms.ChoiceField(
        label="Mois de publication",
        help_text="Plus ancien\u00a0? Choisissez «\u00a0Entre deux jours\u00a0».",
        error_messages={"required": "Choisissez le mois de publication."},
    )
    to_come = {
        "published_on": "La date de publication est dans le futur. Vérifiez-la.",
        "earliest": "Le premier jour possible est dans le futur. Vérifiez-le.",
        "latest": "Le dernier jour possible est dans le futur. Vérifiez-le.",
        "seen_on": "Le jour où vous avez relevé cette mention est dans le futur. Vérifiez-le.",
    }
    asked_when = {
        field: ("dating", (code,)) for code, dating in DATINGS.items() for field in dating.fields
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"seen_on": self.first_today, **self.initial}
        self.fields["published_month"].choices = list(months_until(self.last_today))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if mention := self._mention(cleaned):
            cleaned["window"], cleaned["edit"] = mention.first, mention.edit
            if mention.edit and self.is_about_an_edit():
                cleaned["window"], cleaned["edit"] = mention.edit, None
        return cleaned

    def is_about_an_edit(self) -> bool:
        """Is the day asked for that of an edit? It is no first posting that came before it."""
        return False

    def _mention(self, cleaned: dict[str, Any]) -> Mention | None:
        dating = DATINGS.get(cleaned.get("dating", ""))
        if dating is None or not all(name in cleaned for name in dating.fields):
            return None
        try:
            return dating.mention(cleaned, self.territory)
        except UnreadableDate as error:
            self.add_error(dating.blamed, dating.sentence or str(error))
            return None


def months_until(today: date) -> Iterator[tuple[str, str]]:
    """The last months as choices, the latest first: « novembre 2026 »."""
    yield "", "Choisissez un mois"
    last = today.year * 12 + today.month - 1
    for index in range(last, last - MONTHS_OFFERED, -1):
        year, month = divmod(index, 12)
        yield f"{year}-{month + 1:02}", f"{MONTHS[month]} {year}"
