"""At the desk every refusal may be read: it is said by the same two means, whoever it names."""

from functools import partial

from apps.refusals import Refused
from apps.ui import refusing

refusals_at = partial(refusing.refusals_at, catch=Refused)
refusals_told = partial(refusing.refusals_told, catch=Refused)
