from django import forms


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label="Pourquoi refusez-vous cette mission ?",
        help_text="Par exemple : conflit d’intérêts, délai trop court, hors de votre ressort.",
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Dites en quelques mots pourquoi vous refusez."},
    )
