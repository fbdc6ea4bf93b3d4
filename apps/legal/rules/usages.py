"""Habits of platforms: no text gives these terms, and files are planned by them."""

from datetime import date

from ..rule_shape import Rule, Start, TermNature

USAGES = (
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
