from datetime import date
from typing import Any

from django import forms

from apps.casework.declare import DeclaredReview
from apps.incidents.models import Audience
from apps.legal.windows import UnreadableDate, Window
from apps.ui.fields import DayField, RadioRows

from .branching import BranchingForm
from .dating import DATINGS, months_until
from .fields import CountField, LinkField

IN_THE_FUTURE = {
    "published_on": "La date de publication est dans le futur. Vérifiez-la.",
    "earliest": "Le premier jour possible est dans le futur. Vérifiez-le.",
    "latest": "Le dernier jour possible est dans le futur. Vérifiez-le.",
    "seen_on": "Le jour où vous avez relevé cette mention est dans le futur. Vérifiez-le.",
    "read_on": "La date de lecture est dans le futur. Vérifiez-la.",
}
NOT_DATED = "Indiquez la date de publication, ou choisissez «\u00a0Je ne sais pas\u00a0»."


class ReviewForm(BranchingForm):
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
    dating = forms.ChoiceField(
        label="Quand ce contenu a-t-il été publié\u00a0?",
        help_text="C’est cette date qui fait courir le délai pour agir.",
        choices=[(code, dating.label) for code, dating in DATINGS.items()],
        widget=RadioRows,
        error_messages={"required": NOT_DATED},
    )
    published_on = DayField(label="Jour de publication", error_messages={"required": NOT_DATED})
    shown_words = forms.CharField(
        label="La mention affichée par le site",
        max_length=60,
        help_text="Par exemple «\u00a0il y a 2 mois\u00a0» ou «\u00a0hier\u00a0».",
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={
            "required": "Recopiez la mention affichée par le site, par exemple «\u00a0il y a "
            "2 mois\u00a0».",
            "max_length": "Recopiez seulement la mention, par exemple «\u00a0il y a 2 mois\u00a0».",
        },
    )
    seen_on = DayField(
        label="Jour où vous avez relevé cette mention",
        help_text="Aujourd’hui, ou le jour de votre capture d’écran.",
        error_messages={"required": "Indiquez le jour où vous avez relevé cette mention."},
    )
    earliest = DayField(
        label="Premier jour possible",
        error_messages={"required": "Indiquez le premier jour possible."},
    )
    latest = DayField(
        label="Dernier jour possible",
        error_messages={"required": "Indiquez le dernier jour possible."},
    )
    published_month = forms.ChoiceField(
        label="Mois de publication",
        help_text="Plus ancien\u00a0? Choisissez «\u00a0Entre deux jours\u00a0».",
        error_messages={"required": "Choisissez le mois de publication."},
    )
    read_on = DayField(
        label="Quand l’avez-vous lu\u00a0?",
        required=False,
        help_text="Cette date ne fait pas courir le délai, mais elle nous aide.",
    )

    asked_when = {
        "members": ("audience", (Audience.PUBLIC, Audience.CLOSED_GROUP)),
        **{
            field: ("dating", (code,))
            for code, dating in DATINGS.items()
            for field in dating.fields
        },
    }

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"seen_on": today}, **kwargs)
        self.today = today
        self.fields["published_month"].choices = list(months_until(today))

    def clean_words(self) -> str:
        """Passages are counted in characters: a line must end in the same way everywhere."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, sentence in IN_THE_FUTURE.items():
            if (day := cleaned.get(name)) and day > self.today:
                self.add_error(name, sentence)
        if window := self._window(cleaned):
            cleaned["window"] = window
            read_on = cleaned.get("read_on")
            if read_on and window.earliest and read_on < window.earliest:
                self.add_error(
                    "read_on",
                    "Cette date de lecture précède la publication. Vérifiez les deux dates.",
                )
        return cleaned

    def _window(self, cleaned: dict[str, Any]) -> Window | None:
        dating = DATINGS.get(cleaned.get("dating", ""))
        if dating is None or not all(name in cleaned for name in dating.fields):
            return None
        try:
            return dating.window(cleaned)
        except UnreadableDate:
            self.add_error(dating.blamed, dating.sentence)
            return None

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
