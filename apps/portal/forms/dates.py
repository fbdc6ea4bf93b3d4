from typing import Any

from django import forms

from apps.casework.declarations.declare import DeclaredAgain
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.ui.dating import WindowForm
from apps.ui.fields import DayField, RadioRows

from .kept import KeptForm

AGAIN = {
    "no": "Non",
    "edited": "Oui, il a été modifié",
    "shared": "Oui, quelqu’un d’autre l’a partagé",
    "republished": "Oui, son auteur l’a remis en ligne ou copié ailleurs",
    "unknown": "Je ne sais pas",
}
KINDS = {
    "edited": PublicationKind.EDIT,
    "shared": PublicationKind.THIRD_PARTY_SHARE,
    "republished": PublicationKind.REPOST,
}
# Of their own: without JavaScript they stand under the same questions about the first date.
AGAIN_LABELS = {
    "dating": "À quelle date\u00a0?",
    "published_on": "Jour de la remise en ligne",
    "shown_words": "Nouvelle mention affichée par le site",
    "seen_on": "Jour où vous avez relevé cette nouvelle mention",
    "earliest": "Premier jour possible de la remise en ligne",
    "latest": "Dernier jour possible de la remise en ligne",
    "published_month": "Mois de la remise en ligne",
}
# Non-public words run from their reception by the addressee (Cass. civ. 16 Dec 2010).
RECEIVED_LABELS = {
    "dating": "Quand ce message a-t-il été reçu\u00a0?",
    "published_on": "Jour de réception",
    "published_month": "Mois de réception",
}
RECEIVED_ON = "C’est le jour où le message a été reçu qui fait courir le délai pour agir."
NOT_RECEIVED = "Indiquez la date de réception, ou choisissez «\u00a0Je ne sais pas\u00a0»."
BEFORE_THE_FIRST = "Cette date précède la première publication. Vérifiez les deux dates."


class AgainForm(WindowForm):
    """When a content was changed, shared or put on line again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="again", **kwargs)
        for name, label in AGAIN_LABELS.items():
            self.fields[name].label = label
        dating = self.fields["dating"]
        dating.help_text = "Une remise en ligne peut ouvrir un nouveau délai. L’avocat le confirme."
        dating.error_messages["required"] = (
            "Indiquez la date de la modification, du partage ou de la remise en ligne, ou "
            "choisissez «\u00a0Je ne sais pas\u00a0»."
        )

    def is_about_an_edit(self) -> bool:
        return self.data.get("republished") == "edited"


class DatesForm(KeptForm, WindowForm):
    """When one content was published, whether it came again, and, asked apart, when it was read.

    A private message (`is_private`) is received, not published.
    """

    read_on = DayField(
        label="Quand l’avez-vous lu\u00a0?",
        required=False,
        help_text="Cette date ne fait pas courir le délai, mais elle nous aide.",
    )
    republished = forms.ChoiceField(
        label="A-t-il été modifié, partagé ou republié\u00a0?",
        required=False,
        choices=AGAIN.items(),
        widget=RadioRows,
    )

    def __init__(
        self, data: Any = None, *args: Any, is_private: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, *args, **kwargs)
        self.again = AgainForm(data, today=self.today, territory=self.territory, at=self.at)
        self.is_private = is_private
        if is_private:
            self._ask_of_a_message()

    def _ask_of_a_message(self) -> None:
        for name, label in RECEIVED_LABELS.items():
            self.fields[name].label = label
        self.fields["dating"].help_text = RECEIVED_ON
        for name in ("dating", "published_on"):
            self.fields[name].error_messages["required"] = NOT_RECEIVED

    @property
    def came_again(self) -> bool:
        return self.is_bound and self.data.get("republished") in KINDS

    def is_valid(self) -> bool:
        is_valid = super().is_valid()
        if self.came_again and is_valid and self.again.is_valid():
            window, later = self.cleaned_data["window"], self.again.cleaned_data["window"]
            if window.earliest and later.latest and later.latest < window.earliest:
                self.again.add_error("dating", BEFORE_THE_FIRST)
        return is_valid and (not self.came_again or self.again.is_valid())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        read_on, window = cleaned.get("read_on"), cleaned.get("window")
        if read_on and read_on > self.last_today:
            self.add_error("read_on", "La date de lecture est dans le futur. Vérifiez-la.")
        elif read_on and window and window.earliest and read_on < window.earliest:
            self.add_error(
                "read_on", "Cette date de lecture précède la publication. Vérifiez les deux dates."
            )
        return cleaned

    def typed(self) -> dict[str, Any]:
        return super().typed() | self.again.typed()

    @property
    def facts(self) -> dict[str, Any]:
        """What `DeclaredReview` says of the dates."""
        return {
            "window": self.first,
            "read_on": self.cleaned_data["read_on"],
            "again": self.later,
        }

    @property
    def first(self) -> Window:
        """When it was first put on line; where the site dates an edit, only that it was before."""
        window: Window = self.cleaned_data["window"]
        return window

    @property
    def later(self) -> list[DeclaredAgain]:
        """Each later putting on line: the edit that the site dates, and what was declared."""
        edits = [DeclaredAgain(PublicationKind.EDIT, shown)] if (shown := self._edit) else []
        if not self.came_again:
            return edits
        declared = self._declared_again
        if declared.kind is not PublicationKind.EDIT:
            return [*edits, declared]
        return edits if declared.window.is_unknown and edits else [declared]

    @property
    def _edit(self) -> Window | None:
        edit: Window | None = self.cleaned_data["edit"]
        return edit

    @property
    def _declared_again(self) -> DeclaredAgain:
        """One whose first day is not known came at any time since the first posting."""
        window: Window = self.again.cleaned_data["window"]
        if window.is_unknown and self.first.earliest:
            window = Window.between(self.first.earliest, window.latest or self.last_today)
        return DeclaredAgain(KINDS[self.data["republished"]], window)
