"""The closed list of procedural acts and what each does to the press limitation (legal.md §5).

Before any prosecution, only the prosecutor's requisitions that set out and qualify the words
interrupt (L. 1881 art. 65 al. 2); afterwards, every act of prosecution or of the suit does.
What is in doubt is counted as doing nothing: the earlier date is always the safe one.
"""

from dataclasses import dataclass
from datetime import date

from .labelled import Labelled
from .rule_shape import Interruption
from .wording import quoted


class UnknownAct(LookupError):
    """No act bears this code; the message is in French."""


class Interrupts(Labelled):
    """Whether an act opens a new press term."""

    YES = "YES", "oui"
    CONDITIONAL = "CONDITIONAL", "sous conditions"
    NO = "NO", "non"


@dataclass(frozen=True, kw_only=True)
class Act:
    """One row of the list. `why` completes « n'interrompt pas : … » or « interrompt : … ».

    `families` are the kinds of limitation that the act interrupts when it is regular.
    """

    code: str
    label: str
    interrupts: Interrupts
    why: str
    conditions: str = ""
    source: str = ""
    families: frozenset[Interruption] = frozenset()


@dataclass(frozen=True)
class ActDone:
    """An act as it took place, on the civil day `on`.

    `valid` is false when it was annulled or does not meet its conditions. `deposit_paid_on`
    is the day when the deposit of a complaint with civil-party claim was paid: time stands
    still from the filing to that day (Cass. crim. 30 Mar 2016, n° 15-81.606). Raises
    `ValueError` with a French message for a deposit before the complaint, or on another act.
    """

    code: str
    on: date
    valid: bool = True
    deposit_paid_on: date | None = None

    def __post_init__(self) -> None:
        if self.deposit_paid_on is None:
            return
        if self.code != "PLAINTE_CPC":
            raise ValueError("Seule une plainte avec partie civile demande une consignation.")
        if self.deposit_paid_on < self.on:
            raise ValueError(
                "La consignation ne peut pas être versée avant le dépôt de la plainte."
            )


def act(code: str) -> Act:
    """Return the act of this code. Raises `UnknownAct`."""
    try:
        return _BY_CODE[code]
    except KeyError:
        raise UnknownAct(f"Acte inconnu\u00a0: {quoted(code)}.") from None


_PROSECUTION = frozenset({Interruption.PRESS, Interruption.CRIMINAL})
_SUMMONS = frozenset({Interruption.PRESS, Interruption.PRESS_CIVIL, Interruption.CIVIL})
_SUIT = frozenset({Interruption.PRESS, Interruption.PRESS_CIVIL})
_NOT_LISTED = "il ne figure pas parmi les actes que l’art. 65 de la loi de 1881 retient"
_ART_53 = (
    "propos reproduits, une seule qualification, texte qui réprime visé, domicile élu dans la "
    "ville du tribunal, notification au ministère public (art. 53)"
)


def _ineffective(code: str, label: str, why: str = _NOT_LISTED, source: str = "") -> Act:
    return Act(code=code, label=label, interrupts=Interrupts.NO, why=why, source=source)


def _step_of_suit(code: str, label: str, source: str, conditions: str = "") -> Act:
    return Act(
        code=code,
        label=label,
        interrupts=Interrupts.CONDITIONAL if conditions else Interrupts.YES,
        conditions=conditions,
        why="il manifeste la volonté de poursuivre l’instance",
        source=source,
        families=_SUIT,
    )


