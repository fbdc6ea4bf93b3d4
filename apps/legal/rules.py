"""The rule table: how long, from what, interrupted by what, on whose authority.

A rule that changes is a new row with dates, never an edit: deadlines remember the version
that produced them. Counsel reads this table in docs/law.md and signs it row by row.
"""

from datetime import date

from .rule_shape import Interruption, Rule, Start, TermNature
from .wording import full_date, quoted

__all__ = ["RULES", "Rule", "UnknownRule", "rule"]


class UnknownRule(LookupError):
    """No rule bears this code on that day; the message is in French."""


def rule(code: str, on: date | None = None) -> Rule:
    """Return the row of this code in force on that day, or the latest one without a day.

    Raises `UnknownRule`.
    """
    versions = [row for row in RULES if row.code == code]
    if on is not None:
        versions = [row for row in versions if row.is_in_force(on)]
    if not versions:
        day = f" au {full_date(on)}" if on else ""
        raise UnknownRule(f"Règle inconnue{day}\u00a0: {quoted(code)}.")
    return max(versions, key=lambda row: row.valid_from)


PRESS_ACT = "L. 29 juil. 1881"
PRESS_ACT_DATE = date(1881, 7, 29)
COMPLAINTS = "ACPR, recommandations 2022-R-01 et 2024-R-02"

