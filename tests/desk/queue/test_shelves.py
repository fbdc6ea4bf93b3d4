"""What it takes to count the views: little, whatever the number of files."""

import re
from datetime import timedelta

import pytest
from django.db.models import Index, Q
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.access import incidents_for
from apps.casework.search.queue_facts import count_up_to
from apps.desk.queue.shelves import IS_OPEN, SHELVES, counts
from apps.incidents.models import Incident, IncidentQuerySet
from apps.incidents.status import Status
from tests.factories import declared_incident, taken_incident

# The others begin at the few rows of another table, or at the few files that sleep.
OF_THE_FILE_ALONE = (
    "ouverts",
    "a_trier",
    "miens",
    "bientot",
    "sans_date",
    "attente_societaire",
    "attente_plateforme",
    "attente_partenaire",
    "clos",
)


def held(name: str, user: User) -> IncidentQuerySet:
    return incidents_for(user).filter(SHELVES[name].holds(user, localdate()))


def columns_read(files: IncidentQuerySet) -> set[str]:
    """Those of a file that counting looks at, beside its key and what makes it open or closed."""
    sql = str(files.order_by().values("pk").query)
    return set(re.findall(r'"incidents_incident"\."(\w+)"', sql)) - {"id", "status"}


def columns_held(index: Index) -> list[str]:
    return [Incident._meta.get_field(name).column for name, _ in index.fields_orders]


@pytest.mark.parametrize("name", OF_THE_FILE_ALONE)
def test_one_index_begins_with_and_holds_all_that_counting_a_view_reads(
    sofia: User, name: str
) -> None:
    """Its condition is that of the view, word for word, so that no row is looked at either."""
    are = Q(status=Status.CLOSED) if name == "clos" else IS_OPEN
    indexes = [columns_held(each) for each in Incident._meta.indexes if each.condition == are]
    read = columns_read(held(name, sofia))
    assert any(read <= {*index} and (not read or index[0] in read) for index in indexes)


def test_counts_are_those_of_each_view_alone(sofia: User) -> None:
    today = localdate()
    declared_incident()
    taken_incident(sofia)
    asleep = taken_incident(sofia)
    Incident.objects.filter(pk=asleep.pk).update(snoozed_until=today + timedelta(days=7))
    found = counts(incidents_for(sofia), user=sofia, today=today)
    assert found == {name: held(name, sofia).count() for name in SHELVES}
    assert (found["ouverts"], found["miens"], found["en_sommeil"]) == (3, 1, 1)


def test_a_count_goes_no_further_than_asked_and_of_nothing_is_nothing(sofia: User) -> None:
    for _ in range(3):
        declared_incident()
    every = Incident.objects.order_by("-pk")
    sets = {"every": every, "none": every.none(), "one": every.filter(pk__in=every[:1])}
    assert count_up_to(2, sets) == {"every": 2, "none": 0, "one": 1}
