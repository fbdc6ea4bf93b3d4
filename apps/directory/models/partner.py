from django.conf import settings
from django.db import models


class Partner(models.Model):
    """A law office, a bailiff's office or a technical company that receives assignments."""

    class Kind(models.TextChoices):
        LAWYER = "lawyer", "avocat"
        BAILIFF = "bailiff", "commissaire de justice"
        TECHNICAL = "technical", "prestataire technique"

    kind = models.CharField("métier", max_length=20, choices=Kind)
    name = models.CharField("nom", max_length=120)
    town = models.CharField("ville", max_length=80, blank=True)
    email = models.EmailField("adresse e-mail", blank=True)
    phone = models.CharField("téléphone", max_length=20, blank=True)
    is_active = models.BooleanField("référencé", default=True)
    members: models.ManyToManyField = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="partners", blank=True, verbose_name="membres"
    )

    class Meta:
        verbose_name = "partenaire"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["lawyer", "bailiff", "technical"]),
                name="partner_kind_is_known",
            ),
        )

    def __str__(self) -> str:
        return self.name
