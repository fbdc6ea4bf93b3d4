"""How a complaint is answered, and how one that did not come from the portal is written down."""

from typing import Any

from django import forms

from apps.correspondence.models import Complaint
from apps.incidents.models import IncidentQuerySet
from apps.ui.fields import ConcernedFileField, DayField, RadioRows, capitalised
from apps.ui.health import HealthAwareForm
from apps.ui.wording import day_of_month

TOO_LONG = "Ce texte dépasse 10\u00a0000 caractères. Gardez l’essentiel."


class ComplaintAnswerForm(forms.Form):
    answer = forms.CharField(
        label="Votre réponse",
        max_length=10_000,
        help_text="Elle répond à chaque point, et dit ce qui change ou pourquoi rien ne change. "
        "Sous elle, le sociétaire lit comment saisir le médiateur.",
        widget=forms.Textarea({"rows": 10}),
        error_messages={"required": "Écrivez votre réponse.", "max_length": TOO_LONG},
    )


class NotedComplaintForm(HealthAwareForm):
    """A valid form gives what the verb takes."""

    free_text = ("words",)

    channel = forms.TypedChoiceField(
        label="Comment est-elle arrivée\u00a0?",
        choices=capitalised(one for one in Complaint.Channel if one != Complaint.Channel.PORTAL),
        coerce=Complaint.Channel,
        widget=RadioRows,
        error_messages={"required": "Dites comment elle est arrivée."},
    )
    sent_on = DayField(
        label="Jour de l’envoi",
        help_text="Celui du cachet de la poste, de l’e-mail ou de l’appel. Les deux délais courent "
        "de ce jour, même si elle a été lue plus tard.",
        error_messages={"required": "Indiquez le jour où elle a été envoyée."},
    )
    incident = ConcernedFileField(
        named=lambda file: f"{file.reference}, déclaré le {day_of_month(file.declared_at)}",
        refused="Choisissez l’un de ses dossiers, ou aucun.",
    )
    words = forms.CharField(
        label="Ce que le sociétaire nous reproche",
        max_length=10_000,
        help_text="Ses mots, ou leur résumé. Il les relira dans Vigie. N’écrivez aucune "
        "information médicale.",
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": "Écrivez ce qu’il nous reproche.", "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, incidents: IncidentQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["incident"].offer(incidents)
