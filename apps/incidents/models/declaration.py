from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.timezone import localdate

from apps.directory.models import Practitioner

if TYPE_CHECKING:
    from apps.accounts.models import User

DRAFT_LIFE = timedelta(days=30)  # from the last save


class Declaration(models.Model):
    """What a practitioner has typed so far. Kept on the server, so that any device resumes it."""

    key = models.UUIDField("clé", default=uuid.uuid4, unique=True, editable=False)
    practitioner = models.ForeignKey(
        Practitioner, models.CASCADE, related_name="declarations", verbose_name="sociétaire"
    )
    answers = models.JSONField("réponses", default=dict)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="préparée par",
        help_text="Le sociétaire, son délégué, ou le gestionnaire qui l’a au téléphone.",
    )
    started_at = models.DateTimeField("commencée le")
    saved_at = models.DateTimeField("enregistrée le")
    handed_at = models.DateTimeField("remise au sociétaire le", null=True)
    incident = models.OneToOneField(
        "Incident", models.PROTECT, null=True, related_name="declaration", verbose_name="dossier"
    )

    class Meta:
        verbose_name = "brouillon de déclaration"

    def __str__(self) -> str:
        return f"Brouillon du {self.started_at:%d/%m/%Y}"

    @property
    def reader(self) -> User | None:
        """Who is written to about this draft: its author, or the practitioner once it is handed
        over. Nobody while somebody of the insurer types it on the telephone."""
        if self.handed_at:
            return self.practitioner.user
        return None if self.prepared_by.is_insurer else self.prepared_by

    @property
    def purged_on(self) -> date:
        """The day on which it is erased if nobody saves it until then."""
        return localdate(self.saved_at) + DRAFT_LIFE
