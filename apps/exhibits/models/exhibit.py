from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import ClassVar, TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import TruncDate
from django.utils.timezone import get_default_timezone

from apps.incidents.models import Declaration, Incident, Passage, Review
from apps.vocabulary.exhibits import ExhibitWithdrawal

from .manifest import Manifest
from .received import Received, ReceivedQuerySet, Scan

READABLE = ("application/pdf", "message/rfc822")
MOST_PREPARATIONS = 3  # attempts to make the copies of a picture, after which it is left as it is


class ExhibitQuerySet(ReceivedQuerySet["Exhibit"]):
    def current(self) -> ExhibitQuerySet:
        """Neither replaced nor withdrawn: what partners may be given."""
        return self.filter(replaced_by=None, withdrawn_at=None)

    def without_copies(self) -> ExhibitQuerySet:
        """Pictures of which a worker has still to make the copies, unless it has given up."""
        return self.filter(
            Q(print_copy="") | Q(thumbnail=""),
            media_type__startswith="image/",
            preparations__lt=MOST_PREPARATIONS,
        ).exclude(scan=Scan.INFECTED)

    def to_read(self) -> ExhibitQuerySet:
        """Those of a file whose words have still to be read, for the search."""
        waiting = self.filter(text=None, incident__isnull=False, media_type__in=READABLE)
        return waiting.safe_for_partners()

    def infected_in_hand(self) -> ExhibitQuerySet:
        """Those with a virus, of files that are open and have a handler to be told."""
        return self.filter(
            scan=Scan.INFECTED,
            incident__closed_at=None,
            incident__handler__isnull=False,
        )

    def safe_for_partners(self) -> ExhibitQuerySet:
        """With an antivirus, what it found clean; without one, all but what one found infected."""
        if settings.CLAMD_URL:
            return self.filter(scan=Scan.CLEAN)
        return self.downloadable()

    def received_on(self, day: date) -> ExhibitQuerySet:
        """Received on this civil day, in Paris."""
        return self.received_from(day).filter(received_at__lt=_midnight(day + timedelta(days=1)))

    def received_from(self, day: date) -> ExhibitQuerySet:
        """Received on this civil day, in Paris, or later."""
        return self.filter(received_at__gte=_midnight(day))

    def with_timestamp(self) -> ExhibitQuerySet:
        """Each with `stamped_at`: the moment certified for the manifest of its day, or None."""
        of_the_day = Manifest.objects.filter(day=OuterRef("day"))
        return self.annotate(day=TruncDate("received_at")).annotate(
            stamped_at=Subquery(of_the_day.values("stamped_at"))
        )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, get_default_timezone())


class Exhibit(Received):
    """A file that proves something. The original is stored as received and never changed."""

    class Kind(models.TextChoices):
        CAPTURE = "capture", "capture d’écran"
        BAILIFF_REPORT = "bailiff_report", "procès-verbal de constat"
        OTHER = "other", "autre pièce"

    Withdrawal: TypeAlias = ExhibitWithdrawal

    declaration = models.ForeignKey(
        Declaration,
        models.CASCADE,
        null=True,
        related_name="exhibits",
        verbose_name="brouillon de déclaration",
    )
    incident = models.ForeignKey(
        Incident, models.PROTECT, null=True, related_name="exhibits", verbose_name="dossier"
    )
    number = models.PositiveSmallIntegerField("numéro de pièce", null=True)
    kind = models.CharField("nature", max_length=20, choices=Kind, default=Kind.CAPTURE)
    print_copy = models.FileField("copie d’impression", upload_to="", blank=True)
    thumbnail = models.FileField("vignette", upload_to="", blank=True)
    width = models.PositiveIntegerField("largeur (pixels)", null=True)
    height = models.PositiveIntegerField("hauteur (pixels)", null=True)
    preparations = models.PositiveSmallIntegerField("préparations tentées", default=0)
    declared_url = models.URLField("page montrée", max_length=1000, blank=True)
    contents = models.JSONField(
        "contenus du brouillon", default=list, help_text="Numéros, avant l’envoi."
    )
    reviews: models.ManyToManyField = models.ManyToManyField(
        Review, related_name="exhibits", blank=True, verbose_name="contenus prouvés"
    )
    passages: models.ManyToManyField = models.ManyToManyField(
        Passage, related_name="exhibits", blank=True, verbose_name="passages prouvés"
    )
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaces", verbose_name="remplacée par"
    )
    withdrawn_at = models.DateTimeField("retirée le", null=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="déposé par"
    )
    received_at = models.DateTimeField("reçu le")

    objects = ExhibitQuerySet.as_manager()

    class Meta:
        verbose_name = "pièce"
        ordering: ClassVar[list[str]] = ["number", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "number"], name="exhibit_number_is_unique_in_incident"
            ),
            models.CheckConstraint(
                condition=Q(incident=None, declaration__isnull=False, number=None)
                | Q(incident__isnull=False, number__isnull=False),
                name="exhibit_belongs_to_a_draft_or_a_file",
            ),
        )

    def __str__(self) -> str:
        return f"Pièce n° {self.number} : {self.name}" if self.number else self.name

    @property
    def is_image(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def is_printable(self) -> bool:
        """A picture of which there is, or may still be, a copy that a dossier can print."""
        return self.is_image and (bool(self.print_copy) or not self.is_given_up)

    @property
    def is_given_up(self) -> bool:
        """A picture that no worker could open: shown by its name, and kept as received."""
        missing = not (self.print_copy and self.thumbnail)
        return self.is_image and missing and self.preparations >= MOST_PREPARATIONS

    @property
    def is_current(self) -> bool:
        return self.replaced_by_id is None and self.withdrawn_at is None

    @property
    def set_aside(self) -> str:
        """Why this exhibit proves nothing any more, in words; empty while it does."""
        if self.replaced_by:
            return f"remplacée par la pièce n°\u00a0{self.replaced_by.number}"
        return "retirée" if self.withdrawn_at else ""


class ExhibitText(models.Model):
    """What an exhibit says, for the search alone. Without this row, nobody has read it yet."""

    exhibit = models.OneToOneField(
        Exhibit, models.PROTECT, primary_key=True, related_name="text", verbose_name="pièce"
    )
    words = models.TextField("mots", blank=True)

    class Meta:
        verbose_name = "texte d’une pièce"
        verbose_name_plural = "textes de pièces"

    def __str__(self) -> str:
        return f"Texte de la pièce {self.exhibit_id}"
