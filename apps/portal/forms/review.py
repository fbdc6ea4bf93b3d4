from typing import Any

from django import forms

from apps.casework.declare import DeclaredReview
from apps.incidents.models import Audience
from apps.ui.dating import WindowForm
from apps.ui.fields import DayField, RadioRows

from .fields import CountField, LinkField


class ReviewForm(WindowForm):
    """One content, and when it was published. A valid form gives a `DeclaredReview`."""

    url = LinkField(
        label="Lien vers le contenu",
        required=False,
        max_length=1000,
        help_text="Copiez l’adresse de la page. Elle commence par https://",
        error_messages={
            "invalid": "Ce lien n’est pas une adresse de page. Copiez-le à nouveau, il commence "
            "par https://, ou laissez la case vide.",
            "max_length": "Ce lien est trop long. Copiez l’adresse de la page sans ce qui suit "
            "le signe «\u00a0?\u00a0».",
        },
    )
    words = forms.CharField(
        label="Les mots exacts",
        max_length=20_000,
        help_text="Recopiez le contenu sans rien corriger, fautes comprises.",
        widget=forms.Textarea({"rows": 6}),
        error_messages={
            "required": "Recopiez les mots exacts du contenu.",
            "max_length": "Ce texte dépasse 20\u00a0000 caractères. Recopiez les passages qui vous "
            "visent.",
        },
    )
    author_pseudonym = forms.CharField(
        label="Pseudonyme de l’auteur",
        required=False,
        max_length=100,
        help_text="Le nom affiché à côté du contenu. N’écrivez rien d’autre sur cette personne.",
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"max_length": "Ce pseudonyme est trop long\u00a0: 100 caractères au plus."},
    )
    audience = forms.TypedChoiceField(
        label="Qui peut lire ce contenu\u00a0?",
        choices=Audience.choices,
        coerce=Audience,
        widget=RadioRows(
            hints={
                Audience.PUBLIC: "Un avis, une page, un forum ou un groupe ouvert.",
                Audience.CLOSED_GROUP: "Il faut être accepté pour lire.",
                Audience.PRIVATE_MESSAGE: "Il n’a été envoyé qu’à vous ou à votre équipe.",
            }
        ),
        error_messages={"required": "Dites qui peut lire ce contenu."},
    )
    members = CountField(
        label="Nombre de membres du groupe ou de la page",
        required=False,
        min_value=1,
        max_value=2_000_000_000,
        error_messages={
            "invalid": "Indiquez le nombre de membres en chiffres, par exemple 5\u00a0000.",
            "min_value": "Indiquez au moins un membre, ou laissez la case vide.",
            "max_value": "Vérifiez le nombre de membres\u00a0: il est trop grand.",
        },
    )
    read_on = DayField(
        label="Quand l’avez-vous lu\u00a0?",
        required=False,
        help_text="Cette date ne fait pas courir le délai, mais elle nous aide.",
    )

    # The page asks for the content first; the window's own questions come after these.
    field_order = ("url", "words", "author_pseudonym", "audience", "members")
    asked_when = WindowForm.asked_when | {
        "members": ("audience", (Audience.PUBLIC, Audience.CLOSED_GROUP)),
    }

    def clean_words(self) -> str:
        """Passages are counted in characters: a line must end in the same way everywhere."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        read_on, window = cleaned.get("read_on"), cleaned.get("window")
        if read_on and read_on > self.today:
            self.add_error("read_on", "La date de lecture est dans le futur. Vérifiez-la.")
        elif read_on and window and window.earliest and read_on < window.earliest:
            self.add_error(
                "read_on", "Cette date de lecture précède la publication. Vérifiez les deux dates."
            )
        return cleaned

    @property
    def declared(self) -> DeclaredReview:
        """What the verb takes."""
        answers = self.cleaned_data
        return DeclaredReview(
            words=answers["words"],
            window=answers["window"],
            audience=answers["audience"],
            url=answers["url"],
            author_pseudonym=answers["author_pseudonym"],
            members=answers.get("members"),
            read_on=answers["read_on"],
        )
