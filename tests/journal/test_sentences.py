"""Every event is said once, and whatever a verb writes in it is put in words."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import TextChoices

from apps.journal.kinds import Kind
from apps.journal.sentences import SENTENCES
from apps.journal.words import CODES, in_words
from apps.legal.acts import ACTS
from apps.legal.rules import RULES

ROOMS = sorted((Path(settings.BASE_DIR) / "apps/journal/sentences").glob("*.py"))
SAID_AS_IT_IS = re.compile(r"ER-\d{4}-\d{6}|M-\d{6}")  # the reference of a file, of a mission
EVERY = {
    "act": {act.code: act.label for act in ACTS},
    "rule": {rule.code: rule.label for rule in RULES},
} | {
    name: {code.value: str(code.label) for code in found}
    for name, found in CODES.items()
    if isinstance(found, type) and issubclass(found, TextChoices | StrEnum)
}


def test_every_kind_is_said_once_in_one_room() -> None:
    said = re.compile(r"^    Kind\.(\w+): ", re.MULTILINE)
    written = [kind for path in ROOMS for kind in said.findall(path.read_text())]
    assert sorted(written) == sorted(kind.name for kind in Kind)
    assert set(SENTENCES) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_code_and_every_day_of_an_event_is_put_in_words(kind: Kind) -> None:
    sample = SENTENCES[kind].sample
    words = in_words(sample)
    for name, value in sample.items():
        if isinstance(value, str) and not SAID_AS_IT_IS.fullmatch(value):
            assert words[name] != value, name


@pytest.mark.parametrize("name", CODES)
def test_every_code_has_its_word(name: str) -> None:
    assert EVERY[name]
    for code, label in EVERY[name].items():
        assert in_words({name: code})[name] == label != ""
