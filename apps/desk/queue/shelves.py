"""The built-in views of the queue: which files, in which order, and what an empty one says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from apps.accounts.models import User
from apps.casework.letters.recipients import substituted_by
from apps.casework.search.queue_facts import (
    count_up_to,
    has_undelivered_letter,
    is_answered,
    is_asleep,
    is_to_reread,
)
from apps.incidents.models import RUNNING, UNDATED, IncidentQuerySet
from apps.incidents.status import OPEN, Status, WaitingOn

SOON = timedelta(days=21)
COUNTED = 1_000  # files: beyond, a count would read the whole table to say « beaucoup »
IS_OPEN = Q(status__in=OPEN)


@dataclass(frozen=True)
class Shelf:
    """`holds` tells which files stand on it, for a person and a day."""

    label: str
    when_empty: str
    holds: Callable[[User, date], Q]
    caption: str = "ce qui expire en premier est en haut"
    order: str = "queue_key"

    @property
    def ordering(self) -> tuple[str, str]:
        return self.order, "-pk" if self.order.startswith("-") else "pk"


def _awake(today: date) -> Q:
    """Open and not put to sleep; a legal date that comes near wakes a file by itself."""
    return IS_OPEN & ~is_asleep(today)


def _waiting_on(side: WaitingOn) -> Callable[[User, date], Q]:
    return lambda _user, today: _awake(today) & Q(waiting_on=side)


SHELVES = {
    "ouverts": Shelf(
        "Tous les dossiers ouverts", "Aucun dossier ouvert", lambda _user, _today: IS_OPEN
    ),
    "a_trier": Shelf("À trier", "File vide", lambda _user, _today: IS_OPEN & Q(handler=None)),
    "miens": Shelf(
        "Les miens",
        "Vous ne suivez aucun dossier",
        lambda user, today: _awake(today) & Q(handler=user),
    ),
    "remplacement": Shelf(
        "En remplacement",
        "Vous ne remplacez personne aujourd’hui",
        lambda user, today: _awake(today) & Q(handler__in=substituted_by(user, today=today)),
    ),
    "bientot": Shelf(
        "Échéance à 21 jours",
        "Aucune échéance dans les 21 jours",
        lambda _user, today: (
            IS_OPEN & Q(queue_key__gte=RUNNING, queue_key__lte=f"{RUNNING}{today + SOON}")
        ),
    ),
    "sans_date": Shelf(
        "Sans date",
        "Chaque dossier ouvert a une date de publication",
        lambda _user, _today: IS_OPEN & Q(queue_key=UNDATED),
    ),
    "repondu": Shelf(
        "Répondu",
        "Aucune réponse à lire",
        lambda _user, today: _awake(today) & is_answered(),
    ),
    "a_relire": Shelf(
        "À relire",
        "Aucune qualification à relire",
        lambda _user, _today: IS_OPEN & is_to_reread(),
    ),
    "attente_societaire": Shelf(
        "En attente du sociétaire",
        "Aucun sociétaire ne doit répondre",
        _waiting_on(WaitingOn.PRACTITIONER),
    ),
    "attente_plateforme": Shelf(
        "En attente de la plateforme",
        "Aucune plateforme ne doit répondre",
        _waiting_on(WaitingOn.PLATFORM),
    ),
    "attente_partenaire": Shelf(
        "En attente du partenaire",
        "Aucun partenaire ne doit répondre",
        _waiting_on(WaitingOn.PARTNER),
    ),
    "en_sommeil": Shelf(
        "En sommeil",
        "Aucun dossier en sommeil",
        lambda _user, today: IS_OPEN & is_asleep(today),
    ),
    "non_remis": Shelf(
        "Échecs d’envoi",
        "Aucun courrier non remis",
        lambda _user, _today: IS_OPEN & has_undelivered_letter(),
    ),
    "clos": Shelf(
        "Clos",
        "Aucun dossier clos",
        lambda _user, _today: Q(status=Status.CLOSED),
        caption="le dernier clos est en haut",
        order="-closed_at",
    ),
}
DEFAULT = "ouverts"


def counts(visible: IncidentQuerySet, *, user: User, today: date) -> dict[str, int]:
    """How many files each view holds; `COUNTED + 1` means more than `COUNTED`."""
    held = {name: visible.filter(shelf.holds(user, today)) for name, shelf in SHELVES.items()}
    return count_up_to(COUNTED + 1, held)
