"""What is, or is not, a new publication with a clock of its own (legal.md §4.2, §18.3).

A later clock is a chance, never a promise: it does not replace that of the first posting.
"""

from dataclasses import dataclass
from enum import StrEnum

from .labelled import Labelled


class Grade(Labelled):
    """How sure it is that the event opens a new term."""

    CERTAIN = "CERTAIN", "délai certain"
    DISPUTED = "DISPUTED", "délai discuté, à confirmer par l’avocat"


@dataclass(frozen=True)
class _Meaning:
    label: str
    grade: Grade
    source: str


class PublicationKind(StrEnum):
    """How a text came, or came back, on line."""

    FIRST = "FIRST"
    REPOST = "REPOST"
    HYPERLINK = "HYPERLINK"
    REACTIVATION = "REACTIVATION"
    EDIT = "EDIT"
    THIRD_PARTY_SHARE = "THIRD_PARTY_SHARE"

    @property
    def label(self) -> str:
        """The name of the event in French."""
        return _MEANINGS[self].label

    @property
    def grade(self) -> Grade:
        """Whether its own clock is certain or disputed."""
        return _MEANINGS[self].grade

    @property
    def source(self) -> str:
        """The ruling or the reasoning behind the grade, in French."""
        return _MEANINGS[self].source

    @property
    def is_disputed(self) -> bool:
        """Tell whether nobody should count on the clock before a lawyer confirms it."""
        return self.grade is Grade.DISPUTED


_MEANINGS = {
    PublicationKind.FIRST: _Meaning(
        "Première mise en ligne",
        Grade.CERTAIN,
        "Cass. crim. 30 janv. 2001, n° 00-83.004 (D4)",
    ),
    PublicationKind.REPOST: _Meaning(
        "Remise en ligne ou copie sur un autre site par l’auteur",
        Grade.CERTAIN,
        "Cass. crim. 10 avr. 2018, n° 17-82.814, remise en ligne volontaire sur Wikipédia "
        "(D4)\u00a0; copie sur un autre site\u00a0: par raisonnement, à confirmer (D3)",
    ),
    PublicationKind.HYPERLINK: _Meaning(
        "Lien vers l’ancien texte, inséré par le même auteur dans un nouveau message",
        Grade.CERTAIN,
        "Cass. crim. 2 nov. 2016, n° 15-87.163 (D2)\u00a0; TGI Paris 18 mars 2013 (D7)",
    ),
    PublicationKind.REACTIVATION: _Meaning(
        "Réactivation volontaire d’un site désactivé",
        Grade.CERTAIN,
        "Cass. crim. 7 févr. 2017, n° 15-83.439 (D3)",
    ),
    PublicationKind.EDIT: _Meaning(
        "Modification de l’avis",
        Grade.DISPUTED,
        "Non d’après Cass. crim. 19 sept. 2006 (D5)\u00a0; les mots ajoutés courent de leur ajout, "
        "par raisonnement",
    ),
    PublicationKind.THIRD_PARTY_SHARE: _Meaning(
        "Partage par un tiers",
        Grade.DISPUTED,
        "Publication d’un autre auteur, avec son délai propre, par raisonnement",
    ),
}

# Events that open no new term, with their source.
NOT_A_PUBLICATION: tuple[tuple[str, str], ...] = (
    ("Nouvelle adresse, plus courte, vers un site existant", "Cass. crim. 6 janv. 2009 (D1)"),
    (
        "Changement du nom de la page, ou de celui de son propriétaire",
        "Cass. crim. 11 juin 2024, n° 23-86.920, d’après un abrégé\u00a0; D6",
    ),
    ("Affichage automatique, autre classement, copie en cache", "raisonnement"),
    (
        "Rétablissement par la plateforme après un recours",
        "incertain, ce n’est pas un acte volontaire de l’auteur\u00a0: ne pas y compter",
    ),
)
