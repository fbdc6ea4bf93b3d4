"""Where words stand, and to whom each step is then addressed (QUAL-09; legal.md §5.4, §6 and §13).

A page of an establishment is not the practitioner's own: its communications office acts first.
"""

from dataclasses import dataclass

from .labelled import Labelled


class Support(Labelled):
    SEARCH_ENGINE = "SEARCH_ENGINE", "moteur de recherche ou fiche"
    REVIEW_SITE = "REVIEW_SITE", "site d’avis ou annuaire"
    SOCIAL = "SOCIAL", "réseau social"
    FACILITY_PAGE = "FACILITY_PAGE", "page d’un établissement"
    FORUM = "FORUM", "forum ou blog"
    PRESS = "PRESS", "presse"
    PRIVATE = "PRIVATE", "message privé"
    UNKNOWN = "UNKNOWN", "support à identifier"


@dataclass(frozen=True)
class Recipient:
    """A step, to whom it is addressed, and what to know before."""

    step: str
    who: str
    caution: str = ""


def recipients(support: Support) -> tuple[Recipient, ...]:
    """To whom each step is addressed, in the order in which they are tried."""
    return RECIPIENTS[support]


_NO_STOP = "N’interrompt pas les trois mois."
_AUTHOR = Recipient(
    "Action en justice",
    "l’auteur\u00a0; l’hébergeur s’il n’a pas agi après une notification, ou pour un retrait",
    "Contre l’hébergeur (LCEN art. 6-3)\u00a0: à confirmer par l’avocat.",
)
_EDITOR = Recipient(
    "Action en justice",
    "le directeur de la publication et l’auteur",
    "Formalités de l’art. 53 de la loi de 1881.",
)
_DATA = Recipient(
    "Données personnelles (RGPD)",
    "le site qui publie, puis la CNIL",
    "La demande part du sociétaire.",
)

RECIPIENTS = {
    Support.SEARCH_ENGINE: (
        Recipient("Signalement", "le moteur, par le formulaire de la fiche ou le formulaire légal"),
        Recipient("Réponse", "le sociétaire, s’il a pris possession de sa fiche"),
        _DATA,
        _AUTHOR,
    ),
    Support.REVIEW_SITE: (
        Recipient("Signalement", "le site d’avis, par son formulaire"),
        Recipient("Réponse", "le sociétaire, si le site l’ouvre aux professionnels"),
        _DATA,
        _AUTHOR,
    ),
    Support.SOCIAL: (
        Recipient(
            "Signalement", "le réseau social\u00a0; pour un groupe, aussi ses administrateurs"
        ),
        Recipient("Réponse", "le sociétaire, jamais depuis son profil personnel"),
        _AUTHOR,
    ),
    Support.FACILITY_PAGE: (
        Recipient(
            "Premier contact",
            "le service de communication de l’établissement, seul maître de sa page",
            _NO_STOP,
        ),
        Recipient(
            "Signalement", "la plateforme qui héberge la page, si l’établissement n’agit pas"
        ),
        Recipient("Réponse", "l’établissement, et non le sociétaire"),
        _AUTHOR,
    ),
    Support.FORUM: (
        Recipient(
            "Signalement",
            "le modérateur, puis l’hébergeur du site",
            "Petit éditeur\u00a0: lettre recommandée au directeur de la publication ou à l’hôte.",
        ),
        _DATA,
        _AUTHOR,
    ),
    Support.PRESS: (
        Recipient("Demande amiable", "le directeur de la publication", _NO_STOP),
        Recipient(
            "Droit de réponse",
            "le directeur de la publication",
            "En ligne, dans les trois mois\u00a0; il rectifie des faits, il n’efface pas "
            "l’article. Contre un refus, trois mois aussi, à confirmer par l’avocat.",
        ),
        _EDITOR,
    ),
    Support.PRIVATE: (
        Recipient("Plainte", "la police ou le procureur"),
        Recipient("Signalement", "la messagerie ou le réseau employé"),
    ),
    Support.UNKNOWN: (
        Recipient("D’abord", "identifier le site et son hébergeur\u00a0: demander le lien"),
        _AUTHOR,
    ),
}
