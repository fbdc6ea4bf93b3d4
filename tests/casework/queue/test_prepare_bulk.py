from typing import Any

import pytest

from apps.casework.queue import prepare_bulk as module
from apps.casework.queue.prepare_bulk import CannotPrepare, Wanted, prepare_bulk
from apps.incidents.models import BulkAction, BulkItem, Incident
from tests.factories import (
    MONDAY_MORNING,
    closed_incident,
    declared_incident,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TAG = Wanted(kind=BulkAction.Kind.TAG, tag="Groupe A")
MESSAGE = Wanted(kind=BulkAction.Kind.MESSAGE, words="Bonjour.")


def test_the_dry_run_says_of_each_file_what_is_refused_and_why() -> None:
    sofia, karim = handler(), handler(name="Karim Lefèvre")
    mine, his, new, over = (
        taken_incident(sofia),
        taken_incident(karim),
        declared_incident(),
        closed_incident(),
    )
    action = prepare_bulk(Incident.objects.all(), wanted=MESSAGE, by=sofia, at=MONDAY_MORNING)
    why = dict(action.items.values_list("incident", "why"))
    assert why == {
        mine.pk: "",
        his.pk: "Ce dossier est suivi par Karim Lefèvre.",
        new.pk: "Personne ne suit encore ce dossier.",
        over.pk: "Ce dossier est terminé.",
    }
    assert not mine.messages.exists()


def test_five_hundred_at_most_and_at_least_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_MOST", 1)
    with pytest.raises(CannotPrepare, match="au moins un"):
        prepare_bulk(Incident.objects.all(), wanted=TAG, by=handler(), at=MONDAY_MORNING)
    for _ in range(2):
        declared_incident()
    with pytest.raises(CannotPrepare, match="au plus"):
        prepare_bulk(Incident.objects.all(), wanted=TAG, by=handler(), at=MONDAY_MORNING)
    assert not BulkAction.objects.exists()


def test_only_those_who_answer_for_the_team_entrust_many_files() -> None:
    declared_incident()
    sofia = handler()
    wanted = Wanted(kind=BulkAction.Kind.ENTRUST, to=sofia)
    with pytest.raises(CannotPrepare, match="responsable"):
        prepare_bulk(Incident.objects.all(), wanted=wanted, by=sofia, at=MONDAY_MORNING)
    action = prepare_bulk(Incident.objects.all(), wanted=wanted, by=supervisor(), at=MONDAY_MORNING)
    assert action.items.get().state == BulkItem.State.PLANNED


def test_a_dry_run_asks_few_questions_of_the_database_whatever_the_number_of_files(
    django_assert_max_num_queries: Any,
) -> None:
    for _ in range(12):
        declared_incident()
    sofia = handler()
    with django_assert_max_num_queries(11):
        prepare_bulk(Incident.objects.all(), wanted=TAG, by=sofia, at=MONDAY_MORNING)


def test_nothing_can_be_closed_or_qualified_in_number() -> None:
    assert set(BulkAction.Kind) == {"entrust", "tag", "request", "message"}
