from django.db.models import TextChoices


class InactionReason(TextChoices):
    """Why nothing is done about a content."""

    LAWFUL = "lawful", "propos permis par la loi"
    TIME_BARRED = "time_barred", "délai dépassé"
    REFUSED = "refused", "refus du sociétaire"
    PROSPECTS = "prospects", "coût ou chances de succès"
    OTHER = "other", "autre motif"
