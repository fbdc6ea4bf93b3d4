"""Statutory public holidays (C. trav. art. L. 3133-1 s.), year by year, for each territory."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from dateutil.easter import easter

WHIT_MONDAY = "Lundi de Pentecôte"

# Days that the `holidays` package adds for some of its subdivisions and that the law of
# legal.md §4.5 does not list: local customs, and the territories' own days, which counsel
# has not confirmed. A test compares what is left with an independent calendar.
NOT_STATUTORY: Mapping[str | None, frozenset[str]] = {
    "971": frozenset({"Vendredi saint", "Mi-Carême", "Fête de Victor Schoelcher"}),
    "972": frozenset({"Fête de Victor Schoelcher"}),
    "MF": frozenset({"Fête de Victor Schoelcher"}),
    "NC": frozenset({"Fête de la Citoyenneté"}),
    "PF": frozenset({"Vendredi saint", "Arrivée de l'Évangile", "Fête de l'autonomie", "Matāri'i"}),
    "WF": frozenset({"Saint Pierre Chanel", "Saints Pierre et Paul", "Fête du Territoire"}),
}

# The other day of the abolition of slavery: counsel has not said whether Saint-Martin still keeps
# that of Guadeloupe, so that both are counted (legal.md §18.4).
ALSO_COUNTED: Mapping[str | None, Mapping[tuple[int, int], str]] = {
    "MF": {(5, 27): "Abolition de l'esclavage"},
}


@cache
def public_holidays(subdivision: str | None, year: int) -> Mapping[date, str]:
    """Return the statutory holidays of one year with their French names.

    `subdivision` is the code that the `holidays` package gives to the territory, `None` for
    the eleven days common to the whole country.
    """
    excluded = NOT_STATUTORY.get(subdivision, frozenset())
    import holidays

    calendar = holidays.country_holidays("FR", subdiv=subdivision, years=year, language="fr")
    # Whit Monday stayed a public holiday from 2005 to 2007 although it was worked
    # (Cass. crim. 10 May 2006, n° 05-86.744); the package leaves it out.
    days = {easter(year) + timedelta(days=50): WHIT_MONDAY}
    for (month, number), name in ALSO_COUNTED.get(subdivision, {}).items():
        days[date(year, month, number)] = name
    for day in sorted(calendar):
        names = [name for name in calendar.get_list(day) if name not in excluded]
        if names:
            days[day] = ", ".join(names)
    return MappingProxyType(days)
