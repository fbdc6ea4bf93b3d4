from django import forms

from apps.ui.health import HealthAwareForm

from .fields import LinkField


class AdviceForm(HealthAwareForm):
    free_text = ("question",)

    question = forms.CharField(
        label="Votre question",
        max_length=10_000,
        help_text="N’écrivez aucune information médicale. Nous n’en avons pas besoin.",
        widget=forms.Textarea({"rows": 6}),
        error_messages={
            "required": "Écrivez votre question.",
            "max_length": "Ce texte dépasse 10\u00a0000 caractères. Gardez l’essentiel.",
        },
    )
    url = LinkField(
        label="Lien vers le contenu",
        required=False,
        max_length=1000,
        error_messages={
            "invalid": "Ce lien n’est pas une adresse de page. Copiez-le à nouveau, ou laissez la "
            "case vide.",
            "max_length": "Ce lien est trop long.",
        },
    )
