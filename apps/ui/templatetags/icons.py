"""The tags of the package `heroicons`, each icon drawn once.

The package copies and serialises an XML tree at each use; a page of the queue uses fifty.
"""

from functools import lru_cache

from django import template
from heroicons.templatetags import heroicons

register = template.Library()

DRAWN = 512  # icons by style, size and attributes: more than the templates name

for name in heroicons.register.tags:
    register.simple_tag(lru_cache(DRAWN)(getattr(heroicons, name)), name=name)
