"""What a capture must show, platform by platform, and what to say of one that shows too little."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.directory.models import Platform
from apps.exhibits.models import Exhibit

SMALLEST_WIDTH = 600
FLATTEST = 2.6


@dataclass(frozen=True)
class Guide:
    """Five things that a capture of this platform shows, in the order of the picture."""

    platform: str
    address: str
    when: str
    words: str
    author: str
    context: str

    @property
    def ticks(self) -> tuple[str, ...]:
        return (self.address, self.when, self.words, self.author, self.context)


ADDRESS = "L’adresse de la page, en entier, dans la barre du navigateur."
TIME = "et l’heure de votre téléphone"
ANY = Guide(
    "Toute page",
    ADDRESS,
    "La date du contenu, même approchée («\u00a0il y a 2 semaines\u00a0»).",
    "Les mots en entier, et la note s’il y en a une.",
    "Le pseudonyme de l’auteur, puis sa page de profil sur une seconde capture.",
    f"Ce qui entoure le contenu, {TIME}.",
)
GOOGLE = Guide(
    "Google",
    "L’adresse de l’avis\u00a0: touchez les trois points, puis «\u00a0Partager l’avis\u00a0».",
    "La date affichée («\u00a0il y a 2 semaines\u00a0») et la mention «\u00a0modifié\u00a0».",
    "Le texte déplié («\u00a0Plus\u00a0») et le nombre d’étoiles.",
    "Le nom affiché, puis la page de ses autres avis.",
    f"Le nom de votre fiche au-dessus de l’avis, {TIME}.",
)
PAGES_JAUNES = Guide(
    "Pages Jaunes",
    ADDRESS,
    "La date de l’avis et la date de l’expérience, si elle est donnée.",
    "Le texte déplié et les notes, critère par critère.",
    "Le pseudonyme et le nombre de ses avis.",
    f"Le nom de votre fiche, {TIME}.",
)
DOCTOLIB = Guide(
    "Doctolib",
    ADDRESS,
    "La date affichée à côté du contenu.",
    "Les mots en entier.",
    "Ce que la page dit de l’auteur, rien de plus.",
    f"Votre nom en haut de la page, {TIME}.",
)
FACEBOOK = Guide(
    "Facebook",
    "L’adresse de la publication\u00a0: touchez sa date pour l’ouvrir seule.",
    "La date exacte\u00a0: touchez ou survolez la mention «\u00a03\u00a0j\u00a0».",
    "Le texte déplié («\u00a0Voir plus\u00a0») et les commentaires qui vous visent.",
    "Le nom affiché, puis l’adresse de son profil.",
    f"Le nom du groupe, s’il est public ou privé, ses membres, {TIME}.",
)
INSTAGRAM = Guide(
    "Instagram",
    "L’adresse\u00a0: trois points, puis «\u00a0Lien\u00a0». Ouvrez-la dans un navigateur.",
    "La date, sous la publication. Une story disparaît en 24 heures\u00a0: faites vite.",
    "La légende dépliée et les commentaires qui vous visent.",
    "Le nom d’utilisateur, puis son profil.",
    f"L’image ou la vidéo entière, le nombre d’abonnés, {TIME}.",
)
X = Guide(
    "X (Twitter)",
    "L’adresse du message ouvert seul.",
    "L’heure et la date, sous le message.",
    "Le message entier, et le fil auquel il répond.",
    "Le nom et l’identifiant (@…), puis son profil.",
    f"Les nombres de vues et de partages, {TIME}.",
)
TIKTOK = Guide(
    "TikTok",
    "L’adresse\u00a0: «\u00a0Partager\u00a0», puis «\u00a0Copier le lien\u00a0».",
    "La date, à côté du nom.",
    "La légende, et les mots prononcés avec leur minute.",
    "Le nom d’utilisateur, puis son profil.",
    f"Le nombre de vues, une image de la vidéo, {TIME}.",
)
FORUM = Guide(
    "Forum ou blog",
    ADDRESS,
    "La date et l’heure du message.",
    "Le message entier et ceux qu’il cite.",
    "Le pseudonyme, puis sa page de membre.",
    f"Le titre de la discussion, le numéro de page, {TIME}.",
)
PRESS = Guide(
    "Presse",
    ADDRESS,
    "La date de publication et la mention «\u00a0mis à jour le\u00a0».",
    "Le titre, les passages qui vous visent, les légendes des photos.",
    "La signature du journaliste et le nom du journal.",
    f"L’article entier, page après page, {TIME}.",
)
BY_DOMAIN = {
    "google.com": GOOGLE,
    "google.fr": GOOGLE,
    "maps.app.goo.gl": GOOGLE,
    "pagesjaunes.fr": PAGES_JAUNES,
    "doctolib.fr": DOCTOLIB,
    "facebook.com": FACEBOOK,
    "instagram.com": INSTAGRAM,
    "x.com": X,
    "twitter.com": X,
    "tiktok.com": TIKTOK,
}
BY_KIND = {Platform.Kind.FORUM: FORUM, Platform.Kind.PRESS: PRESS}


def guides(platforms: Iterable[Platform | None]) -> list[Guide]:
    """One guide for each kind of place that was named, in its order; the general one without."""
    known = (_guide(platform) for platform in platforms if platform)
    return list(dict.fromkeys(known)) or [ANY]


def _guide(platform: Platform) -> Guide:
    return BY_DOMAIN.get(platform.domain) or BY_KIND.get(Platform.Kind(platform.kind)) or ANY


def hints(exhibit: Exhibit) -> list[str]:
    """What a measured capture probably lacks. Never a refusal: the page may be gone already."""
    if exhibit.kind != Exhibit.Kind.CAPTURE or not exhibit.is_image:
        return []
    said = []
    if exhibit.width and exhibit.width < SMALLEST_WIDTH:
        said.append(
            f"Cette image n’a que {exhibit.width}\u00a0pixels de large\u00a0: les mots risquent "
            "d’être illisibles une fois imprimés. Si le contenu est encore en ligne, refaites la "
            "capture en plein écran."
        )
    if exhibit.width and exhibit.height and exhibit.width > FLATTEST * exhibit.height:
        said.append(
            "Cette image semble recadrée. Gardez toute la page, avec son adresse et sa date."
        )
    if not exhibit.declared_url:
        said.append("L’adresse de la page est-elle visible\u00a0? Sinon, indiquez-la.")
    return said
