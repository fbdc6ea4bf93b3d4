"""Words of the press act: how long one may sue for them."""

from datetime import date

from ..rule_shape import Interruption, Rule, Start, TermNature

PRESS_ACT = "L. 29 juil. 1881"
PRESS_ACT_DATE = date(1881, 7, 29)

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
            "Une nouvelle publication fait courir son propre délai."
        ),
    ),
    Rule(
        code="PRESS_1Y",
        label="Délits de presse publics aggravés (origine, religion, sexe, handicap…)",
        articles=f"{PRESS_ACT} art. 65-3",
        years=1,
        start=Start.FIRST_PUBLICATION,
        interruption=Interruption.PRESS,
        nature=TermNature.LIMITATION,
        valid_from=date(2004, 3, 10),
        confidence="A",
        source="P2, P3",
        note=(
            "Art. 24 al. 7 et 8, 24 bis, 32 al. 2 et 3, 33 al. 3 et 4 seulement\u00a0; alinéas à "
            "relire dans la version du 26 août 2021. Chaque acte ouvre un nouvel an\u00a0: à "
            "confirmer."
        ),
    ),
    Rule(
        code="PRESS_NP_AGG",
        label="Diffamation ou injure non publique aggravée (R. 625-8, R. 625-8-1 CP)",
        articles=f"{PRESS_ACT} art. 65",
        months=3,
        start=Start.FIRST_PUBLICATION,
        interruption=Interruption.PRESS,
        nature=TermNature.LIMITATION,
        valid_from=PRESS_ACT_DATE,
        confidence="B",
        source="P3, P16",
        note=(
            "Trois mois d’après Cass. crim. 23 mai et 7 juin 2006\u00a0; un article de 2024 "
            "évoque un art. 65-4 qui l’alignerait sur le délit. Trois mois gardés par prudence."
        ),
    ),
    Rule(
        code="PRESS_65_2",
        label="Réouverture après une décision pénale définitive sur le fait imputé",
        articles=f"{PRESS_ACT} art. 65-2",
        months=3,
        start=Start.FINAL_CRIMINAL_DECISION,
        interruption=Interruption.PRESS,
        nature=TermNature.LIMITATION,
        valid_from=date(1993, 1, 4),
        confidence="A",
        source="P10",
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
