"""How a first migration makes its tables."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class CreateModels(Operation):
    """The tables of an app, made in one operation.

    After each operation Django renders again every model that hangs together with those changed;
    all of ours hang on the user, so that each table costs as much as all before it. Here they are
    rendered once, when the last one is known.
    """

    reduces_to_sql = True

    def __init__(self, models: list[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        vars(state).pop("apps", None)  # what was rendered: made anew for whoever asks next
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, *where: Any) -> None:
        for model in reversed(self.models):
            model.database_backwards(*where)

    def describe(self) -> str:
        return ", ".join(model.describe() for model in self.models)
