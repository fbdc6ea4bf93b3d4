from django import forms

from apps.directory.models import Delegate
from apps.ui.fields import RadioRows, capitalised


class DelegateForm(forms.Form):
    name = forms.CharField(
        label="Nom et prénom",
        max_length=150,
        error_messages={
            "required": "Indiquez le nom de votre délégué.",
            "max_length": "Ce nom est trop long\u00a0: 150 caractères au plus.",
        },
    )
    email = forms.EmailField(
        label="Adresse e-mail",
        max_length=254,
        help_text="La sienne\u00a0: personne d’autre ne doit lire cette boîte.",
        error_messages={
            "required": "Indiquez l’adresse e-mail de votre délégué.",
            "invalid": "Cette adresse n’est pas complète. Exemple\u00a0: prenom.nom@exemple.fr",
        },
    )
    relation = forms.ChoiceField(
        label="Qui est cette personne pour vous\u00a0?",
        choices=capitalised(Delegate.Relation),
        widget=RadioRows,
        error_messages={"required": "Dites qui est cette personne pour vous."},
    )
