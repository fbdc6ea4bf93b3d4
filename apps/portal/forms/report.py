from django import forms

from apps.ui.fields import DayField
from apps.ui.health import HealthAwareForm
from apps.ui.report import ReportForm


class OwnReportForm(HealthAwareForm, ReportForm):
    """When a content was reported; why without a proof, when there is none."""

    free_text = ("reason_without_proof",)

    reported_on = DayField(
        label="Vous l’avez signalé le",
        error_messages={"required": "Indiquez le jour du signalement."},
    )
    reference = forms.CharField(
        label="Référence donnée par la plateforme",
        required=False,
        max_length=100,
        error_messages={"max_length": "Cette référence est trop longue\u00a0: 100 caractères."},
    )
    reason_without_proof = forms.CharField(
        label="Pourquoi il n’y a pas encore de preuve",
        max_length=1000,
        help_text="N’écrivez aucune information médicale. Nous n’en avons pas besoin.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": "Ajoutez d’abord une capture, ou dites pourquoi vous n’en avez pas.",
            "max_length": "Ce texte dépasse 1\u00a0000 caractères.",
        },
    )
    to_come = {"reported_on": "Ce jour est à venir. Indiquez un signalement déjà fait."}
