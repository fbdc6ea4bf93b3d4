from django import forms


class AccuracyForm(forms.Form):
    """`key` is the draft's: what was sent twice is known by it."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    is_accurate = forms.BooleanField(
        label="Je déclare que ces informations sont exactes, à ma connaissance.",
        error_messages={
            "required": "Cochez la case pour confirmer que vos informations sont exactes."
        },
    )
