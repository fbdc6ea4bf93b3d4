"""What is done about a content, from what it may be in law: one ladder of steps per qualification.

The days are the insurer's own, to work by: they are no term of the law, which never waits for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from .labelled import Labelled
from .taxonomy import Label


class Opens(Labelled):
    """What a step gives birth to, or the page where it is done."""

    REQUEST = "REQUEST", "demande au sociétaire"
    MESSAGE = "MESSAGE", "message au sociétaire"
    ADVICE = "ADVICE", "message de conseil préparé"
    QUALIFICATION = "QUALIFICATION", "qualification"
    SECOND_READING = "SECOND_READING", "seconde lecture"
    ASSESSMENT = "ASSESSMENT", "appréciation pour l’avocat"
    BAILIFF_MISSION = "BAILIFF_MISSION", "mission du commissaire de justice"
    LAWYER_MISSION = "LAWYER_MISSION", "mission de l’avocat"
    TECHNICAL_MISSION = "TECHNICAL_MISSION", "mission du prestataire technique"
    DOSSIER = "DOSSIER", "dossier PDF"
    REPORT = "REPORT", "signalement à la plateforme"
    ONLINE_CHECK = "ONLINE_CHECK", "vérification en ligne"
    INACTION = "INACTION", "décision de ne pas agir"
    CLOSING = "CLOSING", "clôture"


class LadderStep(StrEnum):
    """Everything that may stand on a ladder, in the order in which it is done.

    `days` are working days from the opening of the step; `source` gives the section of legal.md
    and, in brackets, the codes of its § 17.
    """

    label: str
    opens: Opens
    days: int
    why: str
    articles: str
    source: str

    def __new__(
        cls,
        code: str,
        label: str,
        opens: Opens,
        days: int,
        why: str,
        articles: str,
        source: str,
    ) -> Self:
        member = str.__new__(cls, code)
        member._value_, member.label, member.opens = code, label, opens
        member.days, member.why = days, why
        member.articles, member.source = articles, source
        return member

    QUALIFY = (
        "QUALIFY",
        "Qualifier le contenu",
        Opens.QUALIFICATION,
        1,
        "Elle commande la manière de réagir\u00a0; d’ici là, le délai le plus court est suivi.",
        "L. 1881 art. 65",
        "§ 2.5 et 15",
    )
    POLICE = (
        "POLICE",
        "Conseiller de prévenir la police",
        Opens.MESSAGE,
        1,
        "Un danger ne s’attend pas\u00a0: le 17 en cas d’urgence, PHAROS pour le contenu.",
        "CP art. 222-17, 223-1-1 et 433-3",
        "§ 2.5",
    )
    CAPTURE = (
        "CAPTURE",
        "Obtenir une capture entière",
        Opens.REQUEST,
        1,
        "Adresse et date visibles. La preuve d’abord\u00a0: un contenu signalé peut disparaître.",
        "Preuve libre",
        "§ 8 (E6, EV8)",
    )
    SECOND_READING = (
        "SECOND_READING",
        "Faire relire par une seconde personne",
        Opens.SECOND_READING,
        2,
        "Une circonstance aggravante se confirme à deux avant tout changement de délai.",
        "L. 1881 art. 65-3",
        "§ 2.5 et 15",
    )
    AUTHOR_CLUES = (
        "AUTHOR_CLUES",
        "Réunir ce que l’on sait de l’auteur",
        Opens.REQUEST,
        2,
        "Sa page, ses autres avis\u00a0: plusieurs avis liés changent la qualification.",
        "CPP art. 60-1-2",
        "§ 2.5 et 7 (ID5)",
    )
    BAILIFF = (
        "BAILIFF",
        "Confier le constat au commissaire de justice",
        Opens.BAILIFF_MISSION,
        2,
        "Le constat fait foi jusqu’à preuve contraire, sauf au pénal.",
        "Ord. n° 2016-728 art. 1er",
        "§ 8 (EV1)",
    )
    BAILIFF_DOSSIER = (
        "BAILIFF_DOSSIER",
        "Établir le dossier du commissaire de justice",
        Opens.DOSSIER,
        3,
        "Il dit quoi constater mot pour mot, et à quelle adresse.",
        "NF Z67-147",
        "§ 8 (EV2, EV3)",
    )
    ADVICE = (
        "ADVICE",
        "Envoyer le conseil\u00a0: répondre ou non, et comment",
        Opens.ADVICE,
        3,
        "Rien de médical, ni confirmer que l’auteur est un patient, même s’il l’a écrit.",
        "CEDH art. 10\u00a0; CSP art. R. 4127-4",
        "§ 9 (E1, E5)",
    )
    PLATFORM_RULES = (
        "PLATFORM_RULES",
        "Voir si l’avis enfreint les règles de la plateforme",
        Opens.REPORT,
        3,
        "Hors sujet, conflit d’intérêts…\u00a0: la plateforme retire parfois un avis permis.",
        "Règles de la plateforme",
        "§ 2.1 et 13 (G4, G5)",
    )
    LAWYER_CHOICE = (
        "LAWYER_CHOICE",
        "Recueillir par écrit le choix d’avocat",
        Opens.MESSAGE,
        3,
        "Sans demande écrite du sociétaire, aucun nom d’avocat ne peut lui être proposé.",
        "C. assur. art. L. 127-3",
        "§ 11 (IN2)",
    )
    ASSESSMENT = (
        "ASSESSMENT",
        "Remplir l’appréciation pour l’avocat",
        Opens.ASSESSMENT,
        3,
        "Statut, personne ou prestations, provocation\u00a0: un mauvais article fait tout perdre.",
        "L. 1881 art. 31, 32, 33, 35 et 55",
        "§ 2.1 et 2.4 (H1, P5, P11)",
    )
    REPORT = (
        "REPORT",
        "Signaler le contenu à la plateforme",
        Opens.REPORT,
        5,
        "Souvent plus rapide que le juge\u00a0; il n’arrête aucun délai.",
        "Règlement (UE) 2022/2065 art. 16",
        "§ 6.2 et 13 (A1)",
    )
    GDPR_REQUEST = (
        "GDPR_REQUEST",
        "Préparer la demande d’opposition ou d’effacement",
        Opens.MESSAGE,
        5,
        "Elle part du sociétaire\u00a0; un mois pour y répondre, à confirmer.",
        "RGPD art. 12, 17 et 21",
        "§ 3 et 13 (G1, G3)",
    )
    CORRECTION = (
        "CORRECTION",
        "Demander la correction de la fiche",
        Opens.REPORT,
        5,
        "La plateforme corrige une adresse, un nom ou une personne confondue.",
        "RGPD art. 16",
        "§ 2.1",
    )
    TECHNICAL = (
        "TECHNICAL",
        "Confier le retrait au prestataire technique",
        Opens.TECHNICAL_MISSION,
        5,
        "L’option assistance e-réputation du contrat le prend en charge.",
        "Contrat, option assistance e-réputation",
        "§ 1 et 11",
    )
    COMPLAINT = (
        "COMPLAINT",
        "Conseiller une plainte",
        Opens.MESSAGE,
        5,
        "Une plainte simple n’interrompt pas les trois mois\u00a0; l’adresse peut être le cabinet.",
        "CPP art. 8 et 9-2\u00a0; L. n° 2025-623 art. 4",
        "§ 5.1 et 10 (W2)",
    )
    LAWYER = (
        "LAWYER",
        "Saisir l’avocat",
        Opens.LAWYER_MISSION,
        5,
        "Il prépare l’acte qui interrompt le délai\u00a0; il lui faut du temps.",
        "L. 1881 art. 53 et 65",
        "§ 5 (I7)",
    )
    LAWYER_DOSSIER = (
        "LAWYER_DOSSIER",
        "Établir le dossier de l’avocat",
        Opens.DOSSIER,
        6,
        "Passages, lectures, pièces et dates, figés avec leur empreinte.",
        "L. 1881 art. 53",
        "§ 8",
    )
    ONLINE_CHECK = (
        "ONLINE_CHECK",
        "Vérifier si le contenu est toujours en ligne",
        Opens.ONLINE_CHECK,
        10,
        "Retiré, un contenu se poursuit encore\u00a0; revenu, il peut ouvrir un délai.",
        "L. 1881 art. 65",
        "§ 4.2 et 15",
    )
    CLOSING = (
        "CLOSING",
        "Clore le dossier",
        Opens.CLOSING,
        10,
        "Le conseil est donné\u00a0: plus rien n’est à faire pour ce contenu.",
        "CEDH art. 10",
        "§ 2.1",
    )
    DECISION = (
        "DECISION",
        "Agir, ou signer la décision de ne pas agir",
        Opens.INACTION,
        15,
        "Le sociétaire doit l’apprendre assez tôt pour pouvoir agir par lui-même.",
        "C. assur. art. L. 127-4",
        "§ 5.1 et 11",
    )
    GDPR_ANSWER = (
        "GDPR_ANSWER",
        "Relever la réponse à la demande d’effacement",
        Opens.ONLINE_CHECK,
        25,
        "Sans réponse dans le mois, une plainte à la CNIL ou le juge restent possibles.",
        "RGPD art. 12 § 3 et 77",
        "§ 3",
    )


@dataclass(frozen=True)
class Playbook:
    """What is done about a label, in the order of `LadderStep`, since a day."""

    steps: tuple[LadderStep, ...]
    since: date
    source: str


def steps_called_for(labels: Iterable[Label]) -> tuple[LadderStep, ...]:
    """Return the steps that the labels of one content call for, in their order.

    A lawful passage beside one that is not adds nothing: nobody closes a file on advice while
    other words may be sued for.
    """
    labels = set(labels)
    serious = {label for label in labels if not label.is_lawful}
    called = {step for label in serious or labels for step in PLAYBOOKS[label].steps}
    return tuple(step for step in LadderStep if step in called)


def _playbook(*steps: LadderStep, source: str) -> Playbook:
    return Playbook(tuple(step for step in LadderStep if step in steps), date(2026, 11, 23), source)


_PROOF = (LadderStep.CAPTURE, LadderStep.BAILIFF, LadderStep.BAILIFF_DOSSIER)
_LAWYER = (
    LadderStep.LAWYER_CHOICE,
    LadderStep.LAWYER,
    LadderStep.LAWYER_DOSSIER,
    LadderStep.DECISION,
)
_REMOVAL = (LadderStep.REPORT, LadderStep.ONLINE_CHECK)
_OFFENCE = (*_PROOF, *_LAWYER, *_REMOVAL)
_PRESS = (*_OFFENCE, LadderStep.ASSESSMENT)
_AGGRAVATED = (*_PRESS, LadderStep.SECOND_READING)

PLAYBOOKS = {
    Label.OPINION: _playbook(
        LadderStep.ADVICE, LadderStep.PLATFORM_RULES, LadderStep.CLOSING, source="§ 2.1, 9 et 13"
    ),
    Label.DIFF_PUB: _playbook(*_PRESS, source="§ 2.1, 5 et 8"),
    Label.DIFF_PUB_AGG: _playbook(*_AGGRAVATED, source="§ 2.5, 5 et 8"),
    Label.INJ_PUB: _playbook(*_PRESS, source="§ 2.1, 5 et 8"),
    Label.INJ_PUB_AGG: _playbook(*_AGGRAVATED, source="§ 2.5, 5 et 8"),
    Label.DIFF_FONC: _playbook(*_PRESS, source="§ 2.4, 5 et 8"),
    Label.INJ_FONC: _playbook(*_PRESS, source="§ 2.4, 5 et 8"),
    Label.PROVOC: _playbook(*_AGGRAVATED, LadderStep.POLICE, source="§ 2.5, 5 et 8"),
    Label.DIFF_NP: _playbook(*_PRESS, source="§ 2.3, 5 et 8"),
    Label.INJ_NP: _playbook(*_PRESS, source="§ 2.3, 5 et 8"),
    Label.DIFF_NP_AGG: _playbook(*_AGGRAVATED, source="§ 2.3, 2.5 et 5"),
    Label.INJ_NP_AGG: _playbook(*_AGGRAVATED, source="§ 2.3, 2.5 et 5"),
    Label.DENIGREMENT: _playbook(*_PRESS, LadderStep.TECHNICAL, source="§ 2.1 et 8"),
    Label.FAUX_AVIS: _playbook(
        *_PRESS, LadderStep.AUTHOR_CLUES, LadderStep.TECHNICAL, source="§ 2.1, 2.5, 7 et 13"
    ),
    Label.VIE_PRIVEE: _playbook(*_OFFENCE, LadderStep.GDPR_REQUEST, source="§ 2.1 et 6.2"),
    Label.PRES_INNOCENCE: _playbook(*_PRESS, source="§ 2.1 et 5"),
    Label.CYBERHARC: _playbook(
        *_OFFENCE, LadderStep.AUTHOR_CLUES, LadderStep.COMPLAINT, source="§ 2.1, 2.5 et 7"
    ),
    Label.MENACES: _playbook(
        *_OFFENCE, LadderStep.POLICE, LadderStep.COMPLAINT, source="§ 2.5 et 10"
    ),
    Label.DOXING: _playbook(
        *_OFFENCE,
        LadderStep.POLICE,
        LadderStep.COMPLAINT,
        LadderStep.GDPR_REQUEST,
        source="§ 2.5 et 10",
    ),
    Label.USURPATION: _playbook(
        *_OFFENCE,
        LadderStep.AUTHOR_CLUES,
        LadderStep.COMPLAINT,
        LadderStep.TECHNICAL,
        source="§ 2.1 et 7",
    ),
    Label.CHANTAGE: _playbook(*_OFFENCE, LadderStep.COMPLAINT, source="§ 2.1 et 5.1"),
    Label.OUTRAGE_SANTE: _playbook(
        LadderStep.CAPTURE, LadderStep.COMPLAINT, *_LAWYER, source="§ 2.1 et 10"
    ),
    Label.RGPD: _playbook(
        LadderStep.CAPTURE,
        LadderStep.GDPR_REQUEST,
        LadderStep.TECHNICAL,
        LadderStep.ONLINE_CHECK,
        LadderStep.DECISION,
        LadderStep.GDPR_ANSWER,
        source="§ 3 et 13",
    ),
    Label.FACTUAL_ERROR: _playbook(
        LadderStep.CAPTURE,
        LadderStep.CORRECTION,
        LadderStep.ONLINE_CHECK,
        LadderStep.DECISION,
        source="§ 2.1 et 13",
    ),
    Label.UNDETERMINED: _playbook(LadderStep.QUALIFY, LadderStep.CAPTURE, source="§ 2.5"),
}
