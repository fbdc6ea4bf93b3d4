from django.db import migrations

from apps.search.trigrams import make_indexes


def make(_apps, _schema_editor):
    make_indexes()


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
