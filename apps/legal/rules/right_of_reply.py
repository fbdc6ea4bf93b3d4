"""The right of reply online: to ask for it, and to publish it."""

from datetime import date

from ..rule_shape import Rule, Start, TermNature

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
)
