from itertools import product

import pytest
from django.db import IntegrityError, transaction

from apps.incidents.management.commands.write_states import PAGE, states_page
from apps.incidents.models import Incident
from apps.incidents.status import NEXT, IllegalMove, Status, WaitingOn
from tests.factories import declared_incident


@pytest.mark.parametrize(("start", "end"), list(product(Status, Status)))
def test_a_file_moves_only_as_the_table_says(start: Status, end: Status) -> None:
    incident = Incident(reference="ER-2026-000001", status=start)
    if end in NEXT[start]:
        incident.move_to(end, waiting_on=WaitingOn.HANDLER)
        assert incident.status == end
    else:
        with pytest.raises(IllegalMove, match="ER-2026-000001"):
            incident.move_to(end, waiting_on=WaitingOn.HANDLER)
        assert incident.status == start


@pytest.mark.django_db
@pytest.mark.parametrize(
    "facts", [{"status": "lost"}, {"waiting_on": "fate"}, {"status": "closed"}]
)
def test_the_database_refuses_a_state_that_means_nothing(facts: dict[str, str]) -> None:
    incident = declared_incident()
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(**facts)


def test_the_page_of_states_is_fresh() -> None:
    assert PAGE.read_text() == states_page(), "run manage.py write_states"
