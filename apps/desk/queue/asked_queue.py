"""Which files an address of the queue asks for: a view, narrowed by filters."""

from datetime import date

from django.http import QueryDict

from apps.accounts.models import User
from apps.casework.access import incidents_for
from apps.desk.keyset import AFTER, BEFORE, neighbours
from apps.incidents.models import Incident, IncidentQuerySet

from .filters import FilterForm
from .shelves import DEFAULT, SHELVES

OPENED = "ouvrir"  # the file shown beside the list

ANYTHING = FilterForm({})  # for the lists that nothing narrows; built once, it is only read


class AskedQueue:
    """What the page, the export and the bulk actions all read in the same way.

    `query` is the address of the view, `place` that of the page of it which is shown.
    """

    def __init__(self, asked: QueryDict, *, user: User, today: date) -> None:
        name = asked.get("vue", "")
        self.name = name if name in SHELVES else DEFAULT
        self.shelf = SHELVES[self.name]
        asks = any(name in asked for name in FilterForm.base_fields)
        self.filters = FilterForm(asked) if asks else ANYTHING
        self.visible = incidents_for(user)
        held = self.visible.filter(self.shelf.holds(user, today))
        self.files: IncidentQuerySet = self.filters.narrow(held, user=user)
        self.opened = asked.get(OPENED, "")
        self.query = _kept(asked, ("vue", *FilterForm.base_fields))
        self.place = _kept(asked, ("vue", *FilterForm.base_fields, AFTER, BEFORE))

    def around(self, incident: Incident) -> tuple[Incident | None, Incident | None]:
        """The files before and after this one in the list, even once it has left the view."""
        return neighbours(self.files, order=self.shelf.order, of=incident)


def _kept(asked: QueryDict, names: tuple[str, ...]) -> str:
    """Of an address, what these parameters say."""
    kept = QueryDict(mutable=True)
    for name in names:
        if values := [value for value in asked.getlist(name) if value]:
            kept.setlist(name, values)
    return kept.urlencode()
