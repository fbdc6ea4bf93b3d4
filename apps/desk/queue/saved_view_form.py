from django import forms


class SavedViewForm(forms.Form):
    name = forms.CharField(
        label="Nom de la vue",
        max_length=60,
        error_messages={
            "required": "Donnez un nom à cette vue.",
            "max_length": "Ce nom est trop long\u00a0: 60 caractères au plus.",
        },
    )
    is_shared = forms.BooleanField(label="Visible par toute l’équipe", required=False)
