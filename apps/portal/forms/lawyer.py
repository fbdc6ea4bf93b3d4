from django import forms

from apps.assignments.models import LawyerRequest
from apps.casework.missions.request_lawyer import OWN_WORDING, WORDING
from apps.ui.branching import BranchingForm
from apps.ui.fields import RadioRows

LATER = "later"


class LawyerForm(BranchingForm):
    choice = forms.ChoiceField(
        label="Votre choix",
        choices=[*LawyerRequest.Choice.choices, (LATER, "Je choisirai plus tard")],
        widget=RadioRows(
            hints={
                LawyerRequest.Choice.OWN: OWN_WORDING,
                LawyerRequest.Choice.PROPOSAL: WORDING,
                LATER: "Vous pourrez revenir sur cette page à tout moment.",
            }
        ),
        error_messages={"required": "Choisissez une réponse, même pour plus tard."},
    )
    lawyer_name = forms.CharField(
        label="Nom de votre avocat",
        max_length=120,
        error_messages={
            "required": "Indiquez le nom de votre avocat.",
            "max_length": "Ce nom est trop long\u00a0: 120 caractères au plus.",
        },
    )
    lawyer_contact = forms.CharField(
        label="Ses coordonnées",
        required=False,
        max_length=200,
        help_text="Adresse e-mail ou téléphone de son cabinet.",
        error_messages={
            "max_length": "Ces coordonnées sont trop longues\u00a0: 200 caractères au plus."
        },
    )

    asked_when = {
        "lawyer_name": ("choice", (LawyerRequest.Choice.OWN,)),
        "lawyer_contact": ("choice", (LawyerRequest.Choice.OWN,)),
    }
