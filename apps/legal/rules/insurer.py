"""What binds the insurer and the insured: the contract, and complaints."""

from datetime import date

from ..rule_shape import Interruption, Rule, Start, TermNature

COMPLAINTS = "ACPR, recommandations 2022-R-01 et 2024-R-02"

INSURER = (
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
)
