"""By when a complaint is acknowledged and answered (ACPR 2022-R-01 and 2024-R-02).

These are the insurer's own duties, on the calendar of metropolitan France: the one with the fewest
holidays, so the earliest days. They never pause.
"""

from dataclasses import dataclass
from datetime import date

from .rules import RULES, rule
from .terms import last_day
from .territories import territory

CODES = ("COMPLAINT_ACK", "COMPLAINT_ANSWER")
# Before that day there was no such duty.
RULED_FROM = max(min(row.valid_from for row in RULES if row.code == code) for code in CODES)


@dataclass(frozen=True)
class ComplaintTerms:
    """The last days, whole until midnight."""

    acknowledge_by: date
    answer_by: date


def complaint_terms(sent_on: date) -> ComplaintTerms:
    """The two last days of a complaint sent on that day, by the rules then in force."""
    france = territory("75")
    acknowledgement, answer = (last_day(rule(code, sent_on), sent_on, france) for code in CODES)
    return ComplaintTerms(acknowledgement, answer)
