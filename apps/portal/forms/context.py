from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from apps.ui.branching import BranchingForm
from apps.ui.fields import DayField

from .fields import EurosField, YesNoField


class ContextForm(BranchingForm):
    already_replied = YesNoField(
        label="Avez-vous déjà répondu à l’auteur\u00a0?",
        error_messages={"required": "Dites si vous avez déjà répondu à l’auteur."},
    )
    already_reported = YesNoField(
        label="Avez-vous déjà signalé le contenu à la plateforme\u00a0?",
        error_messages={"required": "Dites si vous avez déjà signalé le contenu à la plateforme."},
    )
    bailiff_report = YesNoField(
        label="Un commissaire de justice (ex-huissier) a-t-il déjà fait un constat\u00a0?",
        error_messages={"required": "Dites si un constat a déjà été fait."},
    )
    bailiff_report_on = DayField(
        label="Date du constat",
        error_messages={"required": "Indiquez la date du constat. Elle figure en première page."},
    )
    bailiff_report_cost = EurosField(
        label="Coût du constat, en euros",
        required=False,
        min_value=0,
        error_messages={
            "invalid": "Indiquez le coût en euros, par exemple 350 ou 350,50.",
            "min_value": "Le coût du constat ne peut pas être négatif.",
            "max_digits": "Vérifiez le coût du constat\u00a0: ce montant est trop élevé.",
            "max_whole_digits": "Vérifiez le coût du constat\u00a0: ce montant est trop élevé.",
            "max_decimal_places": "Indiquez le coût avec deux décimales au plus.",
        },
    )
    bailiff_report_was_urgent = YesNoField(
        label="Le constat a-t-il été fait en urgence\u00a0?",
        help_text="Par exemple parce que le contenu risquait de disparaître.",
        error_messages={"required": "Dites si le constat a été fait en urgence."},
    )

    asked_when = {
        "bailiff_report_on": ("bailiff_report", ("yes",)),
        "bailiff_report_cost": ("bailiff_report", ("yes",)),
        "bailiff_report_was_urgent": ("bailiff_report", ("yes",)),
    }

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_bailiff_report_on(self) -> date:
        day: date = self.cleaned_data["bailiff_report_on"]
        if day > self.today:
            raise ValidationError("La date du constat est dans le futur. Vérifiez-la.")
        return day

    @property
    def facts(self) -> dict[str, Any]:
        """What `Circumstances` says of what was done before the declaration."""
        return {
            name: answer for name, answer in self.cleaned_data.items() if name != "bailiff_report"
        }
