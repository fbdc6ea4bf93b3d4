from django import forms


class ComplaintAnswerForm(forms.Form):
    answer = forms.CharField(
        label="Votre réponse",
        max_length=10_000,
        help_text="Elle répond à chaque point, et dit ce qui change ou pourquoi rien ne change. "
        "Sous elle, le sociétaire lit comment saisir le médiateur.",
        widget=forms.Textarea({"rows": 10}),
        error_messages={
            "required": "Écrivez votre réponse.",
            "max_length": "Cette réponse dépasse 10\u00a0000 caractères. Gardez l’essentiel.",
        },
    )
