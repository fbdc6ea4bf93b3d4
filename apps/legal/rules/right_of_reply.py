"""The right of reply: to ask for it, to publish it, and to sue whoever refuses."""

from datetime import date

from ..rule_shape import Interruption, Rule, Start, TermNature
from .press import PRESS_ACT, PRESS_ACT_DATE

RIGHT_OF_REPLY = (
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
        code="REPLY_RIGHT_ACTION",
        label="Droit de réponse\u00a0: action en insertion forcée",
        articles=f"{PRESS_ACT} art. 13",
        months=3,
        start=Start.REPLY_REFUSED,
        interruption=Interruption.PRESS,
        nature=TermNature.LIMITATION,
        valid_from=PRESS_ACT_DATE,
        confidence="B",
        source=(
            "Cass. 1re civ. 29 mars 2023, n° 22-10.875\u00a0; CA Paris, 9 oct. 2009\u00a0; "
            "CA Cayenne, 29 avr. 2024"
        ),
        note=(
            "Soumise à l’art. 65. Un résumé de l’arrêt de Cayenne la fait aussi courir de la "
            "publication ou de la réception de la demande\u00a0: ne pas attendre le dernier jour."
        ),
    ),
)
