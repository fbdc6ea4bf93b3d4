from typing import Any

from django import forms
from django.utils.text import capfirst

from apps.incidents.models import FacilityPage, PracticeMode
from apps.ui.branching import BranchingForm
from apps.ui.fields import RadioRows


class PracticeForm(BranchingForm):
    practice_mode = forms.TypedChoiceField(
        label="Mode d’exercice",
        choices=[(mode.value, capfirst(mode.label)) for mode in PracticeMode],
        coerce=PracticeMode,
        widget=RadioRows,
        error_messages={"required": "Choisissez le cadre dans lequel vous exercez."},
    )
    facility_page = forms.TypedChoiceField(
        label="Le contenu est-il sur une page de votre établissement\u00a0?",
        help_text="Si c’est le cas, son équipe de communication peut agir en premier.",
        choices=FacilityPage.choices,
        coerce=FacilityPage,
        widget=RadioRows,
        error_messages={
            "required": "Dites si la page est celle de votre établissement, ou choisissez "
            "«\u00a0Je ne sais pas\u00a0»."
        },
    )

    asked_when = {
        "facility_page": ("practice_mode", (PracticeMode.HOSPITAL, PracticeMode.CLINIC)),
    }

    @property
    def facts(self) -> dict[str, Any]:
        """What `Circumstances` says of the practice."""
        return self.cleaned_data
