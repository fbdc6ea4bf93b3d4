"""The demonstration lived file by file is the one that would have been lived in one go."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from apps.casework.demo import declared, pdfs
from apps.casework.demo.cases import CASES
from apps.casework.demo.models import Story
from apps.casework.demo.rows import Case
from apps.casework.demo.steps import joined
from apps.casework.demo.stories import FIRST, begin, live_piece, pieces
from apps.deadlines.models import Deadline, Reminder
from apps.directory.models import Practitioner
from apps.dossiers.models import Receipt
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import Event
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, declared_incident

pytestmark = pytest.mark.django_db
CASE = {case.name: case for case in CASES}
# A forgetful handler, requests asked again, a sleep, and what was declared today.
SOME = tuple(
    CASE[name]
    for name in ("date-passee-hier", "a-repondu-hier", "en-sommeil", "trois-jours-pour-agir")
)


def lived(*some: list[Case]) -> dict[str, Any]:
    """What the files of `SOME` have become once lived in these pieces; then all is undone."""
    with transaction.atomic(), pytest.MonkeyPatch.context() as without:
        without.setattr(declared, "make_receipt", lambda _receipt, at: None)  # half of the time
        begin(now=MONDAY_MORNING, cases=SOME)
        for piece in some:
            live_piece(piece)
        told = {
            "files": rows(
                Incident, "reference", "status", "handler__email", "waiting_on", "act_by"
            ),
            "clocks": rows(Deadline, "incident__reference", "rule_code", "act_by", "closed_at"),
            "rungs": rows(Reminder, "deadline__incident__reference", "rung", "told_at"),
            "letters": rows(Letter, "kind", "recipient__email", "incident__reference", "queued_at"),
            "history": {
                incident.reference: [(str(event), event.at) for event in incident.events.all()]
                for incident in Incident.objects.all()
            },
        }
        transaction.set_rollback(True)
    return told


def by_max() -> Practitioner:
    return Practitioner.objects.get(user__email="max@vigie.example")


def rows(model: Any, *names: str) -> list[tuple[Any, ...]]:
    return sorted(model.objects.values_list(*names), key=repr)


def test_in_pieces_in_any_order_or_in_one_go_the_files_are_the_same() -> None:
    in_one_go = lived(list(SOME))
    assert in_one_go["rungs"]
    assert lived(*([case] for case in reversed(SOME))) == in_one_go


def test_who_declares_meanwhile_draws_the_next_reference_and_the_rows_keep_theirs() -> None:
    begin(now=MONDAY_MORNING, cases=SOME)
    kept = {story.name: story.reference for story in Story.objects.all()}
    assert declared_incident(by_max()).reference == "ER-2026-000005"
    live_piece([CASE["trois-jours-pour-agir"]])
    drawn = Incident.objects.exclude(reference="ER-2026-000005").get()
    assert drawn.reference == kept["trois-jours-pour-agir"] == "ER-2026-000004"
    assert declared_incident(by_max()).reference == "ER-2026-000006"


def test_nothing_befalls_the_files_that_people_have_declared_themselves() -> None:
    begin(now=MONDAY_MORNING, cases=SOME)
    theirs = declared_incident(by_max(), at=MONDAY_MORNING - timedelta(days=20))
    before = [str(event) for event in theirs.events.all()]
    live_piece([CASE["date-passee-hier"]])
    assert [str(event) for event in theirs.events.all()] == before
    assert not Reminder.objects.filter(deadline__incident=theirs).exists()


def test_a_receipt_is_as_old_as_the_file_it_acknowledges() -> None:
    begin(now=MONDAY_MORNING, cases=SOME)
    live_piece([CASE["date-passee-hier"]])
    receipt = Receipt.objects.ready().get()
    declared_at = receipt.incident.declared_at
    assert receipt.issued_at == declared_at
    assert receipt.content["declared_at"] == declared_at.isoformat()
    made = Event.objects.get(kind=Kind.RECEIPT_MADE)
    assert made.at == receipt.made_at == declared_at + timedelta(minutes=1)


def test_without_pango_the_files_are_lived_and_their_pdfs_wait(monkeypatch) -> None:
    monkeypatch.setattr(pdfs, "can_be_made", lambda: False)
    begin(now=MONDAY_MORNING, cases=[CASE["charcute-et-a-radier"]])
    live_piece([CASE["charcute-et-a-radier"]])
    assert Receipt.objects.to_make().count() == Incident.objects.count() == 1


def test_files_that_a_story_joins_are_lived_together() -> None:
    joining = {
        name
        for case in CASES
        for step in case.story
        if step.do is joined
        for name in (case.name, step.given[0])
    }
    assert joining
    assert joining <= FIRST


def test_the_first_files_are_lived_together_and_the_latest_of_the_others_before_the_rest() -> None:
    begin(now=MONDAY_MORNING)
    first, *others = pieces()
    assert {case.name for case in first} == FIRST
    assert [len(piece) for piece in others] == [1] * (len(CASES) - len(FIRST))
    ages = [case.declared for (case,) in others]
    assert ages == sorted(ages)