RULES: tuple[Rule, ...] = (
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
    Rule(
        code="REPLY_RIGHT_REQUEST",
        label="Droit de réponse en ligne\u00a0: demande",
        articles="LCEN art. 6-IV\u00a0; décret n° 2007-1527",
        months=3,
        start=Start.FIRST_PUBLICATION,
        nature=TermNature.TERM,
        valid_from=date(2004, 6, 21),
        valid_to=date(2024, 5, 20),
        confidence="A",
        source="L2, L3, L4, L8",
        note="Fermé lorsque la plateforme permet de répondre directement (décret, art. 1 al. 2).",
    ),
    Rule(
        code="REPLY_RIGHT_REQUEST",
        label="Droit de réponse en ligne\u00a0: demande",
        articles="LCEN art. 1-1 III\u00a0; décret n° 2007-1527",
        months=3,
        start=Start.FIRST_PUBLICATION,
        nature=TermNature.TERM,
        valid_from=date(2024, 5, 21),
        confidence="A",
        source="L2, L3, L4, L8",
        note="Fermé lorsque la plateforme permet de répondre directement (décret, art. 1 al. 2).",
    ),
    Rule(
        code="REPLY_RIGHT_INSERT",
        label="Droit de réponse en ligne\u00a0: insertion par le directeur de la publication",
        articles="LCEN art. 1-1 III\u00a0; décret n° 2007-1527",
        days=3,
        start=Start.REQUEST_RECEIVED,
        nature=TermNature.TERM,
        valid_from=date(2004, 6, 21),
        confidence="A",
        source="L8",
        note="Amende de 3\u00a0750\u00a0€.",
    ),
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
    Rule(
        code="RGPD_ANSWER",
        label="Réponse du responsable de traitement à une demande RGPD",
        articles="RGPD art. 12(3)",
        months=1,
        start=Start.REQUEST_RECEIVED,
        nature=TermNature.TERM,
        valid_from=date(2018, 5, 25),
        confidence="C",
        note="Deux mois de plus si la demande est complexe. Ensuite\u00a0: CNIL (art. 77) ou juge.",
    ),
    Rule(
        code="DSA_NOTICE_ACK",
        label="Accusé de réception d’une notification par l’hébergeur",
        articles="DSA art. 16(4) et (5)",
        days=7,
        start=Start.NOTICE_SENT,
        nature=TermNature.TARGET,
        valid_from=date(2024, 2, 17),
        confidence="A",
        source="A1, A7",
        note="Le texte ne fixe aucun nombre de jours\u00a0; sept jours sont notre repère.",
    ),
    Rule(
        code="DSA_INTERNAL_COMPLAINT",
        label="Réclamation interne contre la décision de la plateforme",
        articles="DSA art. 20(1) et (2)",
        months=6,
        start=Start.DECISION_NOTIFIED,
        nature=TermNature.MINIMUM,
        valid_from=date(2024, 2, 17),
        confidence="A",
        source="A2",
        note="Ouverte aussi à l’auteur de la notification.",
    ),
    Rule(
        code="DSA_ODS",
        label="Décision de l’organe de règlement extrajudiciaire",
        articles="DSA art. 21",
        days=90,
        start=Start.COMPLAINT_RECEIVED,
        nature=TermNature.TERM,
        valid_from=date(2024, 2, 17),
        confidence="A",
        source="A3",
        note="Peut être porté à 180 jours. Décision non contraignante.",
    ),
    Rule(
        code="AUTHOR_DATA_IDENTITY",
        label="Identité civile de l’auteur conservée par l’hébergeur",
        articles="CPCE art. L. 34-1 II bis 1°\u00a0; décret n° 2021-1362",
        years=5,
        start=Start.CONTRACT_ENDED,
        nature=TermNature.RETENTION,
        valid_from=date(2021, 10, 20),
        confidence="A",
        source="ID4",
    ),
    Rule(
        code="AUTHOR_DATA_ACCOUNT",
        label="Données de compte et de paiement de l’auteur",
        articles="CPCE art. L. 34-1 II bis 2°\u00a0; décret n° 2021-1362",
        years=1,
        start=Start.ACCOUNT_CLOSED,
        nature=TermNature.RETENTION,
        valid_from=date(2021, 10, 20),
        confidence="A",
        source="ID4",
    ),
    Rule(
        code="AUTHOR_DATA_IP",
        label="Données techniques de connexion de l’auteur (adresse IP)",
        articles="CPCE art. L. 34-1 II bis 3°\u00a0; décret n° 2021-1362",
        years=1,
        start=Start.CONNECTION,
        nature=TermNature.RETENTION,
        valid_from=date(2021, 10, 20),
        confidence="B",
        source="ID6",
        note="Infractions graves seulement.",
    ),
    Rule(
        code="TRUTH_OFFER",
        label="Offre de preuve de la vérité par le défendeur",
        articles=f"{PRESS_ACT} art. 55",
        days=10,
        start=Start.SUMMONS_SERVED,
        nature=TermNature.TERM,
        valid_from=PRESS_ACT_DATE,
        confidence="A",
        source="P11, P12, P17",
        note="Délai non franc, sans report. Aucune audience avant sa fin, même en référé.",
    ),
    Rule(
        code="COUNTER_PROOF",
        label="Preuve contraire par le demandeur",
        articles=f"{PRESS_ACT} art. 56",
        days=5,
        start=Start.TRUTH_OFFERED,
        nature=TermNature.TERM,
        valid_from=PRESS_ACT_DATE,
        confidence="A",
        source="P13",
    ),
    Rule(
        code="SUMMONS_HEARING_GAP",
        label="Délai entre la citation et l’audience",
        articles=f"{PRESS_ACT} art. 54",
        days=20,
        start=Start.SUMMONS_SERVED,
        nature=TermNature.MINIMUM,
        valid_from=PRESS_ACT_DATE,
        confidence="C",
    ),
    Rule(
        code="INS_DECLARATION",
        label="Déclaration du sinistre à l’assureur",
        articles="C. assur. art. L. 113-2 4°",
        business_days=5,
        start=Start.LOSS_KNOWN,
        nature=TermNature.MINIMUM,
        valid_from=date(1990, 5, 1),
        confidence="B",
        source="IN9",
        note="Plancher légal\u00a0; le contrat fixe le délai.",
    ),
    Rule(
        code="INS_BIENNIAL",
        label="Actions dérivant du contrat d’assurance",
        articles="C. assur. art. L. 114-1",
        years=2,
        start=Start.EVENT,
        interruption=Interruption.CIVIL,
        nature=TermNature.LIMITATION,
        valid_from=date(1976, 7, 21),
        confidence="A",
        source="IN8",
        note=(
            "Inopposable si la police ne rappelle pas les art. L. 114-1 et L. 114-2 (R. 112-1). "
            "Désignation d’expert et lettre recommandée (L. 114-2) non comptées par prudence."
        ),
    ),
    Rule(
        code="COMPLAINT_ACK",
        label="Accusé de réception d’une réclamation par l’assureur",
        articles=COMPLAINTS,
        open_days=10,
        start=Start.COMPLAINT_SENT,
        nature=TermNature.TERM,
        valid_from=date(2022, 12, 31),
        confidence="A",
        source="IN6, IN7",
        note=(
            "Jours ouvrables, du lundi au samedi\u00a0: la lecture la plus stricte de «\u00a010 "
            "jours\u00a0». Le texte de 2024 actualise celui de 2022 sans changer les délais."
        ),
    ),
    Rule(
        code="COMPLAINT_ANSWER",
        label="Réponse de l’assureur à une réclamation",
        articles=COMPLAINTS,
        months=2,
        start=Start.COMPLAINT_SENT,
        nature=TermNature.TERM,
        valid_from=date(2022, 12, 31),
        confidence="A",
        source="IN6, IN7",
        note="Réponse favorable ou non, elle mentionne le médiateur et la façon de le saisir.",
    ),
    Rule(
        code="GOOGLE_APPEAL",
        label="Réponse habituelle de Google à un recours",
        articles="Usage de la plateforme",
        business_days=5,
        start=Start.APPEAL_SENT,
        nature=TermNature.TARGET,
        valid_from=date(2021, 1, 1),
        confidence="B",
        source="G6",
        note="Un seul recours par avis. L’Espace économique européen est traité à part.",
    ),
)
