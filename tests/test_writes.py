"""Who writes, and in which transaction: a verb is whole or nothing, and only verbs write."""

import ast
import re
from types import ModuleType

import pytest
from django.db import transaction

from tests.writes import Function, functions, named

AUDIENCES = ("portal", "desk", "extranet", "api", "files", "ui", "devmailbox")
NO_ROOMS = {"access", "demo", "management"}  # of casework

# Verbs that are more than one transaction: why, and how many statements they run outside any.
EACH_ROW = "each row is a transaction of its own: one that fails or waits keeps no other waiting"
BYTES_FIRST = "bytes are read before anything is locked"
SLOW_FIRST = "what takes seconds is done before anything is locked, its attempt counted first"
TAKEN_UP = "what came stays even when this is refused: it is taken up from there"
HELD_OPEN = "the transaction lasts as long as the caller's `with`"
NOT_ONE_TRANSACTION = {
    "correspondence.remind_complaints.remind_complaints": (EACH_ROW, 0),
    "correspondence.remind_requests.remind_requests": (EACH_ROW, 0),
    "correspondence.write_note.write_note": (BYTES_FIRST, 0),
    "deadlines.advance_queue.advance_queue": (EACH_ROW, 0),
    "deadlines.recount.recount": (EACH_ROW, 0),
    "deadlines.remind.remind": (EACH_ROW, 0),
    "declarations.keep_answers.keep_answers": (HELD_OPEN, 0),
    "declarations.make_receipt.make_receipt": (SLOW_FIRST, 2),
    "declarations.purge_drafts.purge_drafts": (EACH_ROW, 0),
    "exhibits.attach.attach": (BYTES_FIRST, 0),
    "exhibits.attach.attach_to_declaration": (BYTES_FIRST, 0),
    "exhibits.finish_upload.finish_upload": (BYTES_FIRST, 1),  # one refused is forgotten at once
    "exhibits.hand_in.hand_in": (BYTES_FIRST, 0),
    "exhibits.read_exhibits.read_exhibits": (EACH_ROW, 0),
    "exhibits.receive_chunk.receive_chunk": (TAKEN_UP, 0),
    "exhibits.replace_exhibit.replace_exhibit": (BYTES_FIRST, 0),
    "exhibits.scan_exhibits.scan_exhibits": (EACH_ROW, 1),
    "exhibits.stamp_manifests.stamp_manifests": (EACH_ROW, 1),
    "exhibits.watch_store.watch_store": (SLOW_FIRST, 0),
    "files.ask_satisfaction.ask_satisfaction": (EACH_ROW, 0),
    "files.wake_files.wake_files": (EACH_ROW, 0),
    "letters.practitioner_digest.practitioner_digest": (EACH_ROW, 0),
    "missions.render.render": (SLOW_FIRST, 3),
    "queue.run_bulk.run_bulk": (EACH_ROW, 0),
    "queue.undo_bulk.undo_bulk": (EACH_ROW, 0),
    "readings.ask_online_checks.ask_online_checks": (EACH_ROW, 1),
    "search.index_stale_files.index_stale_files": (EACH_ROW, 0),
}
# What verbs share: always called in the transaction of one.
PARTS_OF_VERBS = {
    "deadlines.record_deadline.record_deadline",
    "deadlines.tell_dates.tell_dates",
    "files.entrust.tell_handler",
    "files.link_author.hand_over_links",
    "files.link_author.record_on_both",
    "files.link_author.say",
    "files.reopen.open_again",
    "files.take.tell_practitioner",
    "readings.decide_not_to_act.take_effect",
    "readings.ladder.close_steps",
    "readings.ladder.set_steps",
}


def in_casework(function: Function) -> str:
    return str(function).removeprefix("apps.casework.")


def verbs() -> list[Function]:
    """The public functions of the rooms that write."""
    return [
        each
        for each in functions().values()
        if each.is_public
        and each.writes
        and re.match(r"apps\.casework\.\w+\.\w", each.module.__name__)
        and in_casework(each).split(".")[0] not in NO_ROOMS
    ]


def audience(name: str) -> bool:
    return name.startswith(tuple(f"apps.{each}." for each in AUDIENCES))


def may_be_called(function: Function) -> bool:
    """By an audience: what only reads, what is its own, and whole verbs."""
    if not function.writes or audience(str(function)):
        return True
    name = in_casework(function)
    return function in verbs() and name not in PARTS_OF_VERBS


@pytest.mark.parametrize("verb", verbs(), ids=in_casework)
def test_what_a_verb_writes_is_one_transaction(verb: Function) -> None:
    name = in_casework(verb)
    if name in PARTS_OF_VERBS:
        assert not verb.is_atomic, "a verb, then"
    else:
        assert verb.is_atomic != (name in NOT_ONE_TRANSACTION), "@transaction.atomic, or say why"
        _, statements = NOT_ONE_TRANSACTION.get(name, ("", 0))
        assert len(verb.bare()) == statements, [ast.unparse(each) for each in verb.bare()]


def test_what_is_listed_exists_and_writes() -> None:
    listed = {*NOT_ONE_TRANSACTION, *PARTS_OF_VERBS}
    assert listed <= {in_casework(verb) for verb in verbs()}


def test_tasks_and_commands_call_whole_verbs_too() -> None:
    for function in functions().values():
        if re.match(r"apps\.casework\.(tasks|demo|management)\.", str(function)):
            parts = {in_casework(each) for each in function.uses} & PARTS_OF_VERBS
            assert not parts, function


AUDIENCE_FUNCTIONS = [each for name, each in functions().items() if audience(name)]
AUDIENCE_MODULES = {each.module.__name__: each.module for each in AUDIENCE_FUNCTIONS}


def test_an_audience_writes_nothing_itself() -> None:
    for function in AUDIENCE_FUNCTIONS:
        assert not [ast.unparse(each) for each in function.statements], function


def test_an_audience_calls_no_part_of_a_verb() -> None:
    for function in AUDIENCE_FUNCTIONS:
        assert not [str(each) for each in function.uses if not may_be_called(each)], function


@pytest.mark.parametrize("name", AUDIENCE_MODULES)
def test_an_audience_imports_whole_verbs_and_what_only_reads(name: str) -> None:
    """Not `record`, `post` nor `set_clocks`; no transaction either, since a verb has its own."""
    for value in vars(AUDIENCE_MODULES[name]).values():
        assert value is not transaction
        imported = inside(value) if isinstance(value, ModuleType) else [named(value)]
        assert not [str(each) for each in imported if each and not may_be_called(each)]


def inside(module: ModuleType) -> list[Function]:
    return [each for name, each in functions().items() if name.startswith(f"{module.__name__}.")]
