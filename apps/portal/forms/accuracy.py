from django import forms


class AccuracyForm(forms.Form):
    is_accurate = forms.BooleanField(
        label="Je déclare que ces informations sont exactes, à ma connaissance.",
        error_messages={
            "required": "Cochez la case pour confirmer que vos informations sont exactes."
        },
    )
