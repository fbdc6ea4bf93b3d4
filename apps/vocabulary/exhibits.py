from django.db.models import TextChoices


class ExhibitWithdrawal(TextChoices):
    """Why an exhibit is set aside."""

    WRONG_FILE = "wrong_file", "fichier choisi par erreur"
    DUPLICATE = "duplicate", "pièce en double"
    THIRD_PERSON = "third_person", "données d’une autre personne"
    OTHER = "other", "autre motif"
