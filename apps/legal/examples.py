"""Worked examples: dates written by hand from rulings and calendars, never computed.

docs/law.md prints them for counsel and the tests check every one against the arithmetic.
"""

from dataclasses import dataclass
from datetime import date, datetime

from .acts import ActDone
from .enquiry_acts import acts_done
from .windows import Window


@dataclass(frozen=True)
class Example:
    """A dated case. A date left empty is not part of what the source says.

    `possible_until` is the last day that another reading leaves, once `legal_last_day` has passed.
    `last_office_day` is the last working day not after `legal_last_day`: information only.
    `confirmed_by` names the lawyer who checked the row, once one has.
    """

    id: str
    window: Window
    legal_last_day: date
    source: str
    rule_code: str = "PRESS_3M"
    territory: str = "75"
    acts: tuple[ActDone, ...] = ()
    act_by: date | None = None
    last_service_day: date | None = None
    last_office_day: date | None = None
    possible_until: date | None = None
    confirmed_by: str = ""


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _plain(id: str, start: str, end: str, source: str, rule_code: str = "PRESS_3M") -> Example:
    return Example(id, Window.on_day(_day(start)), _day(end), source, rule_code)


def _calendar(id: str, start: str, end: str, service: str, office: str) -> Example:
    return Example(
        id,
        Window.on_day(_day(start)),
        _day(end),
        "calendrier",
        last_service_day=_day(service),
        last_office_day=_day(office),
    )


def _operational(id: str, start: str, end: str, act_by: str, source: str) -> Example:
    return Example(id, Window.on_day(_day(start)), _day(end), source, act_by=_day(act_by))


def _instant(id: str, instant: str, start: str, end: str, territory: str = "75") -> Example:
    window = Window.at_instant(datetime.fromisoformat(instant), territory)
    source = f"instant {instant}, jour retenu {start}"
    return Example(id, window, _day(end), source, territory=territory)


def _after(
    id: str,
    start: str,
    acts: str,
    end: str,
    source: str,
    rule_code: str = "PRESS_3M",
    possible_until: str = "",
) -> Example:
    """The acts are written as in `manage.py limitation --act`."""
    return Example(
        id,
        Window.on_day(_day(start)),
        _day(end),
        source,
        rule_code,
        acts=tuple(acts_done(acts.split(), route="", today=date.max, day=_day)),
        possible_until=_day(possible_until) if possible_until else None,
    )


SUIT = (
    "2026-04-15:ASSIGNATION",
    "2026-04-22:PLACEMENT",
    "2026-07-20:CONCLUSIONS_NOTIFIEES",
    "2026-10-19:CONCLUSIONS_NOTIFIEES",
)
NO_ACT = (
    "2026-04-10:MISE_EN_DEMEURE 2026-04-11:PLAINTE_SIMPLE 2026-04-12:NOTIFICATION_DSA "
    "2026-04-13:CONSTAT"
)

