"""How the desk words and colours what the models keep as codes."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import reverse

from apps.accounts.models import User
from apps.deadlines.models import ACKNOWLEDGED_FROM, Reminder
from apps.desk.queue.around import with_list
from apps.desk.readings.passages import is_openly_lawful
from apps.exhibits.models import Exhibit, Scan
from apps.incidents.models import Qualification
from apps.legal.republication import Grade
from apps.mailbox.models import UNDELIVERED, Letter
from apps.ui.wording import moment

register = template.Library()

# Of files, missions, dossiers and letters: what is not listed is neutral.
MEANINGS = {
    "received": "attention",
    "under_review": "information",
    "qualified": "information",
    "in_action": "information",
    "proposed": "attention",
    "accepted": "calm",
    "declined": "urgent",
    "queued": "information",
    "claimed": "information",
    "on_wire": "information",
    "held": "information",
    "sent": "calm",
    "ready": "calm",
    "failed": "urgent",
    "uncertain": "attention",
}

LETTERS = {
    "draft_started": "Déclaration commencée",
    "draft_reminder": "Déclaration à envoyer",
    "draft_clock": "Déclaration à envoyer, délai en cours",
    "draft_deletion": "Suppression prochaine d’un brouillon",
    "incident_declared": "Accusé de réception de la déclaration",
    "declaration_handed_over": "Déclaration préparée par un délégué",
    "declaration_to_confirm": "Déclaration par téléphone à confirmer",
    "delegate_named": "Délégué désigné",
    "call_back_asked": "Demande de rappel",
    "complaint_received": "Accusé de réception d’une réclamation",
    "complaint_to_answer": "Réclamation à traiter",
    "complaint_reminder": "Rappel d’une réclamation sans réponse",
    "complaint_unacknowledged": "Accusé de réception en danger",
    "complaint_answered": "Réponse à une réclamation",
    "advice_asked": "Demande de conseil",
    "advice_answered": "Réponse à une demande de conseil",
    "incident_taken": "Dossier pris en charge",
    "file_entrusted": "Dossiers confiés",
    "substitute_named": "Remplacement d’un collègue",
    "incident_closed": "Fin du dossier",
    "incident_reopened": "Dossier rouvert",
    "satisfaction_asked": "Avis demandé sur l’accompagnement",
    "files_merged": "Dossiers réunis",
    "merge_undone": "Réunion de dossiers annulée",
    "file_split": "Dossier séparé en deux",
    "mission_ended": "Fin d’une mission",
    "new_message": "Nouveau message",
    "information_requested": "Demande au sociétaire",
    "request_reminder": "Rappel d’une demande au sociétaire",
    "request_answered": "Réponse du sociétaire à une demande",
    "online_check_asked": "« Toujours en ligne ? »",
    "review_qualified": "Qualification d’un contenu",
    "lawyer_requested": "Demande écrite d’avocat",
    "exhibit_added": "Pièces ajoutées par le sociétaire",
    "assignment_proposed": "Mission proposée",
    "assignment_accepted": "Mission acceptée",
    "assignment_declined": "Mission refusée",
    "dossier_ready": "Dossier PDF prêt",
    "qualification_changed": "Orientation changée après une mission",
    "date_moved": "Date changée",
    "date_held": "Date plus tardive à confirmer",
    "act_to_check": "Acte à vérifier",
    "act_unchecked": "Acte resté sans vérification",
    "act_checked": "Acte vérifié",
    "deadline_reminder": "Rappel d’échéance",
    "reminder_unacknowledged": "Rappel sans réponse",
    "next_act_due": "Prochain acte à accomplir",
    "inaction_notice": "Décision de ne pas agir",
    "without_lawyer": "Échéance proche sans avocat",
    "weekly_board": "Prescription de la semaine",
    "practitioner_digest": "Récapitulatif du sociétaire",
    "daily_digest": "La journée du gestionnaire",
    "exhibit_infected": "Virus trouvé dans une pièce",
    "engine_late": "Moteur d’échéances arrêté",
    "password_link": "Lien pour un nouveau mot de passe",
    "exhibits_altered": "Fichiers conservés : différence trouvée",
}

TROUBLES = {
    "recipient-inactive": "Le compte du destinataire est désactivé.",
    "recipient-without-address": "Le destinataire n’a pas d’adresse e-mail.",
    "no-answer": "Le serveur n’a pas confirmé : la lettre est peut-être arrivée. "
    "Vérifiez auprès du destinataire.",
    "refused": "Le serveur de courrier a refusé la lettre. Vérifiez l’adresse.",
    "text": "La lettre n’a pas pu être écrite. Prévenez l’équipe technique.",
}
WAITING = "En attente du serveur de courrier. Un nouvel essai a lieu sans intervention."


@register.simple_tag(takes_context=True)
def page_of_file(context: Context, view: str, *args: object, **query: object) -> str:
    """The address of a page of a file, which knows the list that this page was opened from."""
    url = f"{reverse(view, args=args)}?{urlencode(query)}"
    return with_list(url, context.get("list_query", ""))


register.filter(with_list)


@register.filter
def meaning_of_state(state: str) -> str:
    return MEANINGS.get(state, "neutral")


@register.filter
def meaning_of_grade(grade: Grade) -> str:
    return "attention" if grade is Grade.DISPUTED else "calm"


@register.filter
def is_hidden_from(reading: Qualification, user: User) -> bool:
    return reading.is_hidden_from(user)


register.filter(is_openly_lawful)


@register.filter
def may_be_read_again_by(reading: Qualification, user: User) -> bool:
    return reading.may_be_read_again_by(user)


@register.filter
def awaits_an_answer(reminders: Iterable[Reminder]) -> bool:
    """Is one of these near enough for somebody to have to acknowledge it?"""
    return any(
        reminder.acknowledged_at is None and reminder.rung <= ACKNOWLEDGED_FROM
        for reminder in reminders
    )


@register.filter
def checked_and_sealed(exhibit: Exhibit) -> str:
    """What the antivirus says of an exhibit `with_timestamp()`, its hash, and the moment certified
    for it, if there is."""
    line = f"Antivirus\u00a0: {exhibit.get_scan_display()} · SHA-256\u00a0: {exhibit.sha256}"
    if exhibit.stamped_at is None:
        return line
    return f"{line}, horodaté le {moment(exhibit.stamped_at)}"


@register.filter
def download_url(exhibit: Exhibit) -> str:
    """Where the original is had from; empty when a virus keeps it where it is."""
    return "" if exhibit.scan == Scan.INFECTED else reverse("files:exhibit", args=[exhibit.pk])


@register.filter
def letter_name(letter: Letter) -> str:
    return LETTERS.get(letter.kind, "Courrier")


@register.filter
def letter_trouble(letter: Letter) -> str:
    """Why a letter has not arrived and what to do, from its code, such as « refused-550 »."""
    if letter.status not in UNDELIVERED:
        return WAITING
    family = letter.error.split("-")[0]
    return TROUBLES.get(letter.error) or TROUBLES[family]
