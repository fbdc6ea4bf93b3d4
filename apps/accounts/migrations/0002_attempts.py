from django.core.management import call_command
from django.db import migrations

TABLE = "accounts_attempts"


def create_table(_apps, editor):
    call_command("createcachetable", TABLE, database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunPython(
            create_table, lambda _apps, editor: editor.execute(f"DROP TABLE {TABLE}")
        )
    ]
