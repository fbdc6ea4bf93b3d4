"""What each act did to the dates of a content, in words."""

from collections.abc import Collection, Iterator
from datetime import date

from apps.incidents.models import Publication
from apps.legal.act_steps import act_step
from apps.legal.acts import ActDone

from .clock import STRICTEST_RULE
from .models import InterruptingAct
from .reckoning import Reckoning, reckon

WITHOUT_A_DATE = "Sans date de publication, l’effet de cet acte ne se calcule pas."
OF_NO_PUBLICATION = "Il ne vise aucune mise en ligne de ce contenu\u00a0: aucune date ne change."


def effects_of(
    acts: Collection[InterruptingAct],
    publications: Collection[Publication],
    *,
    passages: Collection[int],
    territory: str,
    today: date,
) -> Iterator[tuple[InterruptingAct, str]]:
    """Each act of a content with what it did to the strictest term of the first putting on line, of
    those in force, that it names."""
    answers = {
        one.number: reckon(
            one, STRICTEST_RULE, acts, passages=passages, territory=territory, today=today
        )
        for one in publications
        if acts
    }
    for act in acts:
        named = [answers[one.number] for one in publications if act.is_about(one)]
        answer = next((one for one in named if one), None)
        yield act, effect_of(act.done, answer, names_it=bool(named))


def effect_of(done: ActDone, answer: Reckoning | None, *, names_it: bool) -> str:
    """What this act did, by the law's answer about a putting on line that it names, or not."""
    if not names_it or answer is None:
        return OF_NO_PUBLICATION
    if answer.first.dates is None:
        return WITHOUT_A_DATE
    told = [one for one in answer.first.consequences if one.done == done]
    return act_step(answer.first.rule, told[0]) if told else OF_NO_PUBLICATION
