"""What a practitioner can say of what happened: the closed lists that forms and models share."""

from django.db import models


class Situation(models.TextChoices):
    """What happened (DECL-02): it decides which questions follow."""

    REVIEW = "review", "Un avis ou une note"
    LISTING = "listing", "Une fiche à mon nom que je n’ai pas demandée"
    POST = "post", "Une publication ou une discussion"
    PRIVATE = "private", "Un message privé ou une menace"


class PracticeMode(models.TextChoices):
    LIBERAL = "liberal", "libéral"
    HOSPITAL = "hospital", "hôpital public"
    CLINIC = "clinic", "clinique ou établissement privé"
    LOCUM = "locum", "remplaçant"


class FacilityPage(models.TextChoices):
    """Is the page the establishment's own? Then its communications office acts first."""

    YES = "yes", "Oui"
    NO = "no", "Non"
    UNKNOWN = "unknown", "Je ne sais pas"


class Source(models.TextChoices):
    """Who typed the declaration."""

    PORTAL = "portal", "portail"
    DELEGATE = "delegate", "délégué du sociétaire"
    PHONE = "phone", "téléphone"


class Audience(models.TextChoices):
    """Who could read it (legal.md §2.3): public, or bound by a community of interest."""

    PUBLIC = "public", "Tout le monde"
    CLOSED_GROUP = "closed_group", "Un groupe fermé"
    PRIVATE_MESSAGE = "private_message", "Moi seul (message privé)"


class AuthorKind(models.TextChoices):
    """Who the practitioner thinks the author is. No patient file is ever asked for."""

    UNKNOWN = "unknown", "Je ne sais pas"
    ANONYMOUS = "anonymous", "Anonyme"
    PSEUDONYM = "pseudonym", "Un pseudonyme"
    PATIENT = "patient", "Une personne que j’ai reçue, ou un proche"
    FORMER_EMPLOYEE = "former_employee", "Un ancien salarié"
    COLLEAGUE = "colleague", "Un confrère"
    OTHER = "other", "Une autre personne que je connais"


class Nature(models.TextChoices):
    """What may lengthen the term or call for help tonight. The handler confirms."""

    RACIST = "racist", "Propos racistes, ou visant l’origine ou la religion"
    SEXIST = "sexist", "Propos sexistes"
    HOMOPHOBIC = "homophobic", "Propos homophobes ou transphobes"
    DISABILITY = "disability", "Propos visant un handicap"
    THREAT = "threat", "Menace"
    PRIVATE_DATA = "private_data", "Adresse, téléphone ou vie privée publiés"
    PICTURE = "picture", "Photo ou image de moi"

    @property
    def is_discriminatory(self) -> bool:
        """May the one-year term of article 65-3 of the law of 1881 apply?"""
        return self in {self.RACIST, self.SEXIST, self.HOMOPHOBIC, self.DISABILITY}

    @property
    def is_danger(self) -> bool:
        """Does it call for a person tonight rather than for a form?"""
        return self in {self.THREAT, self.PRIVATE_DATA}


class Wish(models.TextChoices):
    """What the practitioner hopes for (DECL-13)."""

    REMOVAL = "removal", "Le retrait du contenu"
    ANSWER = "answer", "Une réponse publique"
    APOLOGY = "apology", "Des excuses"
    COMPENSATION = "compensation", "Une indemnisation"
    LISTING_REMOVAL = "listing_removal", "La suppression de la fiche"
    ADVICE = "advice", "Un conseil"
