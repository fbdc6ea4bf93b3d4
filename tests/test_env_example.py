"""`.env.example` names every variable that somebody reads, with the default that the code has."""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
DOCUMENTED = dict(re.findall(r"(?m)^# ([A-Z0-9_]+)=(.*)$", (ROOT / ".env.example").read_text()))


def calls_of_env() -> Iterator[ast.Call]:
    """Every `env("NAME", …)` and `env.kind("NAME", …)` of the settings, production's last."""
    files = sorted((ROOT / "config/settings").rglob("*.py"), key=lambda file: file.stem != "dev")
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and re.fullmatch(r"env(\.\w+)?", ast.unparse(node.func)):
                yield node


def names_in_settings() -> set[str]:
    return {call.args[0].value for call in calls_of_env()}


def names_in_other_files() -> set[str]:
    """What the shell and Compose put in place of `${NAME…}`."""
    text = (ROOT / "Procfile").read_text() + (ROOT / "docker-compose.yml").read_text()
    return set(re.findall(r"\$\{([A-Z_]+)", text))


def defaults() -> dict[str, object]:
    """The defaults that are values, not computed from other settings."""
    found = {}
    for call in calls_of_env():
        for keyword in call.keywords:
            if keyword.arg == "default":
                with suppress(NameError):
                    found[call.args[0].value] = eval(ast.unparse(keyword.value), {})
    return found


def as_written(value: object) -> str:
    if isinstance(value, list):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_every_variable_is_documented_and_no_other() -> None:
    assert set(DOCUMENTED) == names_in_settings() | names_in_other_files()


@pytest.mark.parametrize(("name", "default"), sorted(defaults().items()))
def test_the_documented_default_is_the_one_of_the_code(name: str, default: object) -> None:
    assert DOCUMENTED[name] == as_written(default)
