"""What is replaced, closed or set aside is kept: who reads such rows says if the past is meant.

A read keeps the rows in force (`.open()`, `.current()`…), names rows by their ids, or stands in
`EVERY_ROW` with its reason. The lawyer's dossier once printed a replaced act beside the one in
force.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignObjectRel, ManyToManyField

APPS: Path = settings.BASE_DIR / "apps"
TEMPLATES: Path = settings.BASE_DIR / "templates"
ENDS = {"closed_at", "withdrawn_at", "ended_at"}  # the columns that end a row
# A closed file is no row of the past: its pages are read for years.
MODELS = {
    model.__name__: model
    for model in apps.get_models()
    if model.__module__.startswith("apps.") and model.__name__ != "Incident"
    if ENDS & {field.name for field in model._meta.get_fields()}
}
IN_FORCE = {
    "Absence": r"\.(on|crossing)\(",
    "Assignment": r"\.(open|for_partner)\(|\.is_proposed|closed_at=None",
    "Deadline": r"\.(open|driving)\(|closed_at is None",
    "Exhibit": r"\.current\(",
    "InformationRequest": r"\.pending\(|\.is_pending",
    "Qualification": r"\.(open|needing_second_reading|blind)\(|closed_at",
}
OF_ANY_OTHER = r"\.open\(|closed_at"
BY_ID = r"\bpk(__in)?="
# What a person may see of a file's exhibits. The other rows of `apps/casework/access` are read by
# their ids, or told with their state.
FROM_ACCESS = {"exhibits_for": "Exhibit", "readable_exhibits_for": "Exhibit"}
READS = {
    *("all", "filter", "exclude", "order_by", "first", "last", "get", "exists", "count", "values"),
    *("values_list", "select_related", "prefetch_related", "annotate", "aggregate", "iterator"),
    *("in_bulk", "latest", "earliest", "distinct", "select_for_update"),
}

GOES_ALONG = "what goes to another file goes with its past"
NOT_SENT = "of a draft: nothing is set aside before it is sent"
TOLD = "each with what became of it"
EVER = "was there ever one?"
BOARD = "`Board` keeps those in force"
AS_IT_CAME = "what came with the answer, as it came"
EVERY_ROW = {
    "casework/access/correspondence.py InformationRequest": "what one may see",
    "casework/access/deadlines.py Deadline": "what one may see",
    "casework/access/deadlines.py InterruptingAct": "what one may see",
    "casework/access/exhibits.py Exhibit": "what one may see",
    "casework/access/missions.py Assignment": "what one may see",
    "casework/access/readings.py PlaybookStep": "what one may see",
    "casework/access/readings.py Qualification": "what one may see",
    "casework/access/team.py Absence": "what one may see",
    "casework/correspondence/remind_requests.py InformationRequest": "names a letter",
    "casework/deadlines/add_publication.py Publication": "the number after the last one given",
    "casework/deadlines/warn_without_lawyer.py Deadline": BOARD,
    "casework/deadlines/weekly_board.py Deadline": BOARD,
    "casework/declarations/declare.py Exhibit": NOT_SENT,
    "casework/exhibits/attach.py Exhibit": "sizes and numbers; `.current()` where it compares",
    "casework/exhibits/replace_exhibit.py Exhibit": EVER,
    "casework/exhibits/start_upload.py Exhibit": "what is set aside takes its place on the disk",
    "casework/files/close.py Assignment": EVER,
    "casework/files/closing_facts.py InformationRequest": "a mark of all that may change",
    "casework/files/merge.py Exhibit": GOES_ALONG,
    "casework/files/move_contents.py Exhibit": GOES_ALONG,
    "casework/files/move_contents.py InformationRequest": GOES_ALONG,
    "casework/files/move_contents.py InterruptingAct": GOES_ALONG,
    "casework/readings/ladder.py Assignment": "a mission that ended was entrusted all the same",
    "casework/readings/ladder.py PlaybookStep": "`to_do` and the next lines keep those in force",
    "casework/readings/skip_step.py PlaybookStep": "one row, read again by its id",
    "casework/search/findable.py Exhibit": "a file is found by what was set aside as well",
    "casework/search/findable.py InformationRequest": "a file is found by what was asked",
    "casework/search/findable.py Merge": "prefetched in force",
    "deadlines/clock.py Deadline": GOES_ALONG,
    "desk/correspondence/requests.html Exhibit": AS_IT_CAME,
    "desk/deadlines/board.py Assignment": "a mission refused or ended says where the lawyer is",
    "desk/deadlines/proceedings.html ActCheck": "those taken back are shown, with why",
    "desk/deadlines/proceedings.py Publication": "those replaced are shown apart",
    "desk/deadlines/proceedings.py Qualification": "any in force? from what was prefetched",
    "desk/readings/passages.py Qualification": "`versions`, the history",
    "desk/views/exhibits/custody.py Exhibit": TOLD,
    "desk/views/exhibits/file_exhibits.py Exhibit": TOLD,
    "desk/views/exhibits/link_exhibit.py Exhibit": "the verb refuses one that was set aside",
    "desk/views/files/close.py Assignment": EVER,
    "desk/views/missions/file_missions.py Assignment": "each mission with its state",
    "extranet/views/assignment.py Exhibit": "a partner is given those in force",
    "files/views.py Exhibit": "the bytes of one, by its id",
    "incidents/models/review.py Qualification": "every reading ever; and filtered a line below",
    "portal/correspondence/answer_request.html Exhibit": AS_IT_CAME,
    "portal/evidence.py Exhibit": NOT_SENT,
    "portal/files/incident.html Deadline": "prefetched in force",
    "portal/files/incidents.html Deadline": "prefetched in force",
    "portal/views/declarations/check_answers.py Exhibit": NOT_SENT,
    "portal/views/declarations/remove_exhibit.py Exhibit": NOT_SENT,
    "portal/views/exhibits/describe_exhibit.py Exhibit": NOT_SENT,
    "portal/views/exhibits/exhibits.py Exhibit": TOLD,
}


def accessors() -> dict[str, str]:
    """By which name rows that end are reached from another row: `acts` gives acts."""
    return {
        name_of(field): model_of(field)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.one_to_many or field.many_to_many
        if model_of(field) in MODELS
    }


def name_of(field: ForeignObjectRel | ManyToManyField) -> str:
    return field.get_accessor_name() if field.auto_created else field.name


def model_of(field: ForeignObjectRel | ManyToManyField) -> str:
    return field.related_model.__name__


def test_the_rows_that_end_are_found() -> None:
    assert {"acts", "exhibits", "publications", "qualifications"} <= accessors().keys()
    assert {"InterruptingAct", "Merge", "Absence", "Delegate"} <= MODELS.keys()


def test_who_reads_rows_that_end_says_which_are_meant() -> None:
    found = {f"{where} {model}" for where, model in [*_in_python(), *_in_templates()]}
    assert found - EVERY_ROW.keys() == set(), "those in force alone? else say why not"
    assert EVERY_ROW.keys() - found == set(), "no longer read there"


def _in_python() -> Iterator[tuple[str, str]]:
    """Where rows that end are read without a word of which are meant, and their model."""
    names = accessors()
    for path in sorted(APPS.rglob("*.py")):
        where = path.relative_to(APPS)
        if "migrations" in where.parts or "demo" in where.parts:
            continue
        tree = ast.parse(path.read_text())
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            model = _read(node, parents, names)
            if model and not _says_which(node, parents, model):
                yield where.as_posix(), model


def _read(node: ast.AST, parents: dict, names: dict[str, str]) -> str:
    """The model that `row.acts.filter(…)`, `InterruptingAct.objects.filter(…)` or
    `exhibits_for(user)` reads."""
    method = parents.get(node)
    if isinstance(node, ast.Name) and isinstance(method, ast.Call) and method.func is node:
        return FROM_ACCESS.get(node.id, "")
    if not isinstance(node, ast.Attribute) or not isinstance(method, ast.Attribute):
        return ""
    if method.attr not in READS or not isinstance(parents.get(method), ast.Call):
        return ""
    if node.attr == "objects" and isinstance(node.value, ast.Name):
        return node.value.id if node.value.id in MODELS else ""
    return names.get(node.attr, "")


def _says_which(node: ast.AST, parents: dict, model: str) -> bool:
    """In the calls that follow on it, or in the conditions of the loop over it."""
    while isinstance(parents[node], ast.Attribute) or getattr(parents[node], "func", None) is node:
        node = parents[node]
    said = [node]
    if isinstance(parents[node], ast.comprehension):
        said += parents[node].ifs
    words = " ".join(map(ast.unparse, said))
    return bool(re.search(f"{IN_FORCE.get(model, OF_ANY_OTHER)}|{BY_ID}", words))


def _in_templates() -> Iterator[tuple[str, str]]:
    """The same in a template, where a loop may begin by leaving out what is closed."""
    names = accessors()
    read = re.compile(rf"\.({'|'.join(names)})\.({'|'.join(READS)})\b[^%]*%}}\s*({{%[^%]*%}})?")
    for path in sorted(TEMPLATES.rglob("*.html")):
        for name, _, following in read.findall(path.read_text()):
            if not re.fullmatch(r"{% if not \w+\.closed_at %}", following):
                yield path.relative_to(TEMPLATES).as_posix(), names[name]
