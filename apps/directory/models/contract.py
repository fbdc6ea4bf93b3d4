from datetime import date
from typing import ClassVar

from django.db import models

from .practitioner import Practitioner


class ContractQuerySet(models.QuerySet["Contract"]):
    def covering(self, day: date) -> "ContractQuerySet":
        return self.filter(starts_on__lte=day).filter(
            models.Q(ends_on=None) | models.Q(ends_on__gte=day)
        )

    def on(self, day: date) -> "Contract | None":
        """Of one practitioner's, the one that covers this day, the latest started of several."""
        return self.covering(day).order_by("-starts_on").first()


class Contract(models.Model):
    """A professional liability contract (RCP-PJ) and the guarantees it carries."""

    class Guarantee(models.TextChoices):
        LEGAL_PROTECTION = "legal_protection", "protection juridique"
        EREPUTATION_ASSISTANCE = "ereputation_assistance", "assistance e-réputation"

    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="contracts", verbose_name="sociétaire"
    )
    number = models.CharField("numéro de contrat", max_length=30, unique=True)
    starts_on = models.DateField("début")
    ends_on = models.DateField("fin", null=True, blank=True)
    has_legal_protection = models.BooleanField("garantie protection juridique", default=True)
    has_ereputation_assistance = models.BooleanField(
        "option assistance e-réputation", default=False
    )

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = "contrat RCP-PJ"
        verbose_name_plural = "contrats RCP-PJ"
        ordering: ClassVar[list[str]] = ["starts_on", "pk"]

    def __str__(self) -> str:
        return self.number

    @property
    def guarantees(self) -> list[str]:
        """French names of what the contract covers, for screens and dossiers."""
        held = {
            self.Guarantee.LEGAL_PROTECTION: self.has_legal_protection,
            self.Guarantee.EREPUTATION_ASSISTANCE: self.has_ereputation_assistance,
        }
        return [str(guarantee.label) for guarantee, is_held in held.items() if is_held]
