from django.db.models import TextChoices


class ComplaintChannel(TextChoices):
    """By which way a complaint came."""

    PORTAL = "portal", "depuis Vigie"
    POST = "post", "par courrier"
    PHONE = "phone", "par téléphone"
    EMAIL = "email", "par e-mail"
