import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OUTCOMES = [
    ("removed_by_platform", "retiré par la plateforme"),
    ("removed_by_author", "retiré par son auteur"),
    ("page_deleted", "fiche supprimée"),
    ("delisted", "déréférencé"),
    ("court_decision", "décision de justice"),
    ("answered", "réponse publique publiée"),
    ("lawful", "resté en ligne : propos permis par la loi"),
    ("refused", "resté en ligne : retrait refusé"),
    ("time_barred", "délai pour agir dépassé"),
    ("advised", "conseil donné"),
]
KNOWN = [code for code, _ in OUTCOMES]


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_delegates_and_help_lines"),
        ("incidents", "0005_queue_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="incident", name="incident_closed_has_outcome"),
        migrations.AlterField(
            model_name="incident",
            name="outcome",
            field=models.CharField(
                blank=True, choices=OUTCOMES, max_length=30, verbose_name="issue"
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(status="closed", closed_at__isnull=False)
                & models.Q(outcome__in=KNOWN)
                | ~models.Q(status="closed") & models.Q(closed_at=None, outcome=""),
                name="incident_closed_has_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=~models.Q(status="closed") | models.Q(queue_key="3"),
                name="incident_closed_has_no_clock",
            ),
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="prononcée le")),
                (
                    "outcome",
                    models.CharField(choices=OUTCOMES, max_length=30, verbose_name="issue"),
                ),
                ("words", models.TextField(verbose_name="bilan adressé au sociétaire")),
                (
                    "retention",
                    models.CharField(
                        choices=[
                            ("ADVICE", "conseil sans suite"),
                            ("LAWFUL", "contenus permis par la loi"),
                            ("DISPUTE", "contenus litigieux"),
                        ],
                        max_length=10,
                        verbose_name="classe de conservation",
                    ),
                ),
                ("purge_on", models.DateField(verbose_name="effaçable à partir du")),
                (
                    "hold_reason",
                    models.TextField(blank=True, verbose_name="motif de la conservation"),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="reprise le")),
                ("reason", models.TextField(blank=True, verbose_name="motif de la reprise")),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reprise par",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="closings",
                        to="incidents.incident",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signée par",
                    ),
                ),
            ],
            options={
                "verbose_name": "clôture",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(closed_at=None),
                        fields=("incident",),
                        name="closing_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(outcome__in=KNOWN), name="closing_outcome_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(closed_at=None, closed_by=None)
                        | models.Q(closed_at__isnull=False, closed_by__isnull=False),
                        name="closing_taken_back_by_someone",
                    ),
                ],
            },
        ),
    ]
