"""Whom the insurer knows: practitioners, their delegates and contracts, partners, platforms."""

from .contract import Contract
from .delegate import Delegate, DelegateQuerySet
from .help_line import HelpLine
from .partner import Partner
from .platform import Platform
from .practitioner import Practitioner, Profession

__all__ = [
    "Contract",
    "Delegate",
    "DelegateQuerySet",
    "HelpLine",
    "Partner",
    "Platform",
    "Practitioner",
    "Profession",
]