ACTS: tuple[Act, ...] = (
    _ineffective(
        "PLAINTE_SIMPLE",
        "Plainte simple (police, gendarmerie, procureur, pré-plainte en ligne)",
        "avant les poursuites, seules les réquisitions du procureur comptent",
        "Cass. crim. 16 sept. 2014 (I1, I2)",
    ),
    _ineffective("DEMANDE_AIDE_JURIDICTIONNELLE", "Demande d’aide juridictionnelle", source="I1"),
    Act(
        code="REQUISITIONS_ARTICULEES",
        label="Réquisitions du procureur aux fins d’enquête",
        interrupts=Interrupts.CONDITIONAL,
        conditions="elles articulent et qualifient les propos, à peine de nullité",
        why="l’art. 65 al. 2 de la loi de 1881 le prévoit",
        source="P1",
        families=_PROSECUTION,
    ),
    _ineffective("AUDITION", "Audition", source="C4"),
    _ineffective("PV_ENQUETE", "Procès-verbal d’enquête", source="C4"),
    _ineffective("SOIT_TRANSMIS", "Soit-transmis du parquet", source="C4"),
    _ineffective("MISE_EN_DEMEURE", "Mise en demeure"),
    _ineffective("LRAR", "Lettre recommandée avec avis de réception"),
    _ineffective("SIGNALEMENT_PLATEFORME", "Signalement à la plateforme"),
    _ineffective("NOTIFICATION_DSA", "Notification à l’hébergeur (DSA art. 16)"),
    _ineffective("CONSTAT", "Procès-verbal de constat"),
    _ineffective("DROIT_DE_REPONSE", "Demande de droit de réponse"),
    _ineffective("PLAINTE_CNIL", "Plainte à la CNIL"),
    _ineffective("PLAINTE_ORDRE", "Plainte à l’Ordre"),
    _ineffective("MEDIATION", "Médiation"),
    _ineffective("DECLARATION_ASSUREUR", "Déclaration à l’assureur"),
    _ineffective(
        "REQUETE_145",
        "Requête ou référé de l’art. 145 CPC (identification de l’auteur)",
        "elle n’est pas fondée sur la loi de 1881\u00a0; dans le doute, elle ne compte pas",
    ),
    Act(
        code="CITATION_DIRECTE",
        label="Citation directe",
        interrupts=Interrupts.CONDITIONAL,
        conditions=f"signifiée\u00a0; {_ART_53}",
        why="elle engage les poursuites",
        source="I16, C4",
        families=_PROSECUTION,
    ),
    Act(
        code="PLAINTE_CPC",
        label="Plainte avec constitution de partie civile",
        interrupts=Interrupts.CONDITIONAL,
        conditions=(
            "consignation versée dans le délai fixé\u00a0; plainte qui articule, qualifie et vise "
            "le texte qui réprime (art. 50)"
        ),
        why="elle engage les poursuites dès son dépôt",
        source="Cass. crim. 22 nov. 2005 (I4), 30 mars 2016 (I3), CA Douai 29 août 2024 (I5)",
        families=_PROSECUTION,
    ),
    Act(
        code="ASSIGNATION",
        label="Assignation au fond",
        interrupts=Interrupts.CONDITIONAL,
        conditions=_ART_53,
        why="elle engage l’instance",
        source="I20",
        families=_SUMMONS,
    ),
    Act(
        code="ASSIGNATION_REFERE",
        label="Assignation en référé ou en procédure accélérée au fond",
        interrupts=Interrupts.CONDITIONAL,
        conditions=_ART_53,
        why="elle engage l’instance, même contre l’hébergeur",
        source="Cass. 19 juin 2008 (C11)",
        families=_SUMMONS,
    ),
    _step_of_suit("PLACEMENT", "Remise de l’assignation au greffe", "Cass. 23 mai 2001 (C10)"),
    _step_of_suit(
        "CONCLUSIONS_NOTIFIEES",
        "Conclusions notifiées",
        "I20, I10, Cass. 2e civ. 8 avr. 2004 (I13)",
        "notifiées à un avocat constitué, et non seulement déposées",
    ),
    _step_of_suit(
        "CONCLUSIONS",
        "Conclusions du défendeur appelant",
        "Cass. 1re civ. 8 nov. 2007 (I21)",
        "notifiées à un avocat constitué",
    ),
    _step_of_suit(
        "COMMUNICATION_PIECES_BORDEREAU",
        "Communication de pièces sous bordereau",
        "Cass. 2e civ. 22 janv. 2004 (I13b)",
        "sa date est certaine",
    ),
    _step_of_suit(
        "JUGEMENT",
        "Jugement rendu à la diligence du demandeur",
        "Cass. 2e civ. 24 nov. 1999 (I12)",
    ),
    _step_of_suit(
        "SIGNIFICATION",
        "Signification d’un jugement ou d’un arrêt",
        "Cass. 1re civ. 10 oct. 2019 (I11)",
    ),
    _step_of_suit(
        "NOTIFICATION_ENTRE_AVOCATS",
        "Notification entre avocats",
        "Cass. 1re civ. 10 oct. 2019 (I11)",
    ),
    _step_of_suit("APPEL", "Appel", "C11"),
    _ineffective(
        "DELIBERE",
        "Mise en délibéré",
        "le délai ne court pas pendant le délibéré, mais aucune date ne peut en être tirée avant "
        "le jugement",
        "Cass. 2e civ. 28 avr. 1993 et 5 janv. 1994 (I8)",
    ),
    _ineffective(
        "ORDONNANCE_DE_CLOTURE",
        "Ordonnance de clôture",
        "les décisions se contredisent\u00a0; continuer à notifier des conclusions interruptives",
        "TGI Paris 10 mars 2003 (I9)\u00a0; Cass. 20 mars 2007 (D5)",
    ),
    _ineffective("BULLETIN", "Bulletin de procédure", "ce n’est pas un acte de partie", "I14"),
    _ineffective("RENVOI", "Renvoi", "ce n’est pas un acte de partie", "I14, I22"),
    _ineffective(
        "CONFERENCE_MISE_EN_ETAT",
        "Conférence de mise en état",
        "ce n’est pas un acte de partie",
        "I22",
    ),
    _ineffective(
        "ASSIGNATION_NULLE",
        "Assignation nulle (qualification, texte, domicile élu ou notification manquants)",
        "un acte nul est sans effet\u00a0; l’art. 2241 al. 2 C. civ. n’est pas admis en la matière",
        "Cass. 2e civ. 19 févr. 1997 (I6, I23)",
    ),
    _ineffective(
        "ASSIGNATION_1240",
        "Assignation fondée sur l’art. 1240 C. civ. pour des propos de presse",
        "l’art. 1240 ne permet pas d’échapper à la loi de 1881",
        "Cass. 1re civ. 7 févr. 2006 (I7)",
    ),
)
_BY_CODE = {row.code: row for row in ACTS}
