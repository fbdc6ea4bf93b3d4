"""Which functions of `apps/` write to the database, and which do so outside a transaction: read
from their text, following the names that each uses to what they stand for."""

import ast
import inspect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.db.models import Model, QuerySet
from django.db.models.manager import BaseManager

ROOT: Path = settings.BASE_DIR
# Locks are counted with writes: outside a transaction they hold nothing.
ROWS = {
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "get_or_create",
    "save",
    "select_for_update",
    "update",
    "update_or_create",
}
RELATIONS = {"add", "clear", "remove", "set"}  # of `one.others`; what has no dot is a set
SQL = re.compile(r"\b(INSERT INTO|UPDATE|DELETE FROM) ")
# What bears such a method and is no row: files, forms, hashes.
NO_ROWS = {
    "default_storage",
    "digest",
    "document",
    "self.errors",
    "image",
    "self.inner",
    "self.signs",
    "super()",
}


@dataclass(eq=False)
class Function:
    """A function or a method, and what it does to the database."""

    module: ModuleType
    name: str
    node: ast.FunctionDef
    writes: bool = False  # itself, or by what it calls
    statements: list[ast.Call] = field(default_factory=list)  # that write rows
    uses: set["Function"] = field(default_factory=set)
    # The same, outside a transaction of its own.
    bare_statements: list[ast.Call] = field(default_factory=list)
    bare_uses: set["Function"] = field(default_factory=set)

    def __str__(self) -> str:
        return f"{self.module.__name__}.{self.name}"

    @property
    def is_public(self) -> bool:
        return not self.name.startswith("_") and "." not in self.name

    @property
    def is_atomic(self) -> bool:
        return any(_opens_transaction(each) for each in self.node.decorator_list)

    @property
    def is_of_rows(self) -> bool:
        """A method of a model, a query set or a manager."""
        of = getattr(self.module, self.name.split(".")[0])
        return isinstance(of, type) and issubclass(of, Model | QuerySet | BaseManager)

    def bare(self) -> set[ast.Call]:
        """The statements that run outside any transaction when this is called outside one."""
        reached, todo = {self}, [self]
        while todo:
            fresh = todo.pop().bare_uses - reached
            reached |= fresh
            todo += fresh
        return {statement for each in reached for statement in each.bare_statements}


@cache
def functions() -> dict[str, Function]:
    """Every function and method, by its full name."""
    found = {str(each): each for each in _read()}
    methods = defaultdict(list)
    for each in found.values():
        if each.is_of_rows:
            methods[each.name.split(".")[1]].append(each)
    for each in found.values():
        for node, is_bare in _inside(each.node.body, is_bare=not each.is_atomic):
            if _writes_rows(node):
                each.statements.append(node)
                each.bare_statements += [node] * is_bare
            used = _named(node, each, found, methods)
            each.uses.update(used)
            each.bare_uses.update(used if is_bare else ())
    _spread(found.values())
    return found


def named(value: object) -> Function | None:
    """What a name stands for, if it is a function of ours."""
    value = inspect.unwrap(value)
    return functions().get(_full_name(value))


def _full_name(value: object) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"


def _spread(every: Iterable[Function]) -> None:
    """What uses what writes, writes."""
    users = defaultdict(set)
    for each in every:
        for other in each.uses:
            users[other].add(each)
    todo = [each for each in every if each.statements]
    for each in todo:
        each.writes = True
    while todo:
        for user in users[todo.pop()]:
            if not user.writes:
                user.writes = True
                todo.append(user)


def _read() -> Iterator[Function]:
    for path in sorted((ROOT / "apps").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        module = import_module(name.removesuffix(".__init__"))
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef):
                yield Function(module, node.name, node)
            elif isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef):
                        yield Function(module, f"{node.name}.{inner.name}", inner)


def _inside(nodes: Iterable[ast.AST], *, is_bare: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node below, and whether it stands outside a transaction."""
    for node in nodes:
        yield node, is_bare
        opens = isinstance(node, ast.With) and any(
            _opens_transaction(item.context_expr) for item in node.items
        )
        yield from _inside(ast.iter_child_nodes(node), is_bare=is_bare and not opens)


def _opens_transaction(node: ast.expr) -> bool:
    return ast.unparse(node).startswith(("transaction.atomic", "durable("))


def _writes_rows(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    method, of = node.func.attr, node.func.value
    if method == "execute":
        return bool(SQL.search(ast.unparse(node)))
    is_row = method in ROWS or (method in RELATIONS and isinstance(of, ast.Attribute))
    return is_row and ast.unparse(of) not in NO_ROWS


def _named(
    node: ast.AST, user: Function, found: dict[str, Function], methods: dict[str, list[Function]]
) -> list[Function]:
    """What a node names of ours: a function, a method of the same class, one of some rows."""
    if isinstance(node, ast.Attribute):
        mine = found.get(f"{str(user).rpartition('.')[0]}.{node.attr}")
        return [mine] if mine and ast.unparse(node.value) == "self" else methods[node.attr]
    if isinstance(node, ast.Name):
        value = inspect.unwrap(vars(user.module).get(node.id))
        function = found.get(_full_name(value))
        return [function] if function else []
    return []
