"""Closed lists of codes, each with the French words that users read."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A string enumeration whose members are written `CODE = "CODE", "libellé français"`."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member
