from typing import Any

from django import forms

from apps.incidents.circumstances import FacilityPage, PracticeMode
from apps.ui.branching import BranchingForm
from apps.ui.fields import RadioRows, capitalised

from .kept import KeptForm

ESTABLISHMENTS = (PracticeMode.HOSPITAL, PracticeMode.CLINIC)


class PracticeForm(KeptForm, BranchingForm):
    practice_mode = forms.TypedChoiceField(
        label="Mode d’exercice",
        choices=capitalised(PracticeMode),
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

    asked_when = {"facility_page": ("practice_mode", ESTABLISHMENTS)}

    def __init__(self, *args: Any, is_facility: bool = False, **kwargs: Any) -> None:
        """`is_facility`: the insured is itself an establishment, and neither liberal nor locum."""
        super().__init__(*args, **kwargs)
        if is_facility:
            practice_mode = self.fields["practice_mode"]
            practice_mode.label = "Votre établissement"
            practice_mode.choices = capitalised(ESTABLISHMENTS)
            practice_mode.error_messages["required"] = "Choisissez la sorte d’établissement."

    @property
    def facts(self) -> dict[str, Any]:
        """What `Circumstances` says of the practice."""
        return self.cleaned_data

    @property
    def is_on_facility_page(self) -> bool:
        """Is the establishment's communications office to be written to?"""
        return self.cleaned_data.get("facility_page") == FacilityPage.YES
