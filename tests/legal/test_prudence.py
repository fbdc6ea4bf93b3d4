"""No page, letter or PDF states as settled what legal.md marks as inferred, decided or unread."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPOKEN = (
    *(ROOT / "templates").rglob("*.html"),
    *(ROOT / "templates").rglob("*.txt"),
    *(ROOT / "apps" / "legal").rglob("*.py"),
    *(ROOT / "apps" / "portal").rglob("*.py"),
    *(ROOT / "apps" / "desk").rglob("*.py"),
    *(ROOT / "apps" / "correspondence").rglob("*.py"),
)
# What was once said flatly, and where legal.md says that nobody may.
TOO_SURE = {
    "le jour de la publication compte et": "§4.1: the day less is prudence, against one court",
    "Un acte nul n’interrompt pas": "§18.4: no decision found on art. 2241 al. 2",
    "n’est pas admis en la matière": "§18.4: no decision found on art. 2241 al. 2",
    '"Trop tard pour le tribunal': "§18.3: a window has two ends",
    "l’hébergeur seulement s’il": "§6.1: art. 6-3 is open against whoever can help",
    "de la loi de 1881 courent quelle que soit": "§2.5 [I]: they are followed by prudence",
    "Il n’y a pas de délai": "no text was read that says so",
    "a un mois pour répondre. ": "§3: RGPD art. 12 is known, not read",
    "revenu, il ouvre un nouveau délai": "§4.2: unclear when the platform puts it back",
    "Chaque personne visée a son propre délai": "§18.1 [D]",
}
SANCTION = re.compile(r"sanctionn|condamn|blâm|interdiction d’exercer|radi[ée]", re.IGNORECASE)
PUBLIC_REPLY = re.compile(r"\b(?:réponse|répondre|répondu)\b", re.IGNORECASE)


def sentences(page: Path) -> Iterator[str]:
    """What a page says, sentence by sentence, on one line each."""
    text = " ".join(page.read_text(encoding="utf-8").replace('"', " ").split())
    yield from re.split(r"(?<=[.!?])\s|</(?:p|li|td|dd|h\d)>", text)


@pytest.mark.parametrize("words", TOO_SURE, ids=lambda words: words[:24])
def test_nothing_says_it_flatly(words: str) -> None:
    told = [
        str(page.relative_to(ROOT)) for page in SPOKEN if words in page.read_text(encoding="utf-8")
    ]

    assert not told, TOO_SURE[words]


def test_nobody_reads_that_a_public_reply_was_punished() -> None:
    # legal.md §18.5: no French sanction for a public reply to a review was found.
    told = [
        (str(page.relative_to(ROOT)), sentence)
        for page in SPOKEN
        for sentence in sentences(page)
        if SANCTION.search(sentence) and PUBLIC_REPLY.search(sentence)
    ]

    assert not told


def test_the_prudent_day_is_said_to_be_prudence() -> None:
    # legal.md §4.1: the day less covers a judge who counts the first day, as CA Pau did.
    page = (ROOT / "templates/portal/declarations/date_clock.html").read_text(encoding="utf-8")

    assert "C’est la veille du jour anniversaire, par prudence" in page
