"""Where each platform shows the date of a content (DECL-09)."""

from apps.directory.models import Platform

BY_DOMAIN = {
    "google.com": "Sur Google, sous le nom de l’auteur, à côté des étoiles\u00a0: «\u00a0il y a "
    "2 mois\u00a0». Si «\u00a0modifié\u00a0» est écrit, recopiez-le aussi.",
    "facebook.com": "Sur Facebook, sous le nom de l’auteur. Sur un ordinateur, laissez la souris "
    "sur cette date\u00a0: le jour et l’heure s’affichent.",
    "instagram.com": "Sur Instagram, sous la photo ou sous le commentaire\u00a0: «\u00a03 "
    "sem\u00a0». La date complète s’affiche sous la publication ouverte sur un ordinateur.",
    "trustpilot.com": "Sur Trustpilot, en haut à droite de l’avis. «\u00a0Date de "
    "l’expérience\u00a0» est une autre date\u00a0: ne la recopiez pas.",
    "pagesjaunes.fr": "Sur Pages Jaunes, à côté du nom de l’auteur\u00a0: «\u00a0avis du…\u00a0». "
    "Ne recopiez pas la date de la visite.",
    "x.com": "Sur X, touchez le message pour l’ouvrir\u00a0: le jour et l’heure sont en dessous.",
    "doctissimo.fr": "Sur Doctissimo, au-dessus du message, à côté du pseudonyme.",
}
BY_KIND = {
    Platform.Kind.SEARCH_ENGINE: "La date est sous le nom de l’auteur, à côté de la note.",
    Platform.Kind.REVIEW_SITE: "La date est à côté du nom de l’auteur ou de la note. Ne recopiez "
    "pas la date de la visite.",
    Platform.Kind.SOCIAL: "La date est sous le nom de l’auteur. Touchez-la pour voir le jour "
    "exact.",
    Platform.Kind.FORUM: "La date est au-dessus ou à côté du message. Retenez celle du message, "
    "pas celle de la discussion.",
    Platform.Kind.PRESS: "La date est sous le titre de l’article. «\u00a0Mis à jour\u00a0» est une "
    "autre date.",
}


def date_place(platform: Platform | None) -> str:
    """Where to look, as a sentence; empty when the site is not one of those we know."""
    if platform is None:
        return ""
    return BY_DOMAIN.get(platform.domain, BY_KIND[Platform.Kind(platform.kind)])
