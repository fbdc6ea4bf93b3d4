"""The triggers that make the journal append-only, in the words of each database."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CREATE = {
    "sqlite": [
        f"""CREATE TRIGGER journal_event_no_{verb} BEFORE {verb} ON journal_event
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
        for verb in ("update", "delete")
    ],
    "postgresql": [
        """CREATE FUNCTION journal_event_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
        """CREATE TRIGGER journal_event_append_only BEFORE UPDATE OR DELETE ON journal_event
        FOR EACH ROW EXECUTE FUNCTION journal_event_refuse()""",
    ],
}
DROP = {
    "sqlite": [f"DROP TRIGGER journal_event_no_{verb}" for verb in ("update", "delete")],
    "postgresql": [
        "DROP TRIGGER journal_event_append_only ON journal_event",
        "DROP FUNCTION journal_event_refuse()",
    ],
}


def create_triggers(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in CREATE[editor.connection.vendor]:
        editor.execute(statement)


def drop_triggers(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in DROP[editor.connection.vendor]:
        editor.execute(statement)
