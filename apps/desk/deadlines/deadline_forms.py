"""What a handler types about the dates of a content: acts, puttings on line, inaction."""

from typing import Any

from django import forms

from apps.deadlines.models import InactionDecision
from apps.incidents.models import Publication
from apps.legal.republication import PublicationKind
from apps.ui.dating import WindowForm
from apps.ui.fields import RadioRows, capitalised


class ChangePublicationForm(WindowForm):
    reason = forms.CharField(
        label="Motif de la correction",
        help_text="Ce qui établit la nouvelle date. L’ancienne reste au dossier avec ce motif.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Dites ce qui établit la nouvelle date."},
    )

    def __init__(self, *args: Any, publication: Publication, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.publication = publication

    def is_about_an_edit(self) -> bool:
        return self.publication.kind == PublicationKind.EDIT

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("window") == self.publication.window:
            self.add_error("dating", "C’est déjà la date retenue\u00a0: il n’y a rien à corriger.")
        return cleaned


class AddPublicationForm(WindowForm):
    kind = forms.TypedChoiceField(
        label="Comment le contenu est revenu en ligne",
        choices=[
            (kind.value, kind.label)
            for kind in PublicationKind
            if kind is not PublicationKind.FIRST
        ],
        coerce=PublicationKind,
        widget=RadioRows(
            hints={
                kind.value: f"{kind.grade.label.capitalize()}. {kind.source}"
                for kind in PublicationKind
            }
        ),
        error_messages={"required": "Dites comment le contenu est revenu en ligne."},
    )
    reason = forms.CharField(
        label="Comment vous le savez",
        help_text="Capture, constat, courrier de la plateforme…",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Dites comment vous le savez."},
    )
    field_order = ("kind",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dating = self.fields["dating"]
        dating.label = "Quand a-t-il été remis en ligne\u00a0?"
        dating.help_text = "C’est cette date qui fait courir le nouveau délai."

    def is_about_an_edit(self) -> bool:
        return self.cleaned_data.get("kind") is PublicationKind.EDIT


class UndoCheckForm(forms.Form):
    reason = forms.CharField(
        label="Motif",
        help_text="Ce qui fait douter de l’acte. La vérification et sa reprise restent au dossier.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Dites ce qui fait douter de l’acte."},
    )


class InactionForm(forms.Form):
    reason = forms.TypedChoiceField(
        label="Motif",
        choices=capitalised(InactionDecision.Reason),
        coerce=InactionDecision.Reason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez le motif de la décision."},
    )
    words = forms.CharField(
        label="Explication",
        help_text="Pourquoi ne pas saisir le tribunal. Elle reste au dossier\u00a0; le sociétaire "
        "ne la lit pas.",
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Expliquez la décision."},
    )
