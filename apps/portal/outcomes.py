"""What can be expected, wish by wish (DECL-13), and what stays open when it is late (DECL-22)."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.incidents.circumstances import Nature, Situation, Wish

OUTCOMES = {
    Wish.REMOVAL: "La plateforme retire ce qui enfreint ses règles ou la loi, parfois en quelques "
    "jours, parfois pas. Un avis mesuré reste le plus souvent en ligne.",
    Wish.ANSWER: "Nous relisons votre réponse avec vous\u00a0: brève, courtoise, sans rien dire "
    "des soins, car vous restez tenu au secret.",
    Wish.APOLOGY: "Elles sont rares, et souvent obtenues par un échange plutôt que par un procès.",
    Wish.COMPENSATION: "Un juge peut l’accorder si l’auteur est connu et le préjudice prouvé. "
    "D’après les dossiers déjà vus, c’est long, souvent plus de dix-huit mois, et les sommes sont "
    "le plus souvent modestes.",
    Wish.LISTING_REMOVAL: "Les décisions de justice ne vont pas toutes dans le même sens\u00a0: "
    "Paris 2018 et Chambéry 2025 ont ordonné la suppression, Paris 2021 l’a refusée.",
    Wish.ADVICE: "Un gestionnaire lit les mots publiés et vous dit ce qu’il en pense.",
}


@dataclass(frozen=True)
class Route:
    """A way that no three-month term closes."""

    name: str
    sentence: str


HOST_NOTICE = Route(
    "Signaler à l’hébergeur",
    "Un contenu qui paraît illicite peut être notifié à l’hébergeur du site (règlement européen "
    "sur les services numériques, loi pour la confiance dans l’économie numérique). Nous ne "
    "connaissons pas de délai pour le faire.",
)
PLATFORM_REPORT = Route(
    "Signaler à la plateforme",
    "Ses propres règles interdisent par exemple les faux avis et les insultes. Nous préparons le "
    "signalement avec vous, une fois la preuve gardée.",
)
PUBLIC_ANSWER = Route(
    "Répondre publiquement",
    "Une réponse brève et courtoise, sans rien dire des soins. Nous la relisons avec vous.",
)
PERSONAL_DATA = Route(
    "Exercer vos droits sur vos données",
    "Pour une fiche créée sans vous\u00a0: opposition, rectification ou effacement (RGPD), puis "
    "la CNIL si le site refuse. Les juges ne décident pas tous dans le même sens.",
)
ONE_YEAR = Route(
    "Un délai plus long, à confirmer",
    "Pour des propos publics racistes, sexistes, homophobes ou visant un handicap, le délai peut "
    "être d’un an. Votre gestionnaire le vérifie avec un juriste.",
)
OTHER_OFFENCES = Route(
    "D’autres règles que celles de la presse",
    "Menaces, vie privée, harcèlement\u00a0: d’autres délais, plus longs, peuvent s’appliquer. "
    "Votre gestionnaire le vérifie.",
)


def open_routes(situation: str, natures: Iterable[str] = ()) -> list[Route]:
    """What can still be done once the term of the press law has passed (legal.md §2 and §3)."""
    declared = {Nature(nature) for nature in natures}
    routes = [] if situation == Situation.PRIVATE else [HOST_NOTICE, PLATFORM_REPORT, PUBLIC_ANSWER]
    if situation == Situation.LISTING or Nature.PRIVATE_DATA in declared:
        routes.insert(0, PERSONAL_DATA)
    if any(nature.is_discriminatory for nature in declared) and situation != Situation.PRIVATE:
        routes.insert(0, ONE_YEAR)
    if situation == Situation.PRIVATE or any(nature.is_danger for nature in declared):
        routes.insert(0, OTHER_OFFENCES)
    return routes
