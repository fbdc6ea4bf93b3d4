from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0007_readings")]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="snoozed_at",
            field=models.DateTimeField(null=True, verbose_name="mis en sommeil le"),
        ),
        migrations.AddField(
            model_name="incident",
            name="wakes_on",
            field=models.CharField(
                blank=True,
                choices=[
                    ("practitioner", "sociétaire"),
                    ("handler", "gestionnaire"),
                    ("partner", "partenaire"),
                    ("platform", "plateforme"),
                    ("nobody", "personne"),
                ],
                default="",
                max_length=20,
                verbose_name="réveillé par la réponse de",
            ),
        ),
    ]
