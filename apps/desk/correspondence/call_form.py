"""How a telephone call is noted: with whom, when, how it ended, what was said, what follows."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime, make_aware

from apps.casework.correspondence.record_call import CallNote
from apps.correspondence.models import Call
from apps.ui.fields import DayField, capitalised


class CallForm(forms.Form):
    """A valid form gives the `note` that the verb takes."""

    counterpart = forms.TypedChoiceField(
        label="Avec",
        choices=capitalised(Call.Counterpart),
        coerce=Call.Counterpart,
        initial=Call.Counterpart.PRACTITIONER,
        error_messages={"required": "Dites avec qui vous étiez au téléphone."},
    )
    direction = forms.TypedChoiceField(
        label="Sens",
        choices=capitalised(Call.Direction),
        coerce=Call.Direction,
        initial=Call.Direction.OUTGOING,
        error_messages={"required": "Dites qui a appelé."},
    )
    day = DayField(label="Jour de l’appel")
    hour = forms.TimeField(
        label="Heure du début",
        input_formats=["%H:%M"],
        widget=forms.TimeInput({"type": "time", "data-call-started": ""}, format="%H:%M"),
        error_messages={
            "required": "Indiquez l’heure du début.",
            "invalid": "Écrivez l’heure ainsi\u00a0: 14:30.",
        },
    )
    minutes = forms.IntegerField(
        label="Durée, en minutes",
        required=False,
        min_value=0,
        max_value=600,
        widget=forms.NumberInput({"inputmode": "numeric", "data-call-minutes": ""}),
        error_messages={
            "invalid": "Écrivez la durée en minutes, en chiffres.",
            "min_value": "Écrivez la durée en minutes, en chiffres.",
            "max_value": "Vérifiez la durée\u00a0: elle dépasse dix heures.",
        },
    )
    outcome = forms.TypedChoiceField(
        label="Issue",
        choices=[("", "Choisir l’issue"), *capitalised(Call.Outcome)],
        coerce=Call.Outcome,
        error_messages={"required": "Dites comment l’appel s’est terminé."},
    )
    words = forms.CharField(
        label="Ce qui a été dit",
        required=False,
        max_length=10_000,
        help_text="Reste chez l’assureur. N’y mettez aucune information médicale.",
        widget=forms.Textarea({"rows": 7}),
        error_messages={"max_length": "Ce texte dépasse 10\u00a0000 caractères."},
    )
    next_step = forms.CharField(
        label="Suite à donner",
        required=False,
        max_length=200,
        error_messages={"max_length": "Cette suite dépasse 200 caractères."},
    )
    next_on = DayField(
        label="À faire le",
        required=False,
        help_text="Ce jour-là, la suite est dans «\u00a0Ma journée\u00a0» de qui suit le dossier.",
    )

    def __init__(self, *args: Any, now: datetime, initial: dict[str, Any], **kwargs: Any) -> None:
        here = localtime(now)
        usual = {"day": here.date(), "hour": here.time()}
        super().__init__(*args, initial=usual | initial, **kwargs)
        self.today = here.date()

    def clean_next_on(self) -> date | None:
        next_on: date | None = self.cleaned_data["next_on"]
        if next_on and next_on < self.today:
            raise ValidationError("Choisissez aujourd’hui ou un jour à venir.")
        return next_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("outcome") == Call.Outcome.REACHED and not cleaned.get("words"):
            self.add_error("words", "Écrivez ce qui a été dit, même en une ligne.")
        if cleaned.get("next_step") and not cleaned.get("next_on") and "next_on" in cleaned:
            self.add_error("next_on", "Choisissez le jour de cette suite.")
        if cleaned.get("next_on") and not cleaned.get("next_step") and "next_step" in cleaned:
            self.add_error("next_step", "Dites ce qui est à faire ce jour-là.")
        return cleaned

    @property
    def note(self) -> CallNote:
        """What was typed, with the day and the hour in Paris as one moment."""
        facts = dict(self.cleaned_data)
        day: date = facts.pop("day")
        hour: time = facts.pop("hour")
        return CallNote(**facts, started_at=make_aware(datetime.combine(day, hour)))