EXAMPLES: tuple[Example, ...] = (
    # A. Rulings.
    _plain("A1", "2011-08-23", "2011-11-23", "Cass. crim. 12 nov. 2014, n° 13-84.444 (C1)"),
    _plain("A2", "2016-12-14", "2017-03-14", "C4"),
    _plain("A3", "2002-08-03", "2002-11-03", "TGI Paris 29 oct. 2003 (C2)"),
    # B. Edges of the calendar.
    _calendar("B1", "2025-11-28", "2026-02-28", "2026-02-28", "2026-02-27"),
    _calendar("B3", "2025-11-30", "2026-02-28", "2026-02-28", "2026-02-27"),
    _calendar("B4", "2023-11-29", "2024-02-29", "2024-02-29", "2024-02-29"),
    _calendar("B6", "2026-11-30", "2027-02-28", "2027-02-27", "2027-02-26"),
    _calendar("B8", "2024-02-29", "2024-05-29", "2024-05-29", "2024-05-29"),
    _calendar("B9", "2026-01-31", "2026-04-30", "2026-04-30", "2026-04-30"),
    _calendar("B10", "2026-03-31", "2026-06-30", "2026-06-30", "2026-06-30"),
    _calendar("B11", "2026-05-31", "2026-08-31", "2026-08-31", "2026-08-31"),
    _calendar("B13", "2025-12-31", "2026-03-31", "2026-03-31", "2026-03-31"),
    _calendar("B14", "2026-02-14", "2026-05-14", "2026-05-13", "2026-05-13"),
    _calendar("B15", "2026-02-01", "2026-05-01", "2026-04-30", "2026-04-30"),
    _calendar("B17", "2026-01-06", "2026-04-06", "2026-04-04", "2026-04-03"),
    _calendar("B19", "2026-04-14", "2026-07-14", "2026-07-13", "2026-07-13"),
    _calendar("B21", "2026-08-11", "2026-11-11", "2026-11-10", "2026-11-10"),
    _calendar("B22", "2026-08-15", "2026-11-15", "2026-11-14", "2026-11-13"),
    _calendar("B23", "2026-09-25", "2026-12-25", "2026-12-24", "2026-12-24"),
    _calendar("B25", "2026-10-01", "2027-01-01", "2026-12-31", "2026-12-31"),
    _calendar("B26", "2026-11-23", "2027-02-23", "2027-02-23", "2027-02-23"),
    # The date that drives everything.
    _operational("O1", "2026-01-15", "2026-04-15", "2026-04-14", "jour ordinaire"),
    _operational("O2", "2026-02-14", "2026-05-14", "2026-05-13", "Ascension"),
    _operational("O3", "2026-08-15", "2026-11-15", "2026-11-13", "dimanche, on remonte"),
    _operational("O4", "2025-11-30", "2026-02-28", "2026-02-27", "fin de mois"),
    _operational("O5", "2027-11-30", "2028-02-29", "2028-02-28", "année bissextile"),
    # C. One year.
    _plain("C1", "2024-02-29", "2025-02-28", "L. 1881 art. 65-3", "PRESS_1Y"),
    _plain("C3", "2025-02-28", "2026-02-28", "L. 1881 art. 65-3", "PRESS_1Y"),
    _plain("C5", "2023-03-01", "2024-03-01", "L. 1881 art. 65-3", "PRESS_1Y"),
    _plain("C6", "2026-06-15", "2027-06-15", "L. 1881 art. 65-3", "PRESS_1Y"),
    # D. Five and six years. The civil term ends a day before its anniversary.
    _plain("D1", "2024-03-10", "2029-03-09", "C. civ. art. 2224, 2228, 2229", "CIVIL_5Y"),
    _plain("D2", "2020-02-29", "2025-02-27", "C. civ. art. 2224, 2228, 2229", "CIVIL_5Y"),
    _plain("D3", "2020-02-29", "2026-02-28", "CPP art. 8", "DELIT_6Y"),
    _plain("D4", "2026-06-15", "2032-06-15", "CPP art. 8", "DELIT_6Y"),
    # E. Instants: nights of clock change, midnight, territories.
    _instant("E1", "2026-03-10T22:30Z", "2026-03-10", "2026-06-10"),
    _instant("E2", "2026-03-10T23:30Z", "2026-03-11", "2026-06-11"),
    _instant("E3", "2026-03-28T23:30Z", "2026-03-29", "2026-06-29"),
    _instant("E5", "2026-10-24T22:30Z", "2026-10-25", "2027-01-25"),
    _instant("E6", "2026-10-25T22:30Z", "2026-10-25", "2027-01-25"),
    _instant("E8", "2025-12-31T23:15Z", "2026-01-01", "2026-04-01"),
    _instant("E9", "2026-08-16T08:00Z", "2026-08-15", "2026-11-15", territory="987"),
    _instant("E10", "2026-08-15T21:00Z", "2026-08-15", "2026-11-15", territory="974"),
    # F. A civil suit: an act at least every three months.
    _after("F0", "2026-01-20", "", "2026-04-20", "aucun acte"),
    _after("F1", "2026-01-20", " ".join(SUIT[:1]), "2026-07-15", "I20"),
    _after("F2", "2026-01-20", " ".join(SUIT[:2]), "2026-07-22", "C10"),
    _after("F3", "2026-01-20", " ".join(SUIT[:3]), "2026-10-20", "I20"),
    _after("F4", "2026-01-20", " ".join(SUIT), "2027-01-19", "I20"),
    _after("F5", "2026-01-20", NO_ACT, "2026-04-20", "I1, I2"),
    _after("F6", "2026-01-20", "2026-04-15:ASSIGNATION_NULLE", "2026-04-20", "I6"),
    _after(
        "F7",
        "2026-01-20",
        "2026-04-15:ASSIGNATION:irregulier 2026-04-17:PLACEMENT",
        "2026-04-20",
        "assignation nulle\u00a0: la remise au greffe tombe avec elle (legal.md §18.1)",
    ),
    _after(
        "F8",
        "2026-01-20",
        "2026-04-15:SIGNIFICATION",
        "2026-04-20",
        "signification sans procédure ouverte (legal.md §18.1)",
    ),
    _after(
        "F9",
        "2026-01-20",
        "2026-04-19:ASSIGNATION",
        "2026-04-20",
        "signifiée un dimanche, sans autorisation du juge (CPC art. 664)",
    ),
    _after(
        "F10",
        "2026-01-20",
        "2026-04-19:ASSIGNATION:autorise",
        "2026-07-19",
        "signifiée un dimanche, avec l’autorisation du juge (CPC art. 664)",
    ),
    _after(
        "F11",
        "2025-09-20",
        "2025-12-15:ASSIGNATION 2026-03-10:ORDONNANCE_DE_CLOTURE",
        "2026-06-10",
        "2e civ. 29 avr. 2004, n° 01-14.108\u00a0; suspension discutée jusqu’au jugement",
    ),
    _after(
        "F12",
        "2025-09-20",
        "2025-12-15:ASSIGNATION 2026-03-10:ORDONNANCE_DE_CLOTURE 2026-09-15:JUGEMENT",
        "2026-12-15",
        "jugement après clôture, jamais tardif\u00a0: 1re civ. 20 mars 2007, n° 06-10.352",
    ),
    _after(
        "F13",
        "2026-01-20",
        "2026-04-15:ASSIGNATION 2026-07-06:RENVOI",
        "2026-07-15",
        "renvoi devant le juge civil, sans effet (I14)",
    ),
    _after(
        "F14",
        "2026-01-20",
        "2026-04-15:CITATION_DIRECTE 2026-07-06:RENVOI",
        "2026-10-06",
        "renvoi devant le juge pénal\u00a0: crim. 20 mai 2014",
    ),
    # G. Complaint with civil-party claim: time stands still until the deposit is paid.
    _after(
        "G1",
        "2012-06-28",
        "2012-09-11:PLAINTE_CPC:consignation=2012-10-25",
        "2013-01-25",
        "faits de Cass. crim. 30 mars 2016, n° 15-81.606 (I3)\u00a0; premier des trois articles",
    ),
    _after(
        "G2",
        "2026-01-20",
        "2026-04-10:PLAINTE_CPC:delai=2026-05-11",
        "2026-04-20",
        "consignation attendue\u00a0: sous condition",
    ),
    _after(
        "G3",
        "2026-01-20",
        "2026-04-10:PLAINTE_CPC:delai=2026-05-11,consignation=2026-05-04",
        "2026-08-04",
        "consignation versée dans le délai du juge",
    ),
    _after(
        "G4",
        "2026-01-20",
        "2026-04-10:PLAINTE_CPC:delai=2026-05-11,consignation=2026-05-12",
        "2026-04-20",
        "consignation versée après le délai du juge",
    ),
    _after(
        "G5",
        "2026-01-20",
        "2026-04-10:PLAINTE_CPC:dispense",
        "2026-07-10",
        "dispense de consignation\u00a0: le délai court du dépôt",
    ),
    # H. Relative dates and local holidays.
    Example(
        "H1",
        Window.relative("il y a 2 mois", _day("2026-11-23")),
        _day("2026-11-23"),
        "du 23 août au 23 septembre 2026",
        act_by=_day("2026-11-20"),
        possible_until=_day("2026-12-23"),
    ),
    Example(
        "H2",
        Window.on_day(_day("2026-01-03")),
        _day("2026-04-03"),
        "Vendredi saint à Strasbourg",
        territory="67",
        act_by=_day("2026-04-02"),
        last_service_day=_day("2026-04-02"),
    ),
    Example(
        "H3",
        Window.on_day(_day("2027-09-20")),
        _day("2027-12-20"),
        "abolition de l’esclavage, lundi 20 décembre 2027",
        territory="974",
        act_by=_day("2027-12-17"),
        last_service_day=_day("2027-12-18"),
    ),
    # J. Two ends: the earliest day drives, and another may be the right one.
    Example(
        "J1",
        Window.between(_day("2026-08-25"), _day("2026-11-20")),
        _day("2026-11-25"),
        "fenêtre ouverte à ses deux bouts",
        act_by=_day("2026-11-24"),
        possible_until=_day("2027-02-20"),
    ),
    _after(
        "J2",
        "2025-01-10",
        "2025-06-03:SOIT_TRANSMIS",
        "2026-01-10",
        "soit-transmis, à confirmer par l’avocat\u00a0: crim. 11 mars 2025, n° 24-80.572",
        "PRESS_1Y",
        possible_until="2026-06-03",
    ),
    # K. Right of reply that was refused: three months to sue, then an act every three months.
    _plain("K1", "2026-09-14", "2026-12-14", "1re civ. 29 mars 2023", "REPLY_RIGHT_ACTION"),
    _after(
        "K2",
        "2026-05-11",
        "2026-07-28:ASSIGNATION_REFERE",
        "2026-10-28",
        "1re civ. 29 mars 2023, n° 22-10.875",
        "REPLY_RIGHT_ACTION",
    ),
)
