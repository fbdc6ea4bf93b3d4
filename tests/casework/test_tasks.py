"""The clock's tasks: one verb each, so that one which fails silences no other."""

from types import FunctionType

import pytest
from celery import current_app
from celery.states import FAILURE, SUCCESS
from django.db import IntegrityError

from apps.casework import one_by_one, tasks
from apps.casework.missions.compile import compile
from apps.directory.models import Partner
from apps.dossiers.models import MAX_ATTEMPTS, Dossier, Receipt
from apps.exhibits.models import Exhibit
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, assigned

pytestmark = pytest.mark.django_db
SCHEDULED = sorted(entry["task"] for entry in current_app.conf.beat_schedule.values())
NO_VERBS = {tasks.__name__, one_by_one.__name__}
VERBS = [
    name
    for name, value in vars(tasks).items()
    if isinstance(value, FunctionType)
    and value.__module__.startswith("apps.")
    and value.__module__ not in NO_VERBS
]
QUOTED = "Key (name)=(Dr Martin) already exists."


@pytest.fixture(autouse=True)
def something_for_each_task(db, time_machine) -> None:
    """A dossier to lay out, a receipt to make, a picture to copy."""
    time_machine.move_to(MONDAY_MORNING, tick=False)
    mission = assigned(Partner.Kind.LAWYER)
    compile(mission, by=mission.assigned_by, at=MONDAY_MORNING)
    picture = Exhibit.objects.get()
    picture.original.storage.delete(picture.original.name)
    Letter.objects.all().delete()


def run_all() -> dict[str, str]:
    """Run every task; what has to be made is at its last attempt, which is quick."""
    for model in (Dossier, Receipt):
        model.objects.update(state=model.State.QUEUED, attempts=MAX_ATTEMPTS)
    Exhibit.objects.update(preparations=0)
    return {name: current_app.tasks[name].apply().state for name in SCHEDULED}


def test_every_task_is_scheduled_once() -> None:
    current_app.loader.import_default_modules()
    ours = {name for name in current_app.tasks if name.startswith(f"{tasks.__name__}.")}
    assert sorted(ours) == SCHEDULED


def test_all_of_them_run() -> None:
    assert set(run_all().values()) == {SUCCESS}


def test_each_verb_that_fails_fails_one_task_and_the_others_run(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses(*args: object, **kwargs: object) -> None:
        raise IntegrityError(QUOTED)

    failed = {}
    for verb in VERBS:
        caplog.clear()
        with monkeypatch.context() as patch:
            patch.setattr(tasks, verb, refuses)
            failed[verb] = [name for name, state in run_all().items() if state == FAILURE]
        errors = [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
        assert any("IntegrityError at " in message for message in errors), verb
        assert "Martin" not in caplog.text, verb
    assert {verb: len(names) for verb, names in failed.items()} == dict.fromkeys(VERBS, 1)
    assert sorted(name for names in failed.values() for name in names) == SCHEDULED
