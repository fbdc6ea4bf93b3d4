"""The dates that matter, from a rule, a window of publication and the acts done since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .acts import ActDone
from .explanation import act_step, date_steps, event_steps, rule_steps, term_steps
from .interruption import follow
from .rule_shape import Rule
from .terms import last_day
from .territories import territory as find_territory
from .windows import Window


@dataclass(frozen=True)
class Limitation:
    """The four dates of a term, all `None` when the day of publication is unknown.

    `legal_last_day`: the last day on which an act is in time, until midnight.
    `prudent_day`: the day before, for a judge who would count the first day.
    `act_by`: the last prudent day on which lawyers and registries work; it drives everything.
    `last_service_day`: the last legal day on which a bailiff may serve (art. 664 CPC).
    `steps`: the reasoning, one French sentence per step.
    """

    rule: Rule
    window: Window
    legal_last_day: date | None
    prudent_day: date | None
    act_by: date | None
    last_service_day: date | None
    steps: tuple[str, ...]

    @property
    def is_unknown(self) -> bool:
        """Tell whether no date could be computed: treat the case as almost over."""
        return self.legal_last_day is None


def compute(
    rule: Rule, window: Window, *, territory: str = "75", acts: Iterable[ActDone] = ()
) -> Limitation:
    """Return the dates of the term that `rule` opens, running from the earliest possible day.

    The day of discovery plays no part (Cass. crim. 30 Jan 2001, n° 00-83.004) and no
    week-end or holiday extends the term (TGI Paris 29 Oct 2003). `territory` is a department
    number. Raises `UnknownTerritory` and `UnknownAct`.
    """
    place = find_territory(territory)
    opening = (*event_steps(rule, window), *rule_steps(rule))
    if window.earliest is None:
        return Limitation(rule, window, None, None, None, None, opening)
    consequences = follow(rule, window.earliest, acts, place)
    first_end = last_day(rule, window.earliest, place)
    legal_last_day = consequences[-1].last_day if consequences else first_end
    prudent_day = legal_last_day - timedelta(days=1)
    dates = (
        legal_last_day,
        prudent_day,
        place.last_business_day(prudent_day),
        place.last_service_day(legal_last_day),
    )
    steps = (
        *opening,
        *term_steps(rule, window.earliest, first_end),
        *(act_step(rule, consequence) for consequence in consequences),
        *date_steps(*dates, place),
    )
    return Limitation(rule, window, *dates, steps)
