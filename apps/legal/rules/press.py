"""Words of the press act: how long one may sue for them."""

from datetime import date

from ..rule_shape import Interruption, Rule, Start, TermNature

PRESS_ACT = "L. 29 juil. 1881"
PRESS_ACT_DATE = date(1881, 7, 29)
RECEIVED = "Cass. civ. 16 déc. 2010\u00a0; CA Reims, 30 avr. 2003"

PRESS = (
    Rule(
        code="PRESS_3M",
        label="Diffamation ou injure, publique ou non\u00a0: action publique et action civile",
        articles=f"{PRESS_ACT} art. 65 al. 1",
        months=3,
        start=Start.FIRST_PUBLICATION,
        interruption=Interruption.PRESS,
        nature=TermNature.LIMITATION,
        valid_from=PRESS_ACT_DATE,
        confidence="A",
        source="P1, C1, C2, C3, D1, I15",
        note=(
            "Trois mois révolus, d’ordre public. Le jour de la découverte est sans effet. "
            "Une nouvelle publication fait courir son propre délai. Des propos non publics "
            f"courent de leur réception par le destinataire ({RECEIVED})\u00a0; le premier jour "
            "possible reste compté, par prudence."
        ),
    ),
    Rule(
        code="PRESS_1Y",
        label="Délits de presse publics aggravés (origine, ethnie, nation, race ou religion)",
        articles=f"{PRESS_ACT} art. 65-3",
        years=1,
        start=Start.FIRST_PUBLICATION,
        interruption=Interruption.PRESS_AGGRAVATED,
        nature=TermNature.LIMITATION,
        valid_from=date(2004, 3, 10),
        valid_to=date(2014, 1, 28),
        confidence="B",
        source="P2, P3",
        note=(
            "Motifs de la loi n° 2004-204 du 9 mars 2004. Sexe, orientation, identité de genre et "
            "handicap n’y étaient pas\u00a0: trois mois pour des faits de ce temps."
        ),
    ),
    Rule(
        code="PRESS_1Y",
        label="Délits de presse publics aggravés (origine, religion, sexe, handicap…)",
        articles=f"{PRESS_ACT} art. 65-3",
        years=1,
        start=Start.FIRST_PUBLICATION,
        interruption=Interruption.PRESS_AGGRAVATED,
        nature=TermNature.LIMITATION,
        valid_from=date(2014, 1, 29),
        confidence="A",
        source="P2, P3",
        note=(
            "Art. 24 al. 7 et 8, 24 bis, 32 al. 2 et 3, 33 al. 3 et 4 seulement\u00a0; alinéas à "
            "relire dans la version du 26 août 2021. Sexe, orientation, identité de genre et "
            "handicap depuis la loi n° 2014-56 du 27 janv. 2014 (résumé lu, entrée en "
            "vigueur à vérifier). Chaque acte ouvre "
            "un nouvel an\u00a0: à confirmer. Actes d’enquête interruptifs depuis 2021 (CPP "
            "art. 9-2)\u00a0: crim. 11 mars 2025, n° 24-80.572, à confirmer par l’avocat."
        ),
    ),
    Rule(
        code="PRESS_NP_AGG",
        label="Diffamation ou injure non publique aggravée (R. 625-8, R. 625-8-1 CP)",
        articles=f"{PRESS_ACT} art. 65",
        months=3,
        start=Start.RECEPTION,
        interruption=Interruption.PRESS,
        nature=TermNature.LIMITATION,
        valid_from=PRESS_ACT_DATE,
        confidence="B",
        source="P3, P16",
        note=(
            f"De la réception, et non de l’envoi ({RECEIVED}). Trois mois d’après Cass. crim. "
            "23 mai et 7 juin 2006\u00a0; un article de 2024 évoque un art. 65-4 qui l’alignerait "
            "sur le délit. Trois mois gardés par prudence\u00a0; l’injure non publique en a trois "
            "«\u00a0dans tous les cas\u00a0» (service-public, F32077)."
        ),
    ),
    Rule(
        code="PRESS_65_2",
        label="Diffamation, jamais injure\u00a0: réouverture après une décision pénale définitive",
        articles=f"{PRESS_ACT} art. 65-2",
        months=3,
        start=Start.FINAL_CRIMINAL_DECISION,
        interruption=Interruption.PRESS,
        nature=TermNature.LIMITATION,
        valid_from=date(1993, 1, 4),
        confidence="A",
        source="P10",
        note=(
            "La décision porte sur le fait imputé et ne met pas la personne en cause. Pas pour "
            "l’injure, qui n’impute aucun fait (CA Paris, 2 févr. 2007, d’après une revue de "
            "presse juridique)."
        ),
    ),
    Rule(
        code="PRES_INNOCENCE_3M",
        label="Atteinte à la présomption d’innocence",
        articles=f"C. civ. art. 9-1\u00a0; {PRESS_ACT} art. 65-1",
        months=3,
        start=Start.FIRST_PUBLICATION,
        interruption=Interruption.PRESS_CIVIL,
        nature=TermNature.LIMITATION,
        valid_from=date(1993, 1, 4),
        confidence="A",
        source="I14",
    ),
)
