from typing import ClassVar

from django.db import models


class HelpLine(models.Model):
    """A line that listens to a practitioner in distress. An administrator keeps it right."""

    name = models.CharField("nom", max_length=120, unique=True)
    phone = models.CharField("téléphone", max_length=20)
    words = models.CharField("pour qui, à quelles heures", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("ordre", default=1)
    is_shown = models.BooleanField("affichée", default=True)
    checked_on = models.DateField(
        "numéro vérifié le", null=True, blank=True, help_text="Appelez le numéro une fois par an."
    )

    class Meta:
        verbose_name = "ligne d’écoute"
        verbose_name_plural = "lignes d’écoute"
        ordering: ClassVar[list[str]] = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return "".join(self.phone.split())
