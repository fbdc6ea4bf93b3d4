"""What the words by which a site dates a text say of its first posting, and of its edit."""

from dataclasses import dataclass
from datetime import date

from .shown_words import read_shown
from .windows import Window


@dataclass(frozen=True)
class Mention:
    """`first` is the window of the first posting, `edit` that of an edit, if one is dated.

    An edit only says that the first posting is not later: no certain date can be promised, and
    the edit opens a disputed clock of its own (legal.md §18.3).
    """

    first: Window
    edit: Window | None = None


def read_mention(text: str, *, seen_on: date, territory: str = "75") -> Mention:
    """Return what `text`, seen on a site on `seen_on`, says: the same reading everywhere.

    « il y a 2 semaines (modifié) » is read as the date of the edit: most sites show that of the
    posting or that of the edit, and nobody can tell. `territory` is the department number of the
    practitioner. Raises `UnreadableDate`, with a French sentence for the user.
    """
    shown = read_shown(text, seen_on=seen_on, territory=territory)
    edit = Window.shown(shown) if shown.is_edit else None
    return Mention(Window.first_posting(shown), edit)
