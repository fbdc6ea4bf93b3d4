"""What narrows the queue: each question is a parameter of its address, so that it can be shared."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from apps.accounts.models import User
from apps.casework.search.queue_facts import (
    is_labelled,
    is_on_platform,
    is_proved,
    is_tagged,
    possible_handlers,
    tags,
)
from apps.directory.models import Platform
from apps.incidents.circumstances import Situation, Source
from apps.incidents.models import IncidentQuerySet
from apps.incidents.status import Status, WaitingOn
from apps.legal.taxonomy import ORIENTATION, Label
from apps.legal.territories import TERRITORIES
from apps.ui.fields import capitalised
from apps.ui.wording import full_date

ANY = ("", "Tous")
COLUMNS = {  # beside the date and the reference, which always stand
    "mots": "Premiers mots",
    "plateforme": "Plateforme et contenus",
    "societaire": "Sociétaire",
    "couverture": "Couverture",
    "preuve": "Preuve",
    "etat": "État",
    "gestionnaire": "Gestionnaire",
    "recu": "Reçu le, et par où",
}
NOBODY = "personne"


def _choices(enum: Any) -> list[tuple[str, str]]:
    return [ANY, *capitalised(enum)]


def handlers() -> list[tuple[str, str]]:
    """Those who may follow a file, by name; and nobody."""
    named = [(str(person.pk), str(person)) for person in possible_handlers()]
    return [ANY, (NOBODY, "Personne"), *named]


def platforms() -> list[tuple[str, str]]:
    return [ANY, *((str(each.pk), each.name) for each in Platform.objects.all())]


def tag_choices() -> list[tuple[str, str]]:
    return [ANY, *((str(tag.pk), tag.name) for tag in tags())]


class FilterForm(forms.Form):
    """A question left empty narrows nothing; an answer that means nothing is said to be so."""

    etat = forms.ChoiceField(label="État", choices=_choices(Status), required=False)
    attente = forms.ChoiceField(label="En attente de", choices=_choices(WaitingOn), required=False)
    gestionnaire = forms.ChoiceField(label="Gestionnaire", choices=handlers, required=False)
    plateforme = forms.ChoiceField(label="Plateforme", choices=platforms, required=False)
    situation = forms.ChoiceField(label="Situation", choices=_choices(Situation), required=False)
    qualification = forms.ChoiceField(
        label="Qualification", choices=_choices(Label), required=False, help_text=ORIENTATION
    )
    departement = forms.ChoiceField(
        label="Département",
        choices=[ANY, *((code, f"{code} – {each.name}") for code, each in TERRITORIES.items())],
        required=False,
    )
    couverture = forms.ChoiceField(
        label="Couverture",
        choices=[ANY, ("oui", "Option e-réputation"), ("non", "Sans l’option")],
        required=False,
    )
    preuve = forms.ChoiceField(
        label="Preuve", choices=[ANY, ("oui", "Fixée"), ("non", "À fixer")], required=False
    )
    origine = forms.ChoiceField(label="Origine", choices=_choices(Source), required=False)
    etiquette = forms.ChoiceField(label="Étiquette", choices=tag_choices, required=False)
    depuis = forms.DateField(
        label="Déclaré depuis le", required=False, widget=forms.DateInput({"type": "date"})
    )
    jusqua = forms.DateField(
        label="Déclaré jusqu’au", required=False, widget=forms.DateInput({"type": "date"})
    )

    colonnes = forms.MultipleChoiceField(
        label="Colonnes",
        choices=list(COLUMNS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def columns(self) -> list[str]:
        """The columns to show: those chosen, else all of them."""
        chosen = self.cleaned_data.get("colonnes") if self.is_valid() else None
        return chosen or list(COLUMNS)

    def narrow(self, files: IncidentQuerySet, *, user: User) -> IncidentQuerySet:
        """The files that answer to every question answered, as far as this person may know."""
        if not self.is_valid():
            return files
        for name, answer in self.cleaned_data.items():
            if answer and name in NARROWED_BY:
                files = files.filter(NARROWED_BY[name](answer, user))
        return files

    @property
    def said(self) -> list[tuple[str, str]]:
        """The questions answered, and the answers in words."""
        if not self.is_valid():
            return []
        answered = [name for name in NARROWED_BY if self.cleaned_data[name]]
        return [(str(self.fields[name].label), self._in_words(name)) for name in answered]

    def _in_words(self, name: str) -> str:
        answer = self.cleaned_data[name]
        if isinstance(answer, date):
            return full_date(answer)
        words = str(dict(self.fields[name].choices)[answer])
        return f"{words} ({ORIENTATION.rstrip('.')})" if name == "qualification" else words


def _handled_by(pk: str, _user: User) -> Q:
    return Q(handler=None) if pk == NOBODY else Q(handler=pk)


NARROWED_BY: dict[str, Callable[[Any, User], Q]] = {
    "etat": lambda code, _user: Q(status=code),
    "attente": lambda code, _user: Q(waiting_on=code),
    "gestionnaire": _handled_by,
    "plateforme": lambda pk, _user: is_on_platform(pk),
    "situation": lambda code, _user: Q(situation=code),
    "qualification": is_labelled,
    "departement": lambda code, _user: Q(practitioner__department=code),
    "couverture": lambda answer, _user: (
        Q(contract__has_ereputation_assistance=True)
        if answer == "oui"
        else ~Q(contract__has_ereputation_assistance=True)
    ),
    "preuve": lambda answer, _user: is_proved() if answer == "oui" else ~is_proved(),
    "origine": lambda code, _user: Q(source=code),
    "etiquette": lambda pk, _user: is_tagged(pk),
    "depuis": lambda day, _user: Q(declared_at__date__gte=day),
    "jusqua": lambda day, _user: Q(declared_at__date__lte=day),
}
