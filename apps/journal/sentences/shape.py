from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """What an event says to the insurer, and to the practitioner if they are told.

    It may name numbers, dates and codes of the event's data; codes become words in `words.py`.
    `sample` is what a verb writes there.
    """

    insurer: str
    practitioner: str = ""
    sample: Mapping[str, object] = field(default_factory=dict)
