"""What each qualification means for a practitioner, in plain words: one page each (QUAL-11).

The conditions are those of legal.md §2.1 and §2.5; what follows from them, product.md §3.3.
`tests/legal/test_explainers.py` holds that every label has one page and that none promises a
removal.
"""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .aggravated import AGGRAVATED
from .danger import DANGER
from .listing import LISTING
from .person import PERSON
from .scale import SCALE
from .trade import TRADE
from .undecided import UNDECIDED


def explainer_of(label: Label) -> Explainer:
    """The page that speaks of this label."""
    return next(one for one in EXPLAINERS if label in one.labels)


def explainer_at(slug: str) -> Explainer | None:
    """The page that bears this name in its address, if there is one."""
    return next((one for one in EXPLAINERS if one.slug == slug), None)


SCALED = len(SCALE)  # the first ones go from the lightest to the gravest; the others stand beside
EXPLAINERS = (
    *SCALE,
    *AGGRAVATED,
    *TRADE,
    *PERSON,
    *DANGER,
    *LISTING,
    *UNDECIDED,
)
