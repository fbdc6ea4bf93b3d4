"""A deadline as those may read it who must not know what is done in court about a content."""

from copy import copy

from apps.legal.acts import ACTS
from apps.legal.interruption import Doubt

from .models import Deadline


def without_acts(deadline: Deadline) -> Deadline:
    """The same dates, not to be saved, with nothing of the acts: neither what they did, nor what
    another reading of them would give."""
    told = copy(deadline)
    told.doubt = deadline.doubt if deadline.doubt == Doubt.LATEST_DAY else ""
    told.held_for = None
    told.beside = [one for one in deadline.beside if one["doubt"] == Doubt.LATEST_DAY]
    hidden = {one["sentence"] for one in deadline.beside} - {one["sentence"] for one in told.beside}
    told.explanation = [
        sentence
        for sentence in deadline.explanation
        if sentence not in hidden and not _is_about_an_act(sentence)
    ]
    return told


def _is_about_an_act(sentence: str) -> bool:
    """The steps of a computation name each act first (`apps/legal/act_steps.py`)."""
    return any(sentence.startswith(f"{act.label}, ") for act in ACTS)
