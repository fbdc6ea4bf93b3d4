"""What sites and hosts owe to whoever writes to them (RGPD, DSA)."""

from datetime import date

from ..rule_shape import Rule, Start, TermNature

SITES = (
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
)
