"""Forms of the team: absences, handing over, rereading, and what is done to many files."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.casework.queue.prepare_bulk import Wanted
from apps.casework.search.queue_facts import possible_handlers
from apps.correspondence.ready_questions import READY_QUESTIONS
from apps.incidents.models import BulkAction, Rereading
from apps.ui.fields import DayField, capitalised

EXPORT = "export"


class AbsenceForm(forms.Form):
    user = forms.ModelChoiceField(
        label="Qui est absent",
        queryset=None,
        error_messages={"required": "Choisissez la personne absente."},
    )
    substitute = forms.ModelChoiceField(
        label="Qui remplace",
        queryset=None,
        help_text="Reçoit aussi les rappels et les messages, et peut travailler sur ces dossiers.",
        error_messages={"required": "Choisissez qui remplace."},
    )
    starts_on = DayField(label="Premier jour")
    ends_on = DayField(label="Dernier jour", help_text="Ce jour est compris.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("user", "substitute"):
            self.fields[name].queryset = possible_handlers()


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(
        label="Confier à",
        queryset=None,
        error_messages={"required": "Choisissez un collègue."},
    )
    note = forms.CharField(
        label="Ce que votre collègue doit savoir",
        max_length=10_000,
        help_text="Enregistré comme note interne\u00a0: le sociétaire ne la voit jamais.",
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": "Écrivez ce que votre collègue doit savoir."},
    )

    def __init__(self, *args: Any, but: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = possible_handlers().exclude(pk=but)


class RereadForm(forms.Form):
    result = forms.ChoiceField(
        label="Après relecture, l’orientation est",
        choices=Rereading.Result.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une réponse."},
    )
    words = forms.CharField(
        label="Remarque pour l’équipe",
        required=False,
        max_length=2000,
        help_text="Nécessaire quand l’orientation est à revoir.",
        widget=forms.Textarea({"rows": 4}),
    )


class BulkForm(forms.Form):
    """A valid form gives `wanted`, what the verb takes, or asks for the export."""

    kind = forms.ChoiceField(
        label="Que faire",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez une action."},
    )
    to = forms.ModelChoiceField(
        label="Confier à", queryset=None, required=False, empty_label="Répartir selon la charge"
    )
    tag = forms.CharField(label="Étiquette", required=False, max_length=40)
    ready = forms.MultipleChoiceField(
        label="Pièces ou informations à demander",
        required=False,
        choices=[(code, ready.label) for code, ready in READY_QUESTIONS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    due_on = DayField(label="Réponse attendue avant le", required=False)
    words = forms.CharField(
        label="Message aux sociétaires",
        required=False,
        max_length=10_000,
        help_text="Un message parti ne se reprend pas.",
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, may_entrust: bool, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        kinds = [kind for kind in BulkAction.Kind if may_entrust or kind != BulkAction.Kind.ENTRUST]
        self.fields["kind"].choices = [*capitalised(kinds), (EXPORT, "Exporter (CSV)")]
        self.fields["to"].queryset = possible_handlers()
        if not may_entrust:
            del self.fields["to"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        match cleaned.get("kind"):
            case BulkAction.Kind.TAG if not cleaned.get("tag"):
                self.add_error("tag", "Écrivez l’étiquette.")
            case BulkAction.Kind.MESSAGE if not cleaned.get("words"):
                self.add_error("words", "Écrivez votre message.")
            case BulkAction.Kind.REQUEST:
                self._clean_request(cleaned)
        return cleaned

    def _clean_request(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("ready"):
            self.add_error("ready", "Cochez au moins une demande.")
        if "due_on" in cleaned and (not cleaned["due_on"] or cleaned["due_on"] <= self.today):
            self.add_error("due_on", ValidationError("Choisissez un jour à venir."))

    @property
    def wants_export(self) -> bool:
        return bool(self.cleaned_data["kind"] == EXPORT)

    @property
    def wanted(self) -> Wanted:
        asked = [READY_QUESTIONS[code] for code in self.cleaned_data["ready"]]
        kind = BulkAction.Kind(self.cleaned_data["kind"])
        return Wanted(
            kind=kind,
            to=self.cleaned_data.get("to"),
            tag=self.cleaned_data["tag"],
            words=self.cleaned_data["words"] if kind == BulkAction.Kind.MESSAGE else "",
            questions=[(ready.kind.value, ready.question) for ready in asked],
            due_on=self.cleaned_data["due_on"],
        )
