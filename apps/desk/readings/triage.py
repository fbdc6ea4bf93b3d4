"""Quick triage: four ways to sort a new file, each with words ready to be read over and sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from apps.accounts.models import Role, User
from apps.casework.correspondence.variables import values
from apps.casework.files.hand_up import hand_up
from apps.casework.files.take_with_message import take_with_message
from apps.casework.files.take_with_request import take_with_request
from apps.casework.search.queue_facts import possible_handlers
from apps.correspondence.variables import fill
from apps.desk.correspondence.request_form import RequestForm
from apps.desk.forms import MessageForm
from apps.desk.queue.queue_rows import cover_of
from apps.desk.team.team_forms import HandOverForm
from apps.incidents.models import Incident
from apps.ui.meanings import read_clock
from apps.ui.wording import full_date

ADVICE = """\
Bonjour {praticien},

J’ai lu ce que vous nous avez signalé. À première lecture, c’est une critique que la loi permet\
\u00a0: désagréable ne veut pas dire illégal. Nous restons à vos côtés pour y répondre, ou pas.

Ne répondez pas à chaud. Même si la personne a raconté ses soins, vous restez tenu au secret\
\u00a0: une réponse ne confirme jamais qu’elle est venue vous consulter. Si vous souhaitez \
répondre, envoyez-nous d’abord votre texte\u00a0: nous le relisons avec vous.

Si un nouveau contenu paraît, ou si celui-ci change, dites-le-nous ici."""

QUALIFYING = """\
Bonjour {praticien},

Je suis maintenant votre dossier {reference}. J’étudie ce que vous nous avez signalé, puis je vous \
écris ce que nous en pensons et ce que nous vous proposons.

D’ici là, ne répondez pas à l’auteur et gardez vos captures d’écran. Si le contenu change ou \
disparaît, dites-le-nous ici."""


def _is_undated(incident: Incident) -> bool:
    return incident.has_clock and incident.act_by is None


def pressing_note(incident: Incident, *, is_proved: bool, today: date) -> str:
    """What a supervisor must know first, from the facts of the file; no word of its contents."""
    if not incident.has_clock:
        clock = "Aucune échéance ouverte."
    elif incident.act_by is None:
        clock = "Date de publication inconnue\u00a0: à traiter comme presque finie."
    else:
        reading = read_clock(incident, today)
        clock = f"À traiter avant le {full_date(incident.act_by)} ({reading.distance})."
        clock += f" {reading.words.capitalize()}." if reading.words else ""
    proof = "Preuve fixée." if is_proved else "Preuve à fixer."
    return f"{clock}\n{proof} Couverture\u00a0: {cover_of(incident.contract)[0]}."


class HandUpForm(HandOverForm):
    """The same as handing over, to those who answer for the team."""

    def __init__(self, *args: Any, but: int | None, **kwargs: Any) -> None:
        super().__init__(*args, but=but, **kwargs)
        seniors = possible_handlers().filter(role__in=(Role.SUPERVISOR, Role.LEGAL_LEAD))
        self.fields["to"].queryset = seniors.exclude(pk=but)
        self.fields["to"].label = "Responsable"
        self.fields["to"].error_messages["required"] = "Choisissez un responsable."


@dataclass(frozen=True)
class Choice:
    """One of the four: its words, the form that it shows and what a valid one does."""

    label: str
    consequence: str
    button: str
    form: Callable[..., forms.Form]
    act: Callable[..., object]
    done: str


def _message_form(text: str) -> Callable[..., forms.Form]:
    def form(data: Any, *, incident: Incident, today: date, **_: Any) -> forms.Form:
        return MessageForm(data, initial={"body": fill(text, values(incident, today=today))})

    return form


def _hand_up_form(
    data: Any, *, incident: Incident, is_proved: bool, user: User, today: date
) -> forms.Form:
    note = pressing_note(incident, is_proved=is_proved, today=today)
    return HandUpForm(data, but=user.pk, initial={"note": note})


def _request_form(
    data: Any, *, incident: Incident, is_proved: bool, today: date, **_: Any
) -> forms.Form:
    form = RequestForm(data, incident=incident, today=today)
    lacks = {"publication_date": _is_undated(incident), "capture_with_url": not is_proved}
    form.fields["ready"].initial = [code for code, is_lacking in lacks.items() if is_lacking]
    return form


def _send(incident: Incident, form: forms.Form, **who: Any) -> None:
    take_with_message(incident, body=form.cleaned_data["body"], **who)


def _give(incident: Incident, form: forms.Form, **who: Any) -> None:
    hand_up(incident, **form.cleaned_data, **who)


def _ask(incident: Incident, form: RequestForm, **who: Any) -> None:
    take_with_request(incident, items=form.items, due_on=form.cleaned_data["due_on"], **who)


CHOICES = {
    "conseil": Choice(
        "Conseil seulement",
        "Vous suivez le dossier et ce message part. Vous enregistrez ensuite la critique permise, "
        "puis vous clôturez.",
        "Prendre et envoyer le conseil",
        _message_form(ADVICE),
        _send,
        "Conseil envoyé. Enregistrez maintenant votre lecture du contenu.",
    ),
    "qualifier": Choice(
        "À qualifier (moi)",
        "Vous suivez le dossier et ce message part.",
        "Prendre et envoyer le message",
        _message_form(QUALIFYING),
        _send,
        "Vous suivez maintenant le dossier. Message envoyé.",
    ),
    "urgent": Choice(
        "Urgent → responsable",
        "Le responsable suit le dossier, reçoit un courrier et lit votre note. Le sociétaire "
        "apprend que son dossier est suivi.",
        "Confier au responsable",
        _hand_up_form,
        _give,
        "Dossier confié au responsable.",
    ),
    "complement": Choice(
        "Demander un complément",
        "Vous suivez le dossier et un seul courrier part, qui ne répète rien. L’attente ne "
        "repousse aucune date légale.",
        "Prendre et envoyer la demande",
        _request_form,
        _ask,
        "Vous suivez maintenant le dossier. Demande envoyée.",
    ),
}
