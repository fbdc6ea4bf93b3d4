"""How long the traces of an author are kept: asked for later, they are gone."""

from datetime import date

from ..rule_shape import Rule, Start, TermNature

AUTHOR_DATA = (
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
)
