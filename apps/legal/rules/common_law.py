"""What is no offence of the press: civil liability, ordinary offences."""

from datetime import date

from ..rule_shape import Interruption, Rule, Start, TermNature

COMMON_LAW = (
    Rule(
        code="CIVIL_5Y",
        label="Dénigrement, vie privée, responsabilité civile (C. civ. art. 9 et 1240)",
        articles="C. civ. art. 2224, 2228 et 2229",
        years=5,
        start=Start.KNOWLEDGE,
        interruption=Interruption.CIVIL,
        first_day_counts=True,
        nature=TermNature.LIMITATION,
        valid_from=date(2008, 6, 19),
        confidence="C",
        source="C5",
        note=(
            "Un jour de moins que l’anniversaire (Cass. 12 déc. 2018\u00a0: délai ouvert le "
            "19 juin 2008 à 0\u00a0h, acquis le 18 juin 2013 à 24\u00a0h). Suspensions "
            "(art. 2238 et 2239) non comptées."
        ),
    ),
    Rule(
        code="DELIT_6Y",
        label="Cyberharcèlement, menaces, divulgation, usurpation, chantage, outrage",
        articles="CPP art. 8",
        years=6,
        start=Start.OFFENCE,
        interruption=Interruption.CRIMINAL,
        nature=TermNature.LIMITATION,
        valid_from=date(2017, 3, 1),
        confidence="C",
        source="C13",
    ),
    Rule(
        code="CONTRAV_1Y",
        label="Contraventions de droit commun",
        articles="CPP art. 9",
        years=1,
        start=Start.OFFENCE,
        interruption=Interruption.CRIMINAL,
        nature=TermNature.LIMITATION,
        valid_from=date(2017, 3, 1),
        confidence="C",
        note="Jamais pour R. 621-1, R. 621-2 et R. 625-8 CP, qui suivent l’art. 65.",
    ),
)
