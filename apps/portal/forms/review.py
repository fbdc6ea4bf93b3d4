from typing import Any

from django import forms

from apps.incidents.circumstances import Audience, AuthorKind, Situation
from apps.ui.branching import BranchingForm
from apps.ui.fields import RadioRows
from apps.ui.health import HealthAwareForm

from .fields import CountField, LinkField
from .kept import KeptForm

MOST_PERSONS = 30
# What a situation answers by itself, or has no use for.
NOT_ASKED: dict[str, tuple[str, ...]] = {
    Situation.REVIEW: (),
    Situation.LISTING: ("rating", "audience", "members"),
    Situation.POST: ("rating",),
    Situation.PRIVATE: ("url", "rating", "audience", "members"),
}


class ReviewForm(KeptForm, HealthAwareForm, BranchingForm):
    """One content: where it is, its exact words, its author, who could read it.

    The situation decides what is asked; an establishment also says whom the content targets.
    """

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
    persons = forms.CharField(
        label="Qui est visé\u00a0?",
        required=False,
        help_text="Un nom par ligne. Par prudence, nous suivons un délai par personne visée. "
        "Laissez vide si seul l’établissement est visé.",
        widget=forms.Textarea({"rows": 3, "autocomplete": "off"}),
    )
    rating = forms.TypedChoiceField(
        label="La note donnée",
        required=False,
        choices=[(str(stars), f"{stars} sur 5") for stars in range(1, 6)],
        coerce=int,
        empty_value=None,
        widget=RadioRows,
        error_messages={"invalid_choice": "Choisissez une note de 1 à 5, ou aucune."},
    )
    author_kind = forms.TypedChoiceField(
        label="Qui est l’auteur, à votre avis\u00a0?",
        required=False,
        choices=AuthorKind.choices,
        coerce=AuthorKind,
        empty_value=AuthorKind.UNKNOWN,
        widget=RadioRows,
        help_text="N’écrivez aucune information médicale sur cette personne. Nous n’en avons pas "
        "besoin.",
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
    asked_when = {
        "members": ("audience", (Audience.PUBLIC, Audience.CLOSED_GROUP)),
    }
    free_text = ("author_pseudonym",)

    def __init__(
        self,
        *args: Any,
        situation: str = Situation.REVIEW,
        is_facility: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.situation = situation
        not_asked = NOT_ASKED[situation] + (() if is_facility else ("persons",))
        for name in not_asked:
            del self.fields[name]
        if "members" in not_asked:
            self.asked_when = {}
        if situation == Situation.LISTING:
            self.fields["words"].label = "Ce qui est écrit sur la fiche"
            self.fields["words"].required = False
            self.fields["url"].label = "Lien vers la fiche"
        if situation == Situation.PRIVATE:
            self.fields["words"].label = "Les mots exacts du message"

    def clean_words(self) -> str:
        """Passages are counted in characters: a line must end in the same way everywhere."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n")

    def clean_persons(self) -> list[str]:
        """The names, each once, in their order."""
        lines = self.cleaned_data["persons"].splitlines()
        names = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
        if any(len(name) > 120 for name in names):
            raise forms.ValidationError("Écrivez un nom par ligne, de 120 caractères au plus.")
        if len(names) > MOST_PERSONS:
            raise forms.ValidationError(f"Indiquez {MOST_PERSONS}\u00a0personnes au plus.")
        return names

    def typed(self) -> dict[str, Any]:
        """What was typed; a warning about health words that was read is not shown again."""
        return super().typed() | self.seen()

    @property
    def facts(self) -> dict[str, Any]:
        """What `DeclaredReview` says of the content itself."""
        implied = {
            Situation.LISTING: {"audience": Audience.PUBLIC},
            Situation.PRIVATE: {"audience": Audience.PRIVATE_MESSAGE},
        }.get(Situation(self.situation), {})
        return {"members": None, **implied, **self.cleaned_data}
