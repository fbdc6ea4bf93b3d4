"""The closed list of procedural acts and what each does to the limitation (legal.md §5 and §18).

Before any prosecution, only the prosecutor's requisitions that set out and qualify the words
interrupt (L. 1881 art. 65 al. 2). Afterwards the steps of a suit do, each on its route, and only
after an act that opens the suit, regular and in time. What is in doubt is counted as doing
nothing: the earlier date is always the safe one.
"""

from .act_shape import (
    CIVIL_ROUTES,
    CRIMINAL_ROUTE,
    EVERY_ROUTE,
    Act,
    ActDone,
    Condition,
    Interrupts,
    Route,
    Standing,
    Suspension,
)
from .rule_shape import Interruption
from .wording import quoted

__all__ = ["ACTS", "Act", "ActDone", "Condition", "Interrupts", "Route", "UnknownAct", "act"]


class UnknownAct(LookupError):
    """No act bears this code; the message is in French."""


def act(code: str) -> Act:
    """Return the act of this code. Raises `UnknownAct`."""
    try:
        return _BY_CODE[code]
    except KeyError:
        raise UnknownAct(f"Acte inconnu\u00a0: {quoted(code)}.") from None


_PRESS = frozenset({Interruption.PRESS, Interruption.PRESS_AGGRAVATED})
_PROSECUTION = _PRESS | {Interruption.CRIMINAL}
_SUMMONS = _PRESS | {Interruption.PRESS_CIVIL, Interruption.CIVIL}
_SUIT = _PRESS | {Interruption.PRESS_CIVIL}
_NOT_LISTED = "il ne figure pas parmi les actes que l’art. 65 de la loi de 1881 retient"
_ART_53 = (
    Condition.WORDS_QUOTED,
    Condition.ONE_LABEL,
    Condition.PUNISHING_TEXT,
    Condition.DOMICILE,
    Condition.PROSECUTOR_TOLD,
    Condition.SERVED,
)
_NOT_OF_A_PARTY = "devant le juge civil, ce n’est pas un acte de partie"


def _ineffective(
    code: str,
    label: str,
    why: str = _NOT_LISTED,
    source: str = "",
    suspends: Suspension | None = None,
    standing: Standing = Standing.ALONE,
    routes: frozenset[Route] = EVERY_ROUTE,
    *,
    ends_suspension: bool = False,
) -> Act:
    return Act(
        code=code,
        label=label,
        interrupts=Interrupts.NO,
        why=why,
        source=source,
        suspends=suspends,
        standing=standing,
        routes=routes,
        ends_suspension=ends_suspension,
    )


def _inquiry(code: str, label: str) -> Act:
    """An inquiry act: nothing before three months, arguable for the year of art. 65-3."""
    return Act(
        code=code,
        label=label,
        interrupts=Interrupts.NO,
        why="avant les poursuites, seules les réquisitions articulées comptent (art. 65 al. 2)",
        source="C4\u00a0; un an\u00a0: crim. 11 mars 2025, n° 24-80.572",
        arguable=frozenset({Interruption.PRESS_AGGRAVATED}),
    )


def _step_of_suit(
    code: str,
    label: str,
    source: str,
    *requires: Condition,
    routes: frozenset[Route] = CIVIL_ROUTES,
    why: str = "il manifeste la volonté de poursuivre l’instance",
    suspends: Suspension | None = None,
) -> Act:
    return Act(
        code=code,
        label=label,
        interrupts=Interrupts.CONDITIONAL if requires else Interrupts.YES,
        requires=requires,
        why=why,
        source=source,
        standing=Standing.STEP,
        routes=routes,
        families=_SUIT if routes & CIVIL_ROUTES else _PRESS,
        suspends=suspends,
    )


def _step_of_prosecution(code: str, label: str, source: str) -> Act:
    return _step_of_suit(
        code,
        label,
        source,
        routes=CRIMINAL_ROUTE,
        why="c’est un acte d’instruction ou de poursuite",
    )


