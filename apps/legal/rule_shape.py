"""The shape of a rule: what starts it, what interrupts it, how long it runs, who signed it."""

from dataclasses import dataclass
from datetime import date

from .labelled import Labelled


class Start(Labelled):
    """The event whose day starts a term."""

    FIRST_PUBLICATION = "FIRST_PUBLICATION", "première mise en ligne"
    RECEPTION = "RECEPTION", "réception par le destinataire"
    FINAL_CRIMINAL_DECISION = "FINAL_CRIMINAL_DECISION", "décision pénale définitive"
    KNOWLEDGE = "KNOWLEDGE", "jour où les faits ont été connus ou auraient dû l’être"
    OFFENCE = "OFFENCE", "jour de l’infraction (dernier acte en cas de harcèlement)"
    REQUEST_RECEIVED = "REQUEST_RECEIVED", "réception de la demande"
    REPLY_REFUSED = "REPLY_REFUSED", "refus d’insérer la réponse, ou fin du délai pour l’insérer"
    DECISION_NOTIFIED = "DECISION_NOTIFIED", "information de la décision de la plateforme"
    NOTICE_SENT = "NOTICE_SENT", "envoi de la notification"
    COMPLAINT_RECEIVED = "COMPLAINT_RECEIVED", "réception de la réclamation"
    COMPLAINT_SENT = "COMPLAINT_SENT", "envoi de la réclamation (ou sa réception, si antérieure)"
    CONTRACT_ENDED = "CONTRACT_ENDED", "fin du contrat de l’auteur avec l’hébergeur"
    ACCOUNT_CLOSED = "ACCOUNT_CLOSED", "fin du contrat ou clôture du compte"
    CONNECTION = "CONNECTION", "connexion de l’auteur"
    SUMMONS_SERVED = "SUMMONS_SERVED", "signification de l’assignation ou de la citation"
    TRUTH_OFFERED = "TRUTH_OFFERED", "signification de l’offre de preuve"
    DEPOSIT_TIME_LIMIT = "DEPOSIT_TIME_LIMIT", "dernier jour fixé par le juge"
    JUDGMENT = "JUDGMENT", "jugement"
    EVENT = "EVENT", "événement qui donne naissance à l’action"
    LOSS_KNOWN = "LOSS_KNOWN", "connaissance du sinistre"
    APPEAL_SENT = "APPEAL_SENT", "envoi du recours à la plateforme"


class Interruption(Labelled):
    """The family of acts after which a whole new term runs."""

    PRESS = "PRESS", "actes de poursuite et d’instruction (L. 1881 art. 65)"
    PRESS_AGGRAVATED = (
        "PRESS_AGGRAVATED",
        (
            "actes de poursuite et d’instruction (art. 65), et actes d’enquête si l’avocat le "
            "confirme (art. 65-3, CPP art. 9-2)"
        ),
    )
    PRESS_CIVIL = "PRESS_CIVIL", "actes de la procédure civile, au moins un tous les trois mois"
    CIVIL = "CIVIL", "demande en justice, même en référé (C. civ. art. 2241)"
    CRIMINAL = "CRIMINAL", "actes d’enquête, de poursuite et d’instruction (CPP art. 9-2)"
    NONE = "NONE", "aucun acte"


class TermNature(Labelled):
    """What is lost, or merely expected, on the last day."""

    LIMITATION = "LIMITATION", "prescription"
    TERM = "TERM", "délai pour agir ou pour répondre"
    MINIMUM = "MINIMUM", "durée minimale garantie"
    RETENTION = "RETENTION", "durée de conservation par l’hébergeur"
    TARGET = "TARGET", "objectif ou usage, sans sanction"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One row of the table, valid from `valid_from` to `valid_to` (open when `None`).

    At most one of `years`, `months`, `days`, `business_days` (*jours ouvrés*, Monday to Friday)
    and `open_days` (*jours ouvrables*, Monday to Saturday) is not zero; holidays count in neither.
    None is when a judge sets the last day: it is then that very day.
    `first_day_counts`: the day of the event is the first of the term, which then ends one
    day before its anniversary. `source` gives decisions and the codes of legal.md §17;
    `confidence` is A (read on a source that quotes the text), B (in part) or C (knowledge only).
    `reviewed_on` stays empty until the insurer's counsel signs the row.
    """

    code: str
    label: str
    articles: str
    start: Start
    nature: TermNature
    valid_from: date
    confidence: str
    years: int = 0
    months: int = 0
    days: int = 0
    business_days: int = 0
    open_days: int = 0
    interruption: Interruption = Interruption.NONE
    first_day_counts: bool = False
    valid_to: date | None = None
    source: str = ""
    note: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None

    @property
    def version(self) -> str:
        """What a deadline remembers of the row that produced it: "PRESS_3M@1881-07-29"."""
        return f"{self.code}@{self.valid_from.isoformat()}"

    @property
    def is_counted(self) -> bool:
        """Tell whether the term has a length; else somebody sets its last day."""
        return bool(self.years or self.months or self.days or self.business_days or self.open_days)

    @property
    def duration(self) -> str:
        """The length in French: « 3 mois », « 1 an », « 10 jours ouvrés », or who sets its end."""
        amounts = (
            (self.years, "an", "ans"),
            (self.months, "mois", "mois"),
            (self.days, "jour", "jours"),
            (self.business_days, "jour ouvré", "jours ouvrés"),
            (self.open_days, "jour ouvrable", "jours ouvrables"),
        )
        lengths = (f"{n} {one if n == 1 else many}" for n, one, many in amounts if n)
        return next(lengths, "date fixée par le juge")

    @property
    def is_reviewed(self) -> bool:
        """Tell whether the insurer's counsel has signed this row."""
        return self.reviewed_on is not None

    def is_in_force(self, on: date) -> bool:
        """Tell whether the row is the law on that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
