from django import forms


class AdviceAnswerForm(forms.Form):
    answer = forms.CharField(
        label="Votre réponse",
        max_length=10_000,
        help_text="Le sociétaire la lit dans Vigie. L’e-mail ne la cite pas.",
        widget=forms.Textarea({"rows": 8}),
        error_messages={
            "required": "Écrivez votre réponse.",
            "max_length": "Ce texte dépasse 10\u00a0000 caractères. Gardez l’essentiel.",
        },
    )
