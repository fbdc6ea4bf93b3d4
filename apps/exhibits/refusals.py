"""Why a file is not kept, and what its sender can do about it: one sentence for each reason."""

from enum import Enum

from apps.refusals import RefusedOpenly

PAGE = "Imprimez la page en PDF, ou faites une capture d’écran, puis envoyez ce fichier."


class Reason(Enum):
    """The value is what the sender reads; `{name}` is the file, `{limit}` a size in megabytes."""

    EMPTY = "Le fichier {name} est vide. Choisissez-le à nouveau."
    TOO_LARGE = (
        "Le fichier {name} dépasse {limit}\u00a0Mo. Envoyez une capture d’écran, ou une version "
        "plus légère."
    )
    VIDEO_TOO_LARGE = (
        "La vidéo {name} dépasse {limit}\u00a0Mo. Raccourcissez-la, ou envoyez-la en plusieurs "
        "parties."
    )
    TOTAL_TOO_LARGE = (
        "Avec {name}, les pièces de ce dossier dépasseraient {limit}\u00a0Mo. Envoyez une version "
        "plus légère, ou retirez une pièce devenue inutile."
    )
    UNKNOWN = (
        "Le format du fichier {name} n’est pas accepté. Envoyez une photo, une capture d’écran ou "
        "un PDF."
    )
    WEB_PAGE = "Le fichier {name} est une page web, qui peut changer d’aspect. " + PAGE
    SAVED_PAGE = "Le fichier {name} est une page web archivée. " + PAGE
    DRAWING = (
        "Le fichier {name} est un dessin SVG, qui peut contenir du code. Faites-en une capture "
        "d’écran, puis envoyez-la."
    )
    SCRIPT = (
        "Le fichier {name} est un programme écrit en texte. Pour montrer son contenu, faites-en "
        "une capture d’écran."
    )
    PROGRAM = (
        "Le fichier {name} est un programme. Nous ne l’ouvrons pas\u00a0: décrivez-le dans votre "
        "déclaration."
    )
    ARCHIVE = (
        "Le fichier {name} est une archive qui contient d’autres fichiers. Ouvrez-la et envoyez "
        "chaque fichier séparément."
    )
    OFFICE = (
        "Le fichier {name} est un document de bureautique. Exportez-le en PDF, puis envoyez le PDF."
    )
    ANIMATION = (
        "L’image {name} est animée ou en contient plusieurs. Envoyez une capture d’écran, ou une "
        "vidéo MP4."
    )
    OTHER_PICTURE = (
        "L’image {name} est dans un format que nous ne conservons pas. Enregistrez-la en JPEG ou "
        "en PNG, puis envoyez cette copie."
    )
    OTHER_VIDEO = (
        "La vidéo {name} n’est pas au format MP4. Exportez-la en MP4, puis envoyez cette copie."
    )
    BROKEN_VIDEO = (
        "La vidéo {name} est abîmée ou incomplète. Vérifiez qu’elle se lit, puis envoyez-la à "
        "nouveau."
    )
    BROKEN_PICTURE = "L’image {name} est abîmée ou incomplète. Envoyez-la à nouveau."
    TOO_MANY_PIXELS = (
        "L’image {name} est trop grande une fois ouverte. Faites une capture d’écran, puis "
        "envoyez-la."
    )
    PICTURE_BOMB = (
        "L’image {name} contient un texte caché démesuré. Faites une capture d’écran, puis "
        "envoyez-la."
    )
    TWO_FILES = (
        "Le fichier {name} en cache un autre. Ouvrez-le, faites une capture d’écran de ce que "
        "vous voyez, puis envoyez-la."
    )
    LATE_PDF = (
        "Le PDF {name} commence par autre chose qu’un PDF. Ouvrez-le, imprimez-le en PDF, puis "
        "envoyez cette nouvelle version."
    )
    BROKEN_PDF = "Le PDF {name} est abîmé ou incomplet. Envoyez-le à nouveau."
    LOCKED_PDF = (
        "Le PDF {name} est protégé par un mot de passe. Envoyez-en une version non protégée."
    )
    ACTIVE_PDF = (
        "Le PDF {name} contient du code ou des fichiers joints. Imprimez-le en PDF, puis envoyez "
        "cette nouvelle version."
    )
    HEAVY_PDF = (
        "Le PDF {name} est trop complexe pour être vérifié. Imprimez-le en PDF, en plusieurs "
        "parties si besoin, puis envoyez-les."
    )
    ARMED_MAIL = (
        "L’e-mail {name} porte une pièce jointe qui peut contenir un programme. Imprimez le "
        "message en PDF, puis envoyez ce PDF."
    )
    DEEP_MAIL = (
        "L’e-mail {name} contient trop de messages imbriqués. Envoyez seulement le dernier, ou "
        "imprimez-le en PDF."
    )
    BROKEN_MAIL = (
        "L’e-mail {name} est abîmé ou incomplet. Enregistrez-le à nouveau depuis votre "
        "messagerie, puis envoyez-le."
    )
    HEAVY_MAIL = (
        "L’e-mail {name} est trop lourd pour être vérifié. Imprimez-le en PDF, puis envoyez ce PDF."
    )
    VIRUS_TEST = (
        "Le fichier {name} est reconnu comme dangereux par les antivirus. Ne l’ouvrez plus et "
        "faites analyser votre appareil."
    )
    NOT_WANTED = (
        "Le format du fichier {name} n’est pas activé sur ce site. Envoyez une capture d’écran."
    )


class RefusedFile(RefusedOpenly):
    """This file cannot be kept. The sentence names it and says what to do."""


class CannotKeep(RefusedFile):
    """There is no place to keep this file now. The file is good: it may be sent again."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Le fichier «\u00a0{name}\u00a0» n’a pas été enregistré\u00a0: l’incident est de "
            "notre côté, et nous en sommes avertis. Envoyez-le à nouveau dans quelques minutes."
        )


class Unacceptable(Exception):
    """What a judge raises, who knows the content and not the name."""

    def __init__(self, reason: Reason, limit: int = 0) -> None:
        super().__init__(reason.name)
        self.reason, self.limit = reason, limit

    def about(self, name: str) -> RefusedFile:
        """The refusal that the sender reads."""
        shown = f"«\u00a0{name}\u00a0»"
        return RefusedFile(self.reason.value.format(name=shown, limit=self.limit))
