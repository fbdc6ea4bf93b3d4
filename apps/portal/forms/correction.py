from django import forms

from apps.ui.health import HealthAwareForm


class CorrectionForm(HealthAwareForm):
    free_text = ("body",)

    body = forms.CharField(
        label="Ce qu’il faut corriger",
        max_length=10_000,
        help_text="N’écrivez aucune information médicale. Nous n’en avons pas besoin.",
        widget=forms.Textarea({"rows": 4}),
        error_messages={
            "required": "Dites ce qu’il faut corriger.",
            "max_length": "Ce texte dépasse 10\u00a0000 caractères. Gardez l’essentiel.",
        },
    )
