"""The ways of telling when a content was published, and the window that each of them gives."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from apps.legal.windows import Window
from apps.legal.wording import MONTHS

MONTHS_OFFERED = 24


@dataclass(frozen=True)
class Dating:
    """`fields` are asked when it is chosen; `sentence` tells the field `blamed` what to mend."""

    label: str
    fields: tuple[str, ...]
    window: Callable[[Mapping[str, Any]], Window]
    blamed: str = ""
    sentence: str = ""


DATINGS = {
    "day": Dating(
        "Le site donne le jour exact",
        ("published_on",),
        lambda answers: Window.on_day(answers["published_on"]),
    ),
    "relative": Dating(
        "Le site indique «\u00a0il y a…\u00a0»",
        ("shown_words", "seen_on"),
        lambda answers: Window.relative(answers["shown_words"], answers["seen_on"]),
        "shown_words",
        "Nous ne savons pas lire cette mention. Recopiez-la en toutes lettres, par exemple "
        "«\u00a0il y a 2 mois\u00a0», «\u00a0il y a une semaine\u00a0» ou «\u00a0hier\u00a0».",
    ),
    "between": Dating(
        "Entre deux jours",
        ("earliest", "latest"),
        lambda answers: Window.between(answers["earliest"], answers["latest"]),
        "latest",
        "Le dernier jour possible précède le premier. Vérifiez les deux dates.",
    ),
    "month": Dating(
        "Je connais seulement le mois",
        ("published_month",),
        lambda answers: Window.month(*map(int, answers["published_month"].split("-"))),
    ),
    "unknown": Dating("Je ne sais pas", (), lambda _answers: Window.unknown()),
}


def months_until(today: date) -> Iterator[tuple[str, str]]:
    """The last months as choices, the latest first: « novembre 2026 »."""
    yield "", "Choisissez un mois"
    last = today.year * 12 + today.month - 1
    for index in range(last, last - MONTHS_OFFERED, -1):
        year, month = divmod(index, 12)
        yield f"{year}-{month + 1:02}", f"{MONTHS[month]} {year}"
