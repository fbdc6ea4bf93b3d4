"""What a verb refuses has one shape, and is said in one place per audience."""

import ast
import builtins
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from django import forms
from django.conf import settings

from apps.casework.files.entrust import CannotEntrust
from apps.desk import refusing as desk
from apps.incidents.status import IllegalMove
from apps.refusals import Refused, RefusedOpenly
from apps.ui import refusing as outside

ROOT: Path = settings.BASE_DIR
AUDIENCES = ("portal", "desk", "extranet", "api", "files")
# Our exceptions that no user ever reads, and who answers to them instead.
NOT_REFUSALS = {
    "BadQuestion": "the law has no user: the command line prints it",
    "UnreadableDate": "the law has no user: the field of a form says it in its own words",
    "UnknownAct": "a code that our own tables do not hold is a fault of ours",
    "UnknownRule": "the same",
    "UnknownTerritory": "the same",
    "Unacceptable": "a judge knows no file name: `about` makes the refusal of it",
    "CannotCopy": "a picture that is not drawn waits for nobody: its row says so",
    "CannotScan": "the antivirus does not answer: the worker asks again",
    "NoTimestamp": "the authority does not answer: the worker asks again",
    "Unreadable": "a stored file that no key opens: the page of files/views.py, an error for us",
    "CannotRender": "a dossier would not be whole: its row waits, and its message names no person",
    "NoTransaction": "a verb that posts outside a transaction is a fault of ours",
    "NotThatLetter": "the same, of a letter that no row of mailbox/kinds.py describes",
    "Unwritable": "a letter that cannot be written: a code for its row",
    "Unreachable": "no mail server: the letters wait",
    "Interrupted": "the same, in the middle",
    "Rejected": "the server's number for a letter's row",
    "NoAnswer": "a letter that may have left: `recover` asks the relay",
    "SomeFailed": "the worker's own: how many rows of a round failed, the others done",
    "TaskFailed": "the same, told without a word of a file",
    "NoLongerOpen": "a draft that is gone is a 404",
}
# Raised in the rooms, caught there: the worker's own troubles.
BUILT_IN = {"OSError"}
# Where a view answers one refusal otherwise than by its sentence, and how.
NARROW = {
    ("desk/views/correspondence/withdraw_request.py", "AlreadySettled"): "good news: go and read",
    ("desk/views/files/take.py", "Refused"): "from the list, the row itself says who was quicker",
    ("desk/views/team/team.py", "CannotPrepare"): "nothing to share out is no error",
    ("desk/correspondence/saved_answer_form.py", "UnknownVariable"): "the form judges its field",
    ("portal/gates.py", "WrittenElsewhere"): "both answers side by side",
    ("portal/views/declarations/autosave.py", "WrittenElsewhere"): "409, the page says it",
    ("portal/tus.py", "WrongOffset"): "409, the page asks where to take up",
    ("portal/tus.py", "CannotKeep"): "503, the page sends the file again by itself",
    ("portal/tus.py", "RefusedOpenly"): "422 and the sentence, for the page that sends files",
}
COLLEAGUES = {"handler", "by", "to", "user", "person", "answered_by", "signed_by", "recorded_by"}


def modules(folder: str) -> Iterator[tuple[Path, ModuleType]]:
    for path in sorted((ROOT / "apps" / folder).rglob("*.py")):
        if not {"migrations", "management"} & set(path.parts):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield path, import_module(name.removesuffix(".__init__"))


def raised(path: Path) -> Iterator[tuple[str, ast.Raise]]:
    """The name of each exception that a file raises; what a function returns is judged there."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Raise) and node.exc:
            kind = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            if isinstance(kind, ast.Name):
                yield kind.id, node


def caught(path: Path) -> Iterator[list[str]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ExceptHandler) and node.type:
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            yield [ast.unparse(kind) for kind in kinds]


def is_refusal(module: ModuleType, name: str, of: type[Refused] = Refused) -> bool:
    found = getattr(module, name, None)
    return isinstance(found, type) and issubclass(found, of)


def test_every_exception_of_ours_is_a_refusal_or_says_why_not() -> None:
    ours = {
        found
        for _, module in modules("")
        for found in vars(module).values()
        if isinstance(found, type)
        and issubclass(found, Exception)
        and found.__module__.startswith("apps.")
    }
    assert {kind.__name__ for kind in ours if not issubclass(kind, Refused)} == set(NOT_REFUSALS)


def test_what_a_verb_raises_is_a_refusal() -> None:
    seen = 0
    for path, module in modules("casework"):
        for name, _ in raised(path):
            seen += 1
            assert (
                is_refusal(module, name)
                or name in NOT_REFUSALS
                or (name in BUILT_IN and hasattr(builtins, name))
            ), f"{path}: {name}"
    assert seen > 90


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_audience_lists_no_refusals_by_hand(audience: str) -> None:
    """They are caught by `refusals_at` and `refusals_told`; what is answered otherwise is named."""
    for path, module in modules(audience):
        for kinds in caught(path):
            refusals = [kind for kind in kinds if is_refusal(module, kind)]
            where = str(path.relative_to(ROOT / "apps"))
            assert len(refusals) < 2, where
            assert not refusals or (where, refusals[0]) in NARROW, f"{where}: {refusals}"


def test_what_is_answered_otherwise_still_is() -> None:
    found = {
        (str(path.relative_to(ROOT / "apps")), kind)
        for audience in AUDIENCES
        for path, _ in modules(audience)
        for kinds in caught(path)
        for kind in kinds
    }
    assert found >= NARROW.keys()


def test_what_is_refused_openly_names_no_colleague() -> None:
    seen = 0
    for path, module in modules(""):
        for name, raising in raised(path):
            if not is_refusal(module, name, RefusedOpenly):
                continue
            seen += 1
            inserted = [node for node in ast.walk(raising) if isinstance(node, ast.FormattedValue)]
            words = {
                getattr(node, "attr", getattr(node, "id", ""))
                for value in inserted
                for node in ast.walk(value)
            }
            assert not words & COLLEAGUES, f"{path}: {ast.unparse(raising)}"
    assert seen > 20


def test_outside_only_what_is_refused_openly_is_said() -> None:
    form = forms.Form({})
    with pytest.raises(CannotEntrust), outside.refusals_at(form):
        raise CannotEntrust("Denis est absent aujourd’hui.")
    assert not form.errors
    with outside.refusals_at(form):
        raise IllegalMove("Ce dossier est terminé.")
    assert form.non_field_errors() == ["Ce dossier est terminé."]


def test_at_the_desk_every_refusal_is_said_and_a_fault_of_ours_is_none() -> None:
    form = forms.Form({})
    with desk.refusals_at(form):
        raise CannotEntrust("Denis est absent aujourd’hui.")
    assert form.non_field_errors() == ["Denis est absent aujourd’hui."]
    with pytest.raises(LookupError), desk.refusals_at(form):
        raise LookupError
