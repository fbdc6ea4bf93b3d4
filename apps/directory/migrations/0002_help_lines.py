from django.db import migrations

HELP_LINES = (
    ("SPS, Soins aux professionnels de santé", "0 805 23 23 36", "Appel gratuit, jour et nuit."),
    ("Entraide ordinale", "0 800 288 038", "Pour les médecins et les internes."),
)


def write_help_lines(apps, _schema_editor):
    HelpLine = apps.get_model("directory", "HelpLine")
    for position, (name, phone, words) in enumerate(HELP_LINES, start=1):
        HelpLine.objects.create(name=name, phone=phone, words=words, position=position)


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [migrations.RunPython(write_help_lines, migrations.RunPython.noop)]
