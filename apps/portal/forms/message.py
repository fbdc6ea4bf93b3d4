from django import forms

from apps.ui.health import HealthAwareForm


class MessageForm(HealthAwareForm):
    free_text = ("body",)

    body = forms.CharField(
        label="Votre message",
        max_length=10_000,
        help_text="N’écrivez aucune information médicale. Nous n’en avons pas besoin.",
        widget=forms.Textarea({"rows": 5}),
        error_messages={
            "required": "Écrivez votre message.",
            "max_length": "Ce message dépasse 10\u00a0000 caractères. Écrivez-le en deux fois.",
        },
    )
