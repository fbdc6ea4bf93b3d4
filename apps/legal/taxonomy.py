"""What a passage may be in law (legal.md §2.1). A suggestion to people, never a finding."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# What a label is worth, wherever one is shown.
ORIENTATION = "Orientation du gestionnaire, sans valeur de qualification judiciaire."


@dataclass(frozen=True)
class _Meaning:
    label: str
    articles: str
    rule_codes: tuple[str, ...]
    reading: str


class Label(StrEnum):
    """The closed list of qualifications; one passage bears exactly one."""

    OPINION = "OPINION"
    DIFF_PUB = "DIFF_PUB"
    DIFF_PUB_AGG = "DIFF_PUB_AGG"
    INJ_PUB = "INJ_PUB"
    INJ_PUB_AGG = "INJ_PUB_AGG"
    DIFF_FONC = "DIFF_FONC"
    INJ_FONC = "INJ_FONC"
    PROVOC = "PROVOC"
    DIFF_NP = "DIFF_NP"
    INJ_NP = "INJ_NP"
    DIFF_NP_AGG = "DIFF_NP_AGG"
    INJ_NP_AGG = "INJ_NP_AGG"
    DENIGREMENT = "DENIGREMENT"
    FAUX_AVIS = "FAUX_AVIS"
    VIE_PRIVEE = "VIE_PRIVEE"
    PRES_INNOCENCE = "PRES_INNOCENCE"
    CYBERHARC = "CYBERHARC"
    MENACES = "MENACES"
    DOXING = "DOXING"
    USURPATION = "USURPATION"
    CHANTAGE = "CHANTAGE"
    OUTRAGE_SANTE = "OUTRAGE_SANTE"
    RGPD = "RGPD"
    FACTUAL_ERROR = "FACTUAL_ERROR"
    UNDETERMINED = "UNDETERMINED"

    @property
    def label(self) -> str:
        """The name of the qualification in French."""
        return _MEANINGS[self].label

    @property
    def articles(self) -> str:
        """The texts that define and punish it."""
        return _MEANINGS[self].articles

    @property
    def rule_codes(self) -> tuple[str, ...]:
        """The limitation rules that run, the strictest first.

        The three months of press law always run, whatever the qualification: they are kept
        by prudence until a lawyer confirms another regime (legal.md §2.5).
        """
        return _MEANINGS[self].rule_codes

    @property
    def is_press(self) -> bool:
        """Tell whether the words fall under the loi du 29 juillet 1881 and nothing else."""
        return self in _PRESS

    @property
    def is_aggravated(self) -> bool:
        """Tell whether a ground of hatred or discrimination is retained."""
        return self in _AGGRAVATED

    @property
    def is_lawful(self) -> bool:
        """Tell whether the words are free criticism, against which nothing can be done."""
        return self is Label.OPINION

    @property
    def plain_sentence(self) -> str:
        """What the practitioner reads: an opinion of ours, which only a judge can settle."""
        return f"À ce stade, {_MEANINGS[self].reading}. Seul un juge peut le dire."


def highest(labels: Iterable[Label]) -> Label:
    """The gravest of some labels, which a content and then its file bear (QUAL-01)."""
    return max(labels, key=SCALE.index, default=Label.UNDETERMINED)


# From the lightest to the gravest: criticism, insult, defamation, then the rest; in the press
# law, what is public weighs more than what is not, and what is aggravated most (legal.md §2.1).
SCALE = (
    Label.OPINION,
    Label.UNDETERMINED,
    Label.FACTUAL_ERROR,
    Label.RGPD,
    Label.INJ_NP,
    Label.DIFF_NP,
    Label.INJ_NP_AGG,
    Label.DIFF_NP_AGG,
    Label.INJ_PUB,
    Label.INJ_FONC,
    Label.DIFF_PUB,
    Label.DIFF_FONC,
    Label.INJ_PUB_AGG,
    Label.DIFF_PUB_AGG,
    Label.DENIGREMENT,
    Label.FAUX_AVIS,
    Label.PRES_INNOCENCE,
    Label.VIE_PRIVEE,
    Label.OUTRAGE_SANTE,
    Label.USURPATION,
    Label.CHANTAGE,
    Label.PROVOC,
    Label.CYBERHARC,
    Label.DOXING,
    Label.MENACES,
)
_PRESS_ONLY = ("PRESS_3M",)
_PRESS_AGGRAVATED = ("PRESS_3M", "PRESS_1Y")
_PRIVATE_AGGRAVATED = ("PRESS_3M", "PRESS_NP_AGG")
_CIVIL = ("PRESS_3M", "CIVIL_5Y")
_OFFENCE = ("PRESS_3M", "DELIT_6Y")

_MEANINGS = {
    Label.OPINION: _Meaning(
        "Avis négatif licite, libre critique",
        "CEDH art. 10",
        _PRESS_ONLY,
        "nous pensons à une critique permise par la loi, même désagréable",
    ),
    Label.DIFF_PUB: _Meaning(
        "Diffamation publique envers un particulier",
        "L. 1881 art. 23, 29 al. 1 et 32 al. 1",
        _PRESS_ONLY,
        "nous pensons à une diffamation",
    ),
    Label.DIFF_PUB_AGG: _Meaning(
        "Diffamation publique aggravée (origine, religion, sexe, orientation, handicap…)",
        "L. 1881 art. 23, 29 al. 1 et 32 al. 2 et 3",
        _PRESS_AGGRAVATED,
        "nous pensons à une diffamation aggravée",
    ),
    Label.INJ_PUB: _Meaning(
        "Injure publique envers un particulier",
        "L. 1881 art. 23, 29 al. 2 et 33 al. 2",
        _PRESS_ONLY,
        "nous pensons à une injure",
    ),
    Label.INJ_PUB_AGG: _Meaning(
        "Injure publique aggravée (origine, religion, sexe, orientation, handicap…)",
        "L. 1881 art. 23, 29 al. 2 et 33 al. 3 et 4",
        _PRESS_AGGRAVATED,
        "nous pensons à une injure aggravée",
    ),
    Label.DIFF_FONC: _Meaning(
        "Diffamation publique envers un fonctionnaire ou un citoyen chargé d’un service public",
        "L. 1881 art. 23, 29 al. 1, 30 et 31",
        _PRESS_ONLY,
        "nous pensons à une diffamation visant vos fonctions publiques",
    ),
    Label.INJ_FONC: _Meaning(
        "Injure publique envers un fonctionnaire ou un citoyen chargé d’un service public",
        "L. 1881 art. 23, 29 al. 2, 31 et 33 al. 1",
        _PRESS_ONLY,
        "nous pensons à une injure visant vos fonctions publiques",
    ),
    Label.PROVOC: _Meaning(
        "Provocation à la discrimination, à la haine ou à la violence",
        "L. 1881 art. 24 al. 7 et 8",
        _PRESS_AGGRAVATED,
        "nous pensons à une provocation à la haine ou à la discrimination",
    ),
    Label.DIFF_NP: _Meaning(
        "Diffamation non publique",
        "CP art. R. 621-1",
        _PRESS_ONLY,
        "nous pensons à une diffamation tenue dans un cercle fermé",
    ),
    Label.INJ_NP: _Meaning(
        "Injure non publique",
        "CP art. R. 621-2",
        _PRESS_ONLY,
        "nous pensons à une injure tenue dans un cercle fermé",
    ),
    Label.DIFF_NP_AGG: _Meaning(
        "Diffamation non publique aggravée",
        "CP art. R. 625-8",
        _PRIVATE_AGGRAVATED,
        "nous pensons à une diffamation aggravée tenue dans un cercle fermé",
    ),
    Label.INJ_NP_AGG: _Meaning(
        "Injure non publique aggravée",
        "CP art. R. 625-8-1",
        _PRIVATE_AGGRAVATED,
        "nous pensons à une injure aggravée tenue dans un cercle fermé",
    ),
    Label.DENIGREMENT: _Meaning(
        "Dénigrement des prestations",
        "C. civ. art. 1240",
        _CIVIL,
        "nous pensons à un dénigrement de vos prestations, plutôt que de votre personne",
    ),
    Label.FAUX_AVIS: _Meaning(
        "Faux avis",
        "C. conso. art. L. 121-4 27° et 28°\u00a0; C. civ. art. 1240",
        ("PRESS_3M", "CIVIL_5Y", "DELIT_6Y"),
        "nous pensons à un faux avis",
    ),
    Label.VIE_PRIVEE: _Meaning(
        "Atteinte à la vie privée ou au droit à l’image",
        "C. civ. art. 9\u00a0; CP art. 226-1 s.",
        ("PRESS_3M", "CIVIL_5Y", "DELIT_6Y"),
        "nous pensons à une atteinte à votre vie privée",
    ),
    Label.PRES_INNOCENCE: _Meaning(
        "Atteinte à la présomption d’innocence",
        "C. civ. art. 9-1",
        ("PRESS_3M", "PRES_INNOCENCE_3M"),
        "nous pensons à une atteinte à la présomption d’innocence",
    ),
    Label.CYBERHARC: _Meaning(
        "Harcèlement moral en ligne",
        "CP art. 222-33-2-2",
        _OFFENCE,
        "nous pensons à un harcèlement en ligne",
    ),
    Label.MENACES: _Meaning(
        "Menaces",
        "CP art. 222-17 et 433-3",
        _OFFENCE,
        "nous pensons à des menaces",
    ),
    Label.DOXING: _Meaning(
        "Divulgation d’informations mettant en danger",
        "CP art. 223-1-1",
        _OFFENCE,
        "nous pensons à une divulgation d’informations qui vous met en danger",
    ),
    Label.USURPATION: _Meaning(
        "Usurpation d’identité numérique",
        "CP art. 226-4-1",
        _OFFENCE,
        "nous pensons à une usurpation de votre identité",
    ),
    Label.CHANTAGE: _Meaning(
        "Chantage",
        "CP art. 312-10",
        _OFFENCE,
        "nous pensons à un chantage",
    ),
    Label.OUTRAGE_SANTE: _Meaning(
        "Outrage à un professionnel de santé (propos non publics)",
        "CP art. 433-5 (L. n° 2025-623 du 9 juil. 2025)",
        _OFFENCE,
        "nous pensons à un outrage\u00a0: ces propos vous visent sans être publics",
    ),
    Label.RGPD: _Meaning(
        "Fiche ou données personnelles publiées sans accord",
        "RGPD art. 15, 17 et 21",
        _PRESS_ONLY,
        "nous pensons à un usage de vos données personnelles auquel vous pouvez vous opposer",
    ),
    Label.FACTUAL_ERROR: _Meaning(
        "Erreur de fiche",
        "RGPD art. 16",
        _PRESS_ONLY,
        "nous pensons à une erreur à faire corriger par la plateforme",
    ),
    Label.UNDETERMINED: _Meaning(
        "À qualifier",
        "",
        _PRESS_ONLY,
        "nous n’avons pas fini d’examiner ces propos",
    ),
}
_PRESS = frozenset(
    {
        Label.DIFF_PUB,
        Label.DIFF_PUB_AGG,
        Label.INJ_PUB,
        Label.INJ_PUB_AGG,
        Label.DIFF_FONC,
        Label.INJ_FONC,
        Label.PROVOC,
        Label.DIFF_NP,
        Label.INJ_NP,
        Label.DIFF_NP_AGG,
        Label.INJ_NP_AGG,
    }
)
_AGGRAVATED = frozenset(
    {
        Label.DIFF_PUB_AGG,
        Label.INJ_PUB_AGG,
        Label.PROVOC,
        Label.DIFF_NP_AGG,
        Label.INJ_NP_AGG,
    }
)
