"""House rules that a person would otherwise have to remember, said with a readable message."""

import re
from pathlib import Path

import pytest
from celery import current_app
from django.apps import apps
from django.conf import settings
from django.db import models
from django.template import engines

from apps.incidents.status import NEXT, Status
from apps.journal.kinds import Kind
from apps.journal.sentences import SENTENCES, sentence, told_to_practitioner
from apps.mailbox.kinds import KINDS

ROOT: Path = settings.BASE_DIR
TEMPLATES = ROOT / "templates"
OURS = [config for config in apps.get_app_configs() if config.name.startswith("apps.")]
OUR_MODELS = [model for config in OURS for model in config.get_models()]


def sources() -> str:
    files = [*ROOT.glob("apps/**/*.py"), *ROOT.glob("config/**/*.py"), *TEMPLATES.rglob("*.html")]
    return "\n".join(path.read_text() for path in files)


def posted_kinds() -> set[str]:
    """Every kind of letter that a verb posts."""
    casework = "\n".join(path.read_text() for path in (ROOT / "apps/casework").rglob("*.py"))
    written = re.findall(r'(?:post|_tell)\(\s*"(\w+)"', casework)
    return {*written, *re.findall(r'\bkind=Value\("(\w+)"\)', casework)}


def test_every_template_compiles() -> None:
    for path in TEMPLATES.rglob("*"):
        if path.suffix in {".html", ".txt"}:
            engines["django"].get_template(str(path.relative_to(TEMPLATES)))


def test_every_template_is_used() -> None:
    named_by_rule = ("account/", "allauth/", "django/", "letters/", "dossiers/")
    at_the_root = {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"}
    text = sources()
    unused = [
        name
        for path in TEMPLATES.rglob("*.html")
        if (name := str(path.relative_to(TEMPLATES))) not in at_the_root
        and not name.startswith(named_by_rule)
        and name not in text
    ]
    assert not unused


def test_every_kind_of_letter_is_posted_and_what_is_posted_is_a_kind() -> None:
    assert posted_kinds() == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_has_its_three_templates(kind: str) -> None:
    folder = TEMPLATES / "letters" / kind
    assert {path.name for path in folder.iterdir()} == {"subject.txt", "body.txt", "body.html"}


def test_no_letter_template_is_left_behind() -> None:
    folders = {path.name for path in (TEMPLATES / "letters").iterdir() if path.is_dir()}
    assert folders == set(KINDS)


@pytest.mark.parametrize("kind", Kind)
def test_every_event_has_a_sentence_that_its_sample_fills(kind: Kind) -> None:
    said = sentence(kind, SENTENCES[kind].sample)
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("kind", told_to_practitioner())
def test_what_is_told_to_the_practitioner_is_filled_too(kind: Kind) -> None:
    assert "{" not in sentence(kind, SENTENCES[kind].sample, for_practitioner=True)


def test_every_scheduled_task_exists() -> None:
    current_app.loader.import_default_modules()
    for entry in current_app.conf.beat_schedule.values():
        assert entry["task"] in current_app.tasks


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model.__name__)
def test_names_that_users_read_are_lower_case_and_french(model: type[models.Model]) -> None:
    names = [model._meta.verbose_name, *(field.verbose_name for field in model._meta.fields)]
    for name in map(str, names):
        assert name == "ID" or name[0].islower() or name.split()[0].isupper() or name == "PDF", name


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model.__name__)
def test_nothing_of_a_file_is_deleted_by_cascade(model: type[models.Model]) -> None:
    """A draft and what was uploaded with it may go; what belongs to a file stays."""
    for field in model._meta.fields:
        if field.is_relation and field.remote_field.on_delete is models.CASCADE:
            assert field.name in {"declaration", "practitioner"}, f"{model.__name__}.{field.name}"


def test_every_status_can_be_left_and_reached() -> None:
    assert set(NEXT) == set(Status)
    assert set().union(*NEXT.values()) == set(Status) - {Status.RECEIVED}


def test_a_dossier_template_exists_for_who_receives_one() -> None:
    for kind in ("bailiff", "lawyer"):
        assert (TEMPLATES / f"dossiers/{kind}.html").exists()
