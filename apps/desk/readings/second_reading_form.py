from django import forms

from .qualify_form import label_choices


class SecondReadingForm(forms.Form):
    label = forms.ChoiceField(
        label="Votre lecture",
        choices=label_choices,
        error_messages={"required": "Choisissez une qualification."},
    )
    reason = forms.CharField(
        label="Motif",
        help_text="Pourquoi vous confirmez, ou pourquoi vous lisez autrement. Les deux lectures "
        "sont conservées.",
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Dites pourquoi vous retenez cette qualification."},
    )
