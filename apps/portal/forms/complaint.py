from typing import Any

from django import forms

from apps.incidents.models import IncidentQuerySet
from apps.ui.fields import ConcernedFileField
from apps.ui.health import HealthAwareForm


class ComplaintForm(HealthAwareForm):
    free_text = ("words",)

    incident = ConcernedFileField(
        named=lambda file: f"Dossier {file.reference}",
        refused="Choisissez l’un de vos dossiers, ou aucun.",
    )
    words = forms.CharField(
        label="Ce que vous nous reprochez",
        max_length=10_000,
        help_text="Dites ce qui s’est passé et ce que vous attendez de nous. N’écrivez aucune "
        "information médicale.",
        widget=forms.Textarea({"rows": 8}),
        error_messages={
            "required": "Écrivez ce que vous nous reprochez.",
            "max_length": "Ce texte dépasse 10\u00a0000 caractères. Gardez l’essentiel.",
        },
    )

    def __init__(self, *args: Any, incidents: IncidentQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if incidents.exists():
            self.fields["incident"].offer(incidents)
        else:
            del self.fields["incident"]
