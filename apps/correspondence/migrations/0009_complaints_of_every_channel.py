import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import TruncDate

NOTED_BY_SOMEBODY = models.Q(("channel", "portal"), ("recorded_by", None)) | models.Q(
    models.Q(("channel", "portal"), _negated=True), ("recorded_by__isnull", False)
)


def write_days(apps, _schema_editor):
    """Until now all came from the portal: sent on the civil day, in Paris, of their moment."""
    Complaint = apps.get_model("correspondence", "Complaint")
    Complaint.objects.update(sent_on=TruncDate("recorded_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0008_calls_of_merged_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="complaint",
            options={"ordering": ["-sent_on", "-pk"], "verbose_name": "réclamation"},
        ),
        migrations.RenameField("complaint", "sent_at", "recorded_at"),
        migrations.AlterField(
            "complaint", "recorded_at", models.DateTimeField(verbose_name="enregistrée le")
        ),
        migrations.AddField(
            "complaint",
            "channel",
            models.CharField(
                choices=[
                    ("portal", "depuis Vigie"),
                    ("post", "par courrier"),
                    ("phone", "par téléphone"),
                    ("email", "par e-mail"),
                ],
                default="portal",
                max_length=6,
                verbose_name="voie",
            ),
        ),
        migrations.AddField(
            "complaint",
            "recorded_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="notée par",
            ),
        ),
        migrations.AddField(
            "complaint", "sent_on", models.DateField(null=True, verbose_name="envoyée le")
        ),
        migrations.RunPython(write_days, migrations.RunPython.noop),
        migrations.AlterField("complaint", "sent_on", models.DateField(verbose_name="envoyée le")),
        migrations.AddConstraint(
            "complaint",
            models.CheckConstraint(
                condition=NOTED_BY_SOMEBODY, name="complaint_is_noted_by_somebody"
            ),
        ),
    ]
