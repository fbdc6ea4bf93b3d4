"""Which files an address of the queue asks for: a view, narrowed by filters."""

from datetime import date

from django.http import QueryDict

from apps.accounts.models import User
from apps.casework.access import incidents_for
from apps.incidents.models import IncidentQuerySet

from .filters import FilterForm
from .shelves import DEFAULT, SHELVES


class AskedQueue:
    """What the page, the export and the bulk actions all read in the same way."""

    def __init__(self, asked: QueryDict, *, user: User, today: date) -> None:
        name = asked.get("vue", "")
        self.name = name if name in SHELVES else DEFAULT
        self.shelf = SHELVES[self.name]
        self.filters = FilterForm(asked)
        self.visible = incidents_for(user)
        held = self.visible.filter(self.shelf.holds(user, today))
        self.files: IncidentQuerySet = self.filters.narrow(held)
