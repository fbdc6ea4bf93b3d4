from collections.abc import Mapping
from typing import Any

from django import forms

from apps.incidents.circumstances import Nature, Wish
from apps.ui.branching import BranchingForm
from apps.ui.fields import CheckboxRows, DayField
from apps.ui.past_days import PastDaysForm

from ..outcomes import OUTCOMES
from .fields import EurosField, YesNoField
from .kept import KeptForm


class ContextForm(KeptForm, PastDaysForm, BranchingForm):
    """What was done before, what the practitioner hopes for, what is serious in the words.

    `contents` gives each content's number in the draft and some of its words: the question about
    serious words is asked once for each of them.
    """

    already_replied = YesNoField(
        label="Avez-vous déjà répondu à l’auteur\u00a0?",
        error_messages={"required": "Dites si vous avez déjà répondu à l’auteur."},
    )
    replied_on = DayField(
        label="Date de votre réponse",
        required=False,
        help_text="Vous pouvez en joindre une copie à l’étape des preuves.",
    )
    already_reported = YesNoField(
        label="Avez-vous déjà signalé le contenu à la plateforme\u00a0?",
        error_messages={"required": "Dites si vous avez déjà signalé le contenu à la plateforme."},
    )
    reported_on = DayField(
        label="Date du signalement",
        required=False,
        help_text="Vous pouvez joindre l’accusé de réception à l’étape des preuves.",
    )
    bailiff_report = YesNoField(
        label="Un commissaire de justice (ex-huissier) a-t-il déjà fait un constat\u00a0?",
        error_messages={"required": "Dites si un constat a déjà été fait."},
    )
    bailiff_report_on = DayField(
        label="Date du constat",
        error_messages={"required": "Indiquez la date du constat. Elle figure en première page."},
    )
    bailiff_report_cost = EurosField(
        label="Coût du constat, en euros",
        required=False,
        min_value=0,
        error_messages={
            "invalid": "Indiquez le coût en euros, par exemple 350 ou 350,50.",
            "min_value": "Le coût du constat ne peut pas être négatif.",
            "max_digits": "Vérifiez le coût du constat\u00a0: ce montant est trop élevé.",
            "max_whole_digits": "Vérifiez le coût du constat\u00a0: ce montant est trop élevé.",
            "max_decimal_places": "Indiquez le coût avec deux décimales au plus.",
        },
    )
    bailiff_report_was_urgent = YesNoField(
        label="Le constat a-t-il été fait en urgence\u00a0?",
        help_text="Par exemple parce que le contenu risquait de disparaître.",
        error_messages={"required": "Dites si le constat a été fait en urgence."},
    )
    wishes = forms.TypedMultipleChoiceField(
        label="Ce que vous souhaitez",
        required=False,
        choices=Wish.choices,
        coerce=Wish,
        widget=CheckboxRows(hints=OUTCOMES),
    )

    to_come = {
        "replied_on": "La date de votre réponse est dans le futur. Vérifiez-la.",
        "reported_on": "La date du signalement est dans le futur. Vérifiez-la.",
        "bailiff_report_on": "La date du constat est dans le futur. Vérifiez-la.",
    }
    asked_when = {
        "replied_on": ("already_replied", ("yes",)),
        "reported_on": ("already_reported", ("yes",)),
        "bailiff_report_on": ("bailiff_report", ("yes",)),
        "bailiff_report_cost": ("bailiff_report", ("yes",)),
        "bailiff_report_was_urgent": ("bailiff_report", ("yes",)),
    }

    def __init__(
        self, *args: Any, contents: Mapping[int, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        contents = contents or {}
        for number, words in contents.items():
            self.fields[f"natures_{number}"] = _natures_field(words if len(contents) > 1 else "")

    @property
    def already_done(self) -> list[forms.BoundField]:
        """The questions about what was done before."""
        return [field for field in self if not _is_hoped_or_serious(field.name)]

    @property
    def hoped_and_serious(self) -> list[forms.BoundField]:
        """The wishes, and what is serious in each content."""
        return [field for field in self if _is_hoped_or_serious(field.name)]

    @property
    def facts(self) -> dict[str, Any]:
        """What `Circumstances` says of what was done before the declaration."""
        return {
            name: answer
            for name, answer in self.cleaned_data.items()
            if name != "bailiff_report" and not name.startswith("natures_")
        }

    @property
    def natures(self) -> dict[int, list[Nature]]:
        """What is serious in each content, by its number in the draft."""
        return {
            int(name.removeprefix("natures_")): answer
            for name, answer in self.cleaned_data.items()
            if name.startswith("natures_")
        }

    @property
    def is_danger(self) -> bool:
        """Does one content call for a person tonight?"""
        return any(nature.is_danger for natures in self.natures.values() for nature in natures)


def _is_hoped_or_serious(name: str) -> bool:
    return name == "wishes" or name.startswith("natures_")


def _natures_field(words: str) -> forms.TypedMultipleChoiceField:
    """The question about one content; its first words tell it from the others, if any."""
    about = f"\u00a0: «\u00a0{words[:60]}\u00a0»" if words else ""
    return forms.TypedMultipleChoiceField(
        label=f"Y a-t-il quelque chose de grave dans ces mots\u00a0?{about}",
        required=False,
        choices=Nature.choices,
        coerce=Nature,
        help_text="Votre gestionnaire le vérifie. Pour des propos discriminatoires, le délai peut "
        "être d’un an\u00a0: nous travaillons quand même avec trois mois.",
        widget=CheckboxRows,
    )