ACTS: tuple[Act, ...] = (
    _ineffective(
        "PLAINTE_SIMPLE",
        "Plainte simple (police, gendarmerie, procureur, pré-plainte en ligne)",
        "avant les poursuites, seules les réquisitions du procureur comptent",
        "Cass. crim. 16 sept. 2014 (I1, I2)",
    ),
    _ineffective("DEMANDE_AIDE_JURIDICTIONNELLE", "Demande d’aide juridictionnelle", source="I1"),
    Act(
        code="REQUISITIONS_ARTICULEES",
        label="Réquisitions du procureur aux fins d’enquête",
        interrupts=Interrupts.CONDITIONAL,
        requires=(Condition.ARTICULATED,),
        why="l’art. 65 al. 2 de la loi de 1881 le prévoit",
        source="P1",
        families=_PROSECUTION,
    ),
    _inquiry("AUDITION", "Audition"),
    _inquiry("PV_ENQUETE", "Procès-verbal d’enquête"),
    _inquiry("SOIT_TRANSMIS", "Soit-transmis du parquet"),
    _ineffective("MISE_EN_DEMEURE", "Mise en demeure"),
    _ineffective("LRAR", "Lettre recommandée avec avis de réception"),
    _ineffective("SIGNALEMENT_PLATEFORME", "Signalement à la plateforme"),
    _ineffective("NOTIFICATION_DSA", "Notification à l’hébergeur (DSA art. 16)"),
    _ineffective("CONSTAT", "Procès-verbal de constat"),
    _ineffective("DROIT_DE_REPONSE", "Demande de droit de réponse"),
    _ineffective("PLAINTE_CNIL", "Plainte à la CNIL"),
    _ineffective("PLAINTE_ORDRE", "Plainte à l’Ordre"),
    _ineffective("MEDIATION", "Médiation"),
    _ineffective("DECLARATION_ASSUREUR", "Déclaration à l’assureur"),
    _ineffective(
        "REQUETE_145",
        "Requête ou référé de l’art. 145 CPC (identification de l’auteur), ou sa signification",
        "il n’est pas fondé sur la loi de 1881\u00a0; dans le doute, il ne compte pas",
    ),
    _ineffective(
        "RAPPEL_A_LA_LOI",
        "Rappel à la loi ou avertissement pénal, jour de la décision",
        "il n’interrompt pas\u00a0; le délai serait suspendu jusqu’à sa notification",
        "crim. 29 nov. 2022, n° 22-81.814 (abrégé)",
        suspends=Suspension.UNTIL_NOTICE,
    ),
    _ineffective(
        "NOTIFICATION_RAPPEL_A_LA_LOI",
        "Notification du rappel à la loi",
        "elle met fin à la suspension discutée, et n’interrompt pas",
        "crim. 29 nov. 2022, n° 22-81.814 (abrégé)",
        ends_suspension=True,
    ),
    Act(
        code="CITATION_DIRECTE",
        label="Citation directe",
        interrupts=Interrupts.CONDITIONAL,
        requires=_ART_53,
        why="elle engage les poursuites",
        source="I16, C4",
        standing=Standing.OPENS,
        routes=CRIMINAL_ROUTE,
        families=_PROSECUTION,
    ),
    Act(
        code="PLAINTE_CPC",
        label="Plainte avec constitution de partie civile",
        interrupts=Interrupts.CONDITIONAL,
        requires=(Condition.SIGNED, Condition.STAMPED, Condition.ARTICULATED_COMPLAINT),
        has_deposit=True,
        why="elle engage les poursuites",
        source=(
            "Cass. crim. 22 nov. 2005 (I4), 30 mars 2016 (I3)\u00a0; signature\u00a0: crim. 3 nov. "
            "2020, n° 19-81.627\u00a0; tampon\u00a0: crim. 2 mars 2010"
        ),
        suspends=Suspension.UNTIL_REQUISITIONS,
        standing=Standing.OPENS,
        routes=CRIMINAL_ROUTE,
        families=_PROSECUTION,
    ),
    Act(
        code="ASSIGNATION",
        label="Assignation au fond",
        interrupts=Interrupts.CONDITIONAL,
        requires=_ART_53,
        why="elle engage l’instance",
        source="I20",
        standing=Standing.OPENS,
        routes=frozenset({Route.CIVIL}),
        families=_SUMMONS,
    ),
    Act(
        code="ASSIGNATION_REFERE",
        label="Assignation en référé ou en procédure accélérée au fond",
        interrupts=Interrupts.CONDITIONAL,
        requires=_ART_53,
        why="elle engage l’instance, même contre l’hébergeur",
        source="Cass. 19 juin 2008 (C11)",
        standing=Standing.OPENS,
        routes=frozenset({Route.SUMMARY}),
        families=_SUMMONS,
    ),
    _step_of_suit("PLACEMENT", "Remise de l’assignation au greffe", "Cass. 23 mai 2001 (C10)"),
    _step_of_suit(
        "CONCLUSIONS_NOTIFIEES",
        "Conclusions notifiées",
        "I20, I10, Cass. 2e civ. 8 avr. 2004 (I13)",
        Condition.COUNSEL,
    ),
    _step_of_suit(
        "CONCLUSIONS",
        "Conclusions du défendeur appelant",
        "Cass. 1re civ. 8 nov. 2007 (I21)",
        Condition.COUNSEL,
    ),
    _step_of_suit(
        "COMMUNICATION_PIECES_BORDEREAU",
        "Communication de pièces sous bordereau",
        "Cass. 2e civ. 22 janv. 2004 (I13b)",
        Condition.CERTAIN_DATE,
    ),
    _step_of_suit(
        "DEMANDE_REPORT_CLOTURE",
        "Demande de report de la clôture",
        "1re civ. 8 avr. 2010, n° 09-65.032 (abrégé)",
    ),
    _step_of_suit(
        "ORDONNANCE_DE_CLOTURE",
        "Ordonnance de clôture",
        "2e civ. 29 avr. 2004, n° 01-14.108 (abrégé)\u00a0; contraire\u00a0: TGI Paris 10 mars "
        "2003 (I9)\u00a0; suspension\u00a0: 1re civ. 20 mars 2007, n° 06-10.352 (abrégé)",
        why="elle est tenue pour un acte de la procédure",
        suspends=Suspension.UNTIL_JUDGMENT,
    ),
    _ineffective(
        "DELIBERE",
        "Mise en délibéré",
        "le délai ne court pas pendant le délibéré, mais aucune date ne peut en être tirée avant "
        "le jugement",
        "Cass. 2e civ. 28 avr. 1993 et 5 janv. 1994 (I8)\u00a0; crim. 17 févr. 2015, n° 13-88.129 "
        "(abrégé)",
        suspends=Suspension.UNTIL_JUDGMENT,
        standing=Standing.STEP,
    ),
    _step_of_suit(
        "JUGEMENT",
        "Jugement ou arrêt rendu à la diligence du demandeur",
        "Cass. 2e civ. 24 nov. 1999 (I12)",
        routes=EVERY_ROUTE,
    ),
    _step_of_suit(
        "SIGNIFICATION",
        "Signification d’un jugement ou d’un arrêt",
        "Cass. 1re civ. 10 oct. 2019 (I11)",
        Condition.SERVED,
        routes=EVERY_ROUTE,
    ),
    _step_of_suit(
        "NOTIFICATION_ENTRE_AVOCATS",
        "Notification entre avocats",
        "Cass. 1re civ. 10 oct. 2019 (I11)",
    ),
    _step_of_suit("APPEL", "Appel", "C11", routes=EVERY_ROUTE),
    _step_of_prosecution(
        "REQUISITOIRE_INTRODUCTIF", "Réquisitoire introductif", "legal.md §18.2, vu en partie"
    ),
    _step_of_prosecution(
        "REQUISITOIRE_DEFINITIF", "Réquisitoire définitif", "legal.md §18.2, vu en partie"
    ),
    _step_of_prosecution(
        "ORDONNANCE_DE_RENVOI",
        "Ordonnance de renvoi devant le tribunal",
        "legal.md §18.2, vu en partie",
    ),
    _step_of_prosecution(
        "AUDIENCE",
        "Audience",
        "crim. 20 mai et 2 sept. 2014 (abrégés)\u00a0; devant le juge civil, sans effet",
    ),
    _step_of_prosecution(
        "RENVOI",
        "Renvoi à une autre audience",
        "crim. 17 févr. 2015 (abrégé)\u00a0; devant le juge civil, sans effet (I14, I22)",
    ),
    _ineffective(
        "AVIS_FIN_INFORMATION",
        "Avis de fin d’information",
        "il n’interrompt pas\u00a0; le délai serait suspendu pendant trois mois, puis un mois",
        "crim. 22 oct. 2024, n° 24-80.360 (abrégé)",
        suspends=Suspension.FOUR_MONTHS,
        standing=Standing.STEP,
        routes=CRIMINAL_ROUTE,
    ),
    _ineffective(
        "BULLETIN", "Bulletin de procédure", _NOT_OF_A_PARTY, "I14", standing=Standing.STEP
    ),
    _ineffective(
        "CONFERENCE_MISE_EN_ETAT",
        "Conférence de mise en état",
        _NOT_OF_A_PARTY,
        "I22",
        standing=Standing.STEP,
    ),
    _ineffective(
        "ASSIGNATION_NULLE",
        "Assignation nulle (qualification, texte, domicile élu ou notification manquants)",
        "aucune décision trouvée sur l’art. 2241 al. 2 C. civ. en la matière\u00a0; par prudence, "
        "l’acte nul n’interrompt pas",
        "Cass. 2e civ. 19 févr. 1997 (I6, I23)",
        standing=Standing.OPENS,
        routes=CIVIL_ROUTES,
    ),
    _ineffective(
        "ASSIGNATION_1240",
        "Assignation fondée sur l’art. 1240 C. civ. pour des propos de presse",
        "l’art. 1240 ne permet pas d’échapper à la loi de 1881",
        "Cass. 1re civ. 7 févr. 2006 (I7)",
        standing=Standing.OPENS,
        routes=CIVIL_ROUTES,
    ),
)
_BY_CODE = {row.code: row for row in ACTS}
