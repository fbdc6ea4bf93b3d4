import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.state import ProjectState

from apps.tables import CreateModels


@pytest.mark.django_db(transaction=True)
def test_tables_are_made_together_and_taken_away_together() -> None:
    made = CreateModels(
        [
            CreateModel("Author", [("id", models.BigAutoField(primary_key=True))]),
            CreateModel(
                "Book",
                [
                    ("id", models.BigAutoField(primary_key=True)),
                    ("author", models.ForeignKey("library.Author", models.PROTECT)),
                ],
            ),
        ]
    )
    before, after = ProjectState(), ProjectState()
    assert list(after.apps.get_models()) == []  # rendered before the tables are known
    made.state_forwards("library", after)
    assert "apps" not in vars(after)  # no table was rendered for the sake of another
    with connection.schema_editor() as editor:
        made.database_forwards("library", editor, before, after)
    book = after.apps.get_model("library", "Book")
    assert book.objects.select_related("author").count() == 0
    with connection.schema_editor() as editor:
        made.database_backwards("library", editor, after, before)
    assert "library_book" not in connection.introspection.table_names()
