"""The shape of a page that explains a label to a practitioner."""

from dataclasses import dataclass

from .rulings import Ruling, rulings_on
from .taxonomy import Label


@dataclass(frozen=True, kw_only=True)
class Explainer:
    """A page: one label, or several that mean the same to who reads it.

    `means` says what it is, `signs` what we look at, `example` words made up when no case is
    known, `actions` what we do, `follows` in a sentence what comes of it, `term` until when a
    court may be asked.
    """

    slug: str
    name: str
    labels: tuple[Label, ...]
    means: str
    signs: tuple[str, ...]
    actions: tuple[str, ...]
    follows: str
    term: str
    example: str = ""

    @property
    def cases(self) -> list[Ruling]:
        """Words that were judged or given as examples, each once, that have a plain sentence."""
        known = (ruling for label in self.labels for ruling in rulings_on(label))
        return [ruling for ruling in dict.fromkeys(known) if ruling.plain]
