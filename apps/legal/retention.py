"""How long a closed file is kept, and why. Years run from the day on which it is closed.

Proposals to be settled by the data protection officer (legal.md §8, product SEC-06): no text gives
a number for this business, but each purpose has its own term (RGPD art. 5-1 e).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from .labelled import Labelled


class RetentionClass(Labelled):
    ADVICE = "ADVICE", "conseil sans suite"
    LAWFUL = "LAWFUL", "contenus permis par la loi"
    DISPUTE = "DISPUTE", "contenus litigieux"


@dataclass(frozen=True)
class Retention:
    """`years` from the closing; `source` says where the number comes from."""

    years: int
    source: str


RETENTION = {
    RetentionClass.ADVICE: Retention(1, "Proposition du produit (SEC-06), à valider par le DPO."),
    RetentionClass.LAWFUL: Retention(2, "Proposition du produit (SEC-06), à valider par le DPO."),
    RetentionClass.DISPUTE: Retention(
        5, "Code civil, art. 2224 : cinq ans ; à valider par le DPO (SEC-06)."
    ),
}


def retention_of(outcomes: Collection[str], *, had_mission: bool) -> RetentionClass:
    """The class of a file, from the codes of how its contents ended (`incidents.status.Outcome`).

    A partner who has worked on it, or a single content that was not lawful, makes it a dispute.
    """
    if had_mission or set(outcomes) - {"lawful", "advised"}:
        return RetentionClass.DISPUTE
    return RetentionClass.LAWFUL if "lawful" in outcomes else RetentionClass.ADVICE


def purge_day(retention: RetentionClass, *, closed_on: date) -> date:
    """The first day on which the file may be erased, unless it is held."""
    return closed_on + relativedelta(years=RETENTION[retention].years)
