"""The shape of the code, as docs/architecture.md describes it, said by tests."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT: Path = settings.BASE_DIR
APPS = ROOT / "apps"
AUDIENCES = ("portal", "desk", "extranet", "api", "files")
FORBIDDEN_NAMES = {"core", "common", "utils", "helpers", "services", "signals", "misc", "managers"}
CASEWORK = APPS / "casework"
NO_ROOMS = {"access", "demo", "management"}  # of casework: they hold no verbs
# Modules in the rooms of casework that are not verbs, and what they are.
NOT_VERBS = {
    "ageing": "how old the open files are",
    "closing_facts": "what a closing rests on, and what its letter says",
    "complaint_facts": "how complaints stand against their last days",
    "dossier_content": "what each partner may read",
    "duplicates": "which contents were declared before, and who may know it",
    "findable": "by which words a file is found, and where they stand",
    "ladder": "which steps a content calls for, and which the file shows done",
    "load": "how much each person carries, and who should get what next",
    "move_contents": "what goes with contents from one file to another",
    "prescription": "which deadlines the prescription board shows, and its figures",
    "promise": "what a practitioner is promised, by when",
    "queue_facts": "what the queue narrows by and counts",
    "quiet_hours": "when a letter may reach somebody",
    "receipt_content": "what a receipt prints",
    "recipients": "who is written to about a file",
    "record_deadline": "a line of history that several verbs write",
    "same_author": "which files may come from the same author, for the insurer alone",
    "sample": "which closed files are read again",
    "variables": "what the variables of a saved answer stand for",
}


def python_files(folder: Path = APPS) -> list[Path]:
    return [path for path in folder.rglob("*.py") if "migrations" not in path.parts]


def in_rooms() -> list[Path]:
    """The modules of the rooms of casework, whatever folders a room has."""
    found = (path for path in sorted(CASEWORK.rglob("*/*.py")) if path.stem != "__init__")
    return [path for path in found if path.relative_to(CASEWORK).parts[0] not in NO_ROOMS]


def verbs() -> list[Path]:
    return [path for path in in_rooms() if path.stem not in NOT_VERBS]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(APPS)))
def test_no_file_is_longer_than_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400


def test_no_folder_holds_more_than_forty_modules() -> None:
    folders = Counter(path.parent for path in python_files())
    assert not [folder for folder, modules in folders.items() if modules > 40]


def test_what_is_no_verb_still_exists() -> None:
    assert {path.stem for path in in_rooms()} >= NOT_VERBS.keys()


def test_no_drawer_for_things_without_a_place() -> None:
    drawers = [
        p for p in APPS.rglob("*") if p.stem in FORBIDDEN_NAMES and "migrations" not in p.parts
    ]
    assert not drawers


def test_base_settings_stay_short() -> None:
    assert len((ROOT / "config/settings/base.py").read_text().splitlines()) <= 150


def test_the_law_knows_nothing_of_django() -> None:
    for path in python_files(APPS / "legal"):
        assert not [name for name in imports(path) if name.startswith("django")], path


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_audience_has_no_models(audience: str) -> None:
    assert not list(apps.get_app_config(audience).get_models())


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_audience_reaches_objects_through_access_only(audience: str) -> None:
    """No manager of a file's facts in a view or a form: the directory is public knowledge."""
    for path in python_files(APPS / audience):
        managers = re.findall(r"\b(\w+)\.objects\b", path.read_text())
        assert set(managers) <= {"Partner", "Platform", "HelpLine", "Heartbeat"}, path


@pytest.mark.parametrize("path", verbs(), ids=lambda path: path.stem)
def test_a_verb_bears_the_name_of_its_file_and_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text())
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    public = [function for name, function in functions.items() if not name.startswith("_")]
    assert path.stem in functions or path.stem == "attach", "the function bears the file's name"
    for function in public:
        assert ast.get_docstring(function), function.name


@pytest.mark.parametrize("path", verbs(), ids=lambda path: path.stem)
def test_a_verb_never_reads_the_clock_nor_a_request(path: Path) -> None:
    source = path.read_text()
    assert not re.search(
        r"timezone\.now|date\.today|datetime\.now|HttpRequest|request\.(user|GET|POST)", source
    )


@pytest.mark.parametrize("path", verbs(), ids=lambda path: path.stem)
def test_a_verb_has_a_test_file_of_its_name(path: Path) -> None:
    room = path.relative_to(CASEWORK).parent
    assert (ROOT / "tests/casework" / room / f"test_{path.stem}.py").exists()


def test_no_verb_goes_by_the_name_of_another() -> None:
    taken = {path.stem for path in verbs()} | {"post", "record"}
    aliases = {
        f"{path.relative_to(ROOT)}: {name.name} as {name.asname}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.asname in taken
    }
    assert not aliases


def test_no_signal_carries_the_flow() -> None:
    for path in python_files():
        assert "django.db.models.signals" not in path.read_text(), path


def test_weasyprint_is_imported_inside_functions_only() -> None:
    for path in python_files():
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert "weasyprint" not in ast.unparse(node), path
