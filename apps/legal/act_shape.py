"""The shape of a procedural act: what it is in the list, and what it was when it took place."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from .labelled import Labelled
from .rule_shape import Interruption


class Interrupts(Labelled):
    """Whether an act opens a new term."""

    YES = "YES", "oui"
    CONDITIONAL = "CONDITIONAL", "sous conditions"
    NO = "NO", "non"


class Route(Labelled):
    """The way a suit takes; the same step may interrupt on one and not on another."""

    CIVIL = "CIVIL", "civile, au fond"
    SUMMARY = "SUMMARY", "civile, en référé ou en procédure accélérée au fond"
    CRIMINAL = "CRIMINAL", "pénale"


CIVIL_ROUTES = frozenset({Route.CIVIL, Route.SUMMARY})
CRIMINAL_ROUTE = frozenset({Route.CRIMINAL})
EVERY_ROUTE = frozenset(Route)


class Standing(Labelled):
    """Where an act stands in a proceeding (legal.md §18.1)."""

    OPENS = "OPENS", "ouvre une procédure"
    STEP = "STEP", "étape d’une procédure"
    ALONE = "ALONE", "hors de toute procédure"


class Condition(Labelled):
    """What somebody must have checked before a conditional act interrupts."""

    WORDS_QUOTED = "WORDS_QUOTED", "les propos sont reproduits mot pour mot (art. 53)"
    ONE_LABEL = "ONE_LABEL", "chaque propos reçoit une seule qualification (art. 53)"
    PUNISHING_TEXT = "PUNISHING_TEXT", "le texte qui réprime est visé (art. 53)"
    DOMICILE = "DOMICILE", "un domicile est élu dans la ville même du tribunal (art. 53)"
    PROSECUTOR_TOLD = "PROSECUTOR_TOLD", "l’acte est notifié au ministère public (art. 53)"
    SERVED = "SERVED", "l’acte est signifié par un commissaire de justice"
    SIGNED = "SIGNED", "la plainte est signée"
    STAMPED = "STAMPED", "le jour retenu est celui du dépôt ou du tampon du greffe"
    ARTICULATED_COMPLAINT = (
        "ARTICULATED_COMPLAINT",
        "la plainte articule, qualifie et vise le texte qui réprime (art. 50)",
    )
    ARTICULATED = "ARTICULATED", "les réquisitions articulent et qualifient les propos (art. 65)"
    COUNSEL = "COUNSEL", "la notification est faite à un avocat constitué, pas seulement au greffe"
    CERTAIN_DATE = "CERTAIN_DATE", "la date de la communication est certaine"


class Suspension(Labelled):
    """What stops the term, for those who read the rulings that way (legal.md §18.2)."""

    UNTIL_PAID = "UNTIL_PAID", "jusqu’au versement de la consignation"
    UNTIL_REQUISITIONS = "UNTIL_REQUISITIONS", "jusqu’au réquisitoire introductif"
    UNTIL_JUDGMENT = "UNTIL_JUDGMENT", "jusqu’au jugement"
    FOUR_MONTHS = "FOUR_MONTHS", "pendant trois mois, puis un mois"
    UNTIL_NOTICE = "UNTIL_NOTICE", "jusqu’à sa notification"


@dataclass(frozen=True, kw_only=True)
class Act:
    """One row of the list. `why` completes « n’interrompt pas : … » or « interrompt : … ».

    `families` are the kinds of limitation that the act interrupts when it is regular, on its
    `routes`; `arguable`, those that it interrupts only if the lawyer confirms it.
    """

    code: str
    label: str
    interrupts: Interrupts
    why: str
    standing: Standing = Standing.ALONE
    routes: frozenset[Route] = EVERY_ROUTE
    requires: tuple[Condition, ...] = ()
    source: str = ""
    families: frozenset[Interruption] = frozenset()
    arguable: frozenset[Interruption] = frozenset()
    suspends: Suspension | None = None
    has_deposit: bool = False
    ends_suspension: bool = False

    @property
    def conditions(self) -> str:
        """The conditions in words, the deposit among them; empty when there is none."""
        words = [condition.label for condition in self.requires]
        if self.has_deposit:
            words.append("la consignation est versée dans le délai du juge, ou dispensée")
        return "\u00a0; ".join(words)

    @property
    def is_served(self) -> bool:
        """Tell whether a bailiff does it, on days when one may (art. 664 CPC)."""
        return Condition.SERVED in self.requires

    @property
    def needs_check(self) -> bool:
        """Tell whether it could put a date off, or say that the term was stopped."""
        return bool(self.families or self.arguable or self.suspends or self.ends_suspension)

    @property
    def opens(self) -> bool:
        """Tell whether it opens a proceeding."""
        return self.standing is Standing.OPENS


@dataclass(frozen=True)
class ActDone:
    """An act as it took place, on the civil day `on`, in `proceeding` (`None`: in none).

    `valid` is false when it was annulled or is irregular. `missing` are its conditions that nobody
    has confirmed, and `is_pending` says that no second person has checked it yet. `served_in` is
    the department number of the place of service, empty when unknown; `judge_allowed` that the
    judge let it be served on a day without service. The deposit of a complaint with civil-party
    claim is paid on `deposit_paid_on`, at the latest on `deposit_due_on`, or `deposit_waived`:
    time stands still from the filing to the payment (Cass. crim. 30 Mar 2016, n° 15-81.606). Raises
    `ValueError` with a French message for a deposit before the complaint, or on another act.
    """

    code: str
    on: date
    valid: bool = True
    deposit_paid_on: date | None = None
    deposit_due_on: date | None = None
    deposit_waived: bool = False
    missing: tuple[Condition, ...] = ()
    is_pending: bool = False
    served_in: str = ""
    judge_allowed: bool = False
    proceeding: Hashable | None = ""
    route: Route | None = None

    def __post_init__(self) -> None:
        if not (self.deposit_paid_on or self.deposit_due_on or self.deposit_waived):
            return
        if self.code != "PLAINTE_CPC":
            raise ValueError("Seule une plainte avec partie civile demande une consignation.")
        if self.deposit_paid_on and self.deposit_waived:
            raise ValueError("Une consignation versée n’est pas dispensée\u00a0: choisir.")
        for day in (self.deposit_paid_on, self.deposit_due_on):
            if day and day < self.on:
                raise ValueError(
                    "La consignation ne peut pas être versée avant le dépôt de la plainte."
                )

    @property
    def is_deposit_settled(self) -> bool:
        """Tell whether the deposit was paid, in time or not, or waived."""
        return self.deposit_waived or self.deposit_paid_on is not None

    @property
    def is_deposit_late(self) -> bool:
        """Tell whether the deposit was paid after the last day that the judge had set."""
        paid, due = self.deposit_paid_on, self.deposit_due_on
        return paid is not None and due is not None and paid > due
