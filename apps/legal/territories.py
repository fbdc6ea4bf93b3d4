"""Where the practitioner works: time zone, public holidays, days on which one can act."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from .public_holidays import public_holidays
from .wording import quoted

SATURDAY, SUNDAY = 5, 6
PARIS = ZoneInfo("Europe/Paris")


class UnknownTerritory(LookupError):
    """No territory bears this department number; the message is in French."""


@dataclass(frozen=True)
class Territory:
    """A department number with the clock and the calendar that apply there.

    `calendar` is the subdivision of the `holidays` package, `None` for the common holidays.
    `caution` is a French sentence printed with every date when the calendar is incomplete.
    """

    code: str
    name: str
    zone: ZoneInfo = PARIS
    calendar: str | None = None
    caution: str = ""

    def holiday(self, day: date) -> str | None:
        """Return the French name of the public holiday, `None` on any other day."""
        return public_holidays(self.calendar, day.year).get(day)

    def is_business_day(self, day: date) -> bool:
        """Tell whether lawyers, registries and judges work: neither week-end nor holiday."""
        return day.weekday() not in (SATURDAY, SUNDAY) and self.holiday(day) is None

    def is_service_day(self, day: date) -> bool:
        """Tell whether a bailiff may serve: neither Sunday nor holiday (art. 664 CPC)."""
        return day.weekday() != SUNDAY and self.holiday(day) is None

    def last_business_day(self, day: date) -> date:
        """Return the latest business day that is not after `day`."""
        while not self.is_business_day(day):
            day -= timedelta(days=1)
        return day

    def last_service_day(self, day: date) -> date:
        """Return the latest day, not after `day`, on which a bailiff may serve."""
        while not self.is_service_day(day):
            day -= timedelta(days=1)
        return day


def territory(code: str) -> Territory:
    """Return the territory of a department number such as "75", "2A" or "974".

    Raises `UnknownTerritory` when France has no such department or collectivity.
    """
    try:
        return TERRITORIES[code.upper()]
    except KeyError:
        raise UnknownTerritory(
            f"Territoire inconnu\u00a0: {quoted(code)}. Donner un numéro de département, "
            "par exemple 75, 2A, 67 ou 974."
        ) from None


def is_business_day(day: date, territory_code: str) -> bool:
    """Tell whether `day` is neither Saturday, Sunday nor a public holiday there."""
    return territory(territory_code).is_business_day(day)


def is_service_day(day: date, territory_code: str) -> bool:
    """Tell whether `day` is neither Sunday nor a public holiday there (art. 664 CPC)."""
    return territory(territory_code).is_service_day(day)


LOCAL_DAYS_NOT_COUNTED = (
    "Les jours fériés propres à ce territoire ({days}) ne sont pas encore validés et ne sont pas "
    "comptés\u00a0: vérifier sur place que les études et les greffes sont ouverts."
)
METROPOLITAN_CODES = [f"{n:02}" for n in range(1, 96) if n != 20] + ["2A", "2B"]
ALSACE_MOSELLE = {"57": "57", "67": "6AE", "68": "6AE"}
OVERSEAS = (
    Territory(
        "971",
        "Guadeloupe",
        ZoneInfo("America/Guadeloupe"),
        "971",
        LOCAL_DAYS_NOT_COUNTED.format(
            days="Mi-Carême, Vendredi saint, 21 juillet (Victor Schoelcher)"
        ),
    ),
    Territory(
        "972",
        "Martinique",
        ZoneInfo("America/Martinique"),
        "972",
        LOCAL_DAYS_NOT_COUNTED.format(days="21 juillet (Victor Schoelcher)"),
    ),
    Territory("973", "Guyane", ZoneInfo("America/Cayenne"), "973"),
    Territory("974", "La Réunion", ZoneInfo("Indian/Reunion"), "974"),
    Territory("975", "Saint-Pierre-et-Miquelon", ZoneInfo("America/Miquelon"), "PM"),
    Territory("976", "Mayotte", ZoneInfo("Indian/Mayotte"), "976"),
    Territory("977", "Saint-Barthélemy", ZoneInfo("America/St_Barthelemy"), "BL"),
    Territory(
        "978",
        "Saint-Martin",
        ZoneInfo("America/Marigot"),
        "MF",
        LOCAL_DAYS_NOT_COUNTED.format(days="21 juillet (Victor Schoelcher)"),
    ),
    Territory(
        "986",
        "Wallis-et-Futuna",
        ZoneInfo("Pacific/Wallis"),
        "WF",
        LOCAL_DAYS_NOT_COUNTED.format(days="28 avril, 29 juin, 29 juillet"),
    ),
    Territory(
        "987",
        "Polynésie française",
        ZoneInfo("Pacific/Tahiti"),
        "PF",
        LOCAL_DAYS_NOT_COUNTED.format(days="5 mars, Vendredi saint, 20 novembre"),
    ),
    Territory(
        "988",
        "Nouvelle-Calédonie",
        ZoneInfo("Pacific/Noumea"),
        "NC",
        LOCAL_DAYS_NOT_COUNTED.format(days="24 septembre"),
    ),
)
TERRITORIES = (
    {code: Territory(code, "France métropolitaine") for code in METROPOLITAN_CODES}
    | {
        code: Territory(code, "Alsace-Moselle", calendar=calendar)
        for code, calendar in ALSACE_MOSELLE.items()
    }
    | {place.code: place for place in OVERSEAS}
)
