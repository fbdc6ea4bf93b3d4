from django.conf import settings
from django.db import models

from apps.legal.territories import TERRITORIES


class Profession(models.TextChoices):
    PHYSICIAN = "physician", "médecin"
    DENTIST = "dentist", "chirurgien-dentiste"
    MIDWIFE = "midwife", "sage-femme"
    NURSE = "nurse", "infirmier"
    PHYSIOTHERAPIST = "physiotherapist", "masseur-kinésithérapeute"
    PHARMACIST = "pharmacist", "pharmacien"
    OTHER = "other", "autre professionnel de santé"


class Practitioner(models.Model):
    """The insured: a health professional, or an establishment that several of them work for."""

    class Kind(models.TextChoices):
        PERSON = "person", "professionnel de santé"
        FACILITY = "facility", "établissement de santé"

    kind = models.CharField("sorte", max_length=10, choices=Kind, default=Kind.PERSON)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="practitioner", verbose_name="compte"
    )
    profession = models.CharField("profession", max_length=20, choices=Profession)
    specialty = models.CharField("spécialité", max_length=80, blank=True)
    rpps = models.CharField("numéro RPPS", max_length=11, blank=True)
    department = models.CharField(
        "département d’exercice",
        max_length=3,
        default="75",
        choices=[(code, f"{code} – {place.name}") for code, place in sorted(TERRITORIES.items())],
        help_text="Numéro du département : il fixe les jours fériés et le fuseau horaire.",
    )
    phone = models.CharField("téléphone", max_length=20, blank=True)

    class Meta:
        verbose_name = "sociétaire"

    def __str__(self) -> str:
        return self.user.name

    @property
    def is_facility(self) -> bool:
        """Several persons may then be targeted by one content."""
        return self.kind == self.Kind.FACILITY
