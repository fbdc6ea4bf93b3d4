"""What a handler notes about a content: is it still online, was it reported, what is skipped."""

from django import forms

from apps.ui.fields import DayField, capitalised
from apps.ui.report import ReportForm
from apps.vocabulary.presence import Presence


class OnlineCheckForm(forms.Form):
    presence = forms.TypedChoiceField(
        label="Ce que vous avez constaté",
        choices=capitalised(Presence),
        coerce=Presence,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez ce que vous avez constaté."},
    )
    note = forms.CharField(
        label="Différences",
        required=False,
        max_length=2000,
        help_text="Ce qui a changé depuis la dernière fois. Le sociétaire lit ce texte.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "Cette note dépasse 2\u00a0000 caractères."},
    )


class NotedReportForm(ReportForm):
    reported_on = DayField(
        label="Signalé le", error_messages={"required": "Indiquez le jour du signalement."}
    )
    reference = forms.CharField(
        label="Référence donnée par la plateforme",
        required=False,
        max_length=100,
        error_messages={"max_length": "Cette référence dépasse 100 caractères."},
    )
    reason_without_proof = forms.CharField(
        label="Motif du signalement sans preuve",
        max_length=1000,
        help_text="Le sociétaire lit ce motif.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": "Dites pourquoi vous signalez avant d’avoir une preuve.",
            "max_length": "Ce motif dépasse 1\u00a0000 caractères.",
        },
    )
    to_come = {"reported_on": "Ce jour est à venir. Notez un signalement déjà fait."}


class SkipStepForm(forms.Form):
    reason = forms.CharField(
        label="Pourquoi cette démarche est écartée",
        max_length=1000,
        help_text="Ce motif reste interne\u00a0: ni le sociétaire ni un partenaire ne le lit.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={
            "required": "Dites pourquoi cette démarche est écartée.",
            "max_length": "Ce motif dépasse 1\u00a0000 caractères.",
        },
    )
