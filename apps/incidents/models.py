from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.directory.models import Contract, Platform, Practitioner
from apps.legal.republication import Grade, PublicationKind
from apps.legal.taxonomy import Label
from apps.legal.windows import Source, Window

from .status import NEXT, OPEN, IllegalMove, Outcome, Status, WaitingOn

if TYPE_CHECKING:
    from apps.accounts.models import User

Row = TypeVar("Row", bound=models.Model)


def known(field: str, values: list[str]) -> Q:
    return Q(**{f"{field}__in": values})


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


class Declaration(models.Model):
    """What a practitioner has typed so far. Kept on the server, so that any device resumes it."""

    key = models.UUIDField("clé", default=uuid.uuid4, unique=True, editable=False)
    practitioner = models.ForeignKey(
        Practitioner, models.CASCADE, related_name="declarations", verbose_name="sociétaire"
    )
    answers = models.JSONField("réponses", default=dict)
    started_at = models.DateTimeField("commencée le")
    incident = models.OneToOneField(
        "Incident", models.PROTECT, null=True, related_name="declaration", verbose_name="dossier"
    )

    class Meta:
        verbose_name = "brouillon de déclaration"
        constraints = (
            models.UniqueConstraint(
                fields=["practitioner"],
                condition=Q(incident=None),
                name="declaration_one_open_per_practitioner",
            ),
        )

    def __str__(self) -> str:
        return f"Brouillon du {self.started_at:%d/%m/%Y}"


class ReferenceCounter(models.Model):
    """The last number given in a year. Locked while a reference is drawn: no gap, no double."""

    year = models.PositiveSmallIntegerField("année", primary_key=True)
    last = models.PositiveIntegerField("dernier numéro", default=0)

    class Meta:
        verbose_name = "compteur de références"

    def __str__(self) -> str:
        return f"{self.year} : {self.last}"

    @classmethod
    def draw(cls, year: int) -> str:
        """The next reference of the year, `ER-2026-000001` and so on. Inside a transaction."""
        cls.objects.get_or_create(year=year)
        counter = cls.objects.select_for_update().get(year=year)
        counter.last += 1
        counter.save(update_fields=["last"])
        return f"ER-{year}-{counter.last:06}"


class IncidentQuerySet(models.QuerySet["Incident"]):
    def locked(self, pk: int) -> Incident:
        """The file, locked until the end of the transaction: the first beat of every verb."""
        return self.select_for_update().get(pk=pk)

    def locked_open(self, pk: int) -> Incident:
        """The same, for what may no longer be done once the file is closed: `IllegalMove`."""
        incident = self.locked(pk)
        if not incident.is_open:
            raise IllegalMove(
                f"Le dossier {incident.reference} est terminé : rien n’y change plus."
            )
        return incident

    def open(self) -> IncidentQuerySet:
        return self.filter(status__in=OPEN)

    def for_practitioner(self, user: User) -> IncidentQuerySet:
        return self.filter(practitioner__user=user)


class Incident(models.Model):
    """What a practitioner declared: one reference, one handler, one or more reviews."""

    reference = models.CharField("référence", max_length=14, unique=True)
    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="incidents", verbose_name="sociétaire"
    )
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, related_name="incidents", verbose_name="contrat"
    )
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="handled_incidents",
        verbose_name="gestionnaire",
    )
    status = models.CharField("état", max_length=20, choices=Status, default=Status.RECEIVED)
    waiting_on = models.CharField(
        "en attente de", max_length=20, choices=WaitingOn, default=WaitingOn.HANDLER
    )
    practice_mode = models.CharField("mode d’exercice", max_length=20, choices=PracticeMode)
    facility_page = models.CharField(
        "page de l’établissement", max_length=10, choices=FacilityPage, blank=True
    )
    already_replied = models.BooleanField("réponse déjà publiée", default=False)
    already_reported = models.BooleanField("déjà signalé à la plateforme", default=False)
    bailiff_report_on = models.DateField("constat déjà réalisé le", null=True)
    bailiff_report_cost = models.DecimalField(
        "coût du constat (€)", max_digits=8, decimal_places=2, null=True
    )
    bailiff_report_was_urgent = models.BooleanField("constat réalisé en urgence", default=False)
    declared_at = models.DateTimeField("déclaré le")
    closed_at = models.DateTimeField("clos le", null=True)
    outcome = models.CharField("issue", max_length=30, choices=Outcome, blank=True)
    closing_words = models.TextField("bilan adressé au sociétaire", blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier"
        constraints = (
            models.CheckConstraint(
                condition=known("status", Status.values), name="incident_status_is_known"
            ),
            models.CheckConstraint(
                condition=known("waiting_on", WaitingOn.values), name="incident_waits_on_someone"
            ),
            models.CheckConstraint(
                condition=Q(status=Status.CLOSED, closed_at__isnull=False)
                & known("outcome", Outcome.values)
                | ~Q(status=Status.CLOSED) & Q(closed_at=None, outcome=""),
                name="incident_closed_has_outcome",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    def move_to(self, status: Status, *, waiting_on: WaitingOn) -> None:
        """Set the status if the table of moves allows it. Raises `IllegalMove`."""
        if status not in NEXT[Status(self.status)]:
            raise IllegalMove(
                f"Le dossier {self.reference} est « {self.get_status_display()} » : "
                f"il ne peut pas passer à « {status.label} »."
            )
        self.status, self.waiting_on = status, waiting_on

    @property
    def is_open(self) -> bool:
        return self.status in OPEN


class Audience(models.TextChoices):
    """Who could read it (legal.md §2.3): public, or bound by a community of interest."""

    PUBLIC = "public", "Tout le monde"
    CLOSED_GROUP = "closed_group", "Un groupe fermé"
    PRIVATE_MESSAGE = "private_message", "Moi seul (message privé)"


class Review(models.Model):
    """One piece of content published online about the practitioner."""

    incident = models.ForeignKey(
        Incident, models.PROTECT, related_name="reviews", verbose_name="dossier"
    )
    number = models.PositiveSmallIntegerField("numéro")
    platform = models.ForeignKey(
        Platform, models.PROTECT, null=True, related_name="reviews", verbose_name="plateforme"
    )
    url = models.URLField("lien", max_length=1000, blank=True)
    words = models.TextField("mots exacts")
    author_pseudonym = models.CharField("pseudonyme de l’auteur", max_length=100, blank=True)
    audience = models.CharField("audience", max_length=20, choices=Audience)
    members = models.PositiveIntegerField("nombre de membres du groupe ou de la page", null=True)
    read_on = models.DateField("lu le", null=True)

    class Meta:
        verbose_name = "contenu"
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "number"], name="review_number_is_unique_in_incident"
            ),
            models.CheckConstraint(
                condition=known("audience", Audience.values), name="review_audience_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"Contenu n° {self.number}"


class OpenRows(models.QuerySet[Row]):
    """What the law hangs on is closed and re-opened as a new row, never overwritten."""

    def open(self) -> OpenRows[Row]:
        return self.filter(closed_at=None)


class Publication(models.Model):
    """A putting on line, first or later: a window of days, and where that window comes from."""

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="publications", verbose_name="contenu"
    )
    number = models.PositiveSmallIntegerField("rang", default=1)
    kind = models.CharField(
        "nature",
        max_length=20,
        choices=[(kind.value, kind.label) for kind in PublicationKind],
        default=PublicationKind.FIRST.value,
    )
    earliest = models.DateField("au plus tôt le", null=True)
    latest = models.DateField("au plus tard le", null=True)
    source = models.CharField(
        "origine de la date", max_length=20, choices=[(s.value, s.label) for s in Source]
    )
    origin = models.CharField("comment elle a été lue", max_length=300, blank=True)
    reason = models.TextField("motif du changement", blank=True)
    opened_at = models.DateTimeField("retenue le")
    closed_at = models.DateTimeField("remplacée le", null=True)

    objects = OpenRows["Publication"].as_manager()

    class Meta:
        verbose_name = "mise en ligne"
        constraints = (
            models.UniqueConstraint(
                fields=["review", "number"],
                condition=Q(closed_at=None),
                name="publication_one_open_per_number",
            ),
            models.CheckConstraint(
                condition=Q(earliest=None, latest=None) | Q(earliest__lte=models.F("latest")),
                name="publication_window_is_ordered",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.window.source.label})"

    @property
    def grade(self) -> Grade:
        """How sure it is that this putting on line opens a term of its own."""
        return PublicationKind(self.kind).grade

    @property
    def window(self) -> Window:
        return Window(self.earliest, self.latest, Source(self.source), self.origin)


class Passage(models.Model):
    """Some exact words of a review: each is given one legal label, and one only."""

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="passages", verbose_name="contenu"
    )
    start = models.PositiveIntegerField("premier caractère")
    end = models.PositiveIntegerField("dernier caractère (exclu)")

    class Meta:
        verbose_name = "passage"
        ordering: ClassVar[list[str]] = ["start"]
        constraints = (
            models.UniqueConstraint(fields=["review", "start", "end"], name="passage_is_unique"),
            models.CheckConstraint(
                condition=Q(start__lt=models.F("end")), name="passage_is_not_empty"
            ),
        )

    def __str__(self) -> str:
        return f"Passage {self.start}–{self.end}"

    @property
    def words(self) -> str:
        return self.review.words[self.start : self.end]


class Qualification(models.Model):
    """The handler's legal reading of a passage. An orientation, never a court's finding."""

    passage = models.ForeignKey(
        Passage, models.PROTECT, related_name="qualifications", verbose_name="passage"
    )
    label = models.CharField(
        "qualification", max_length=20, choices=[(label.value, label.label) for label in Label]
    )
    reason = models.TextField("motif")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="auteur"
    )
    opened_at = models.DateTimeField("retenue le")
    closed_at = models.DateTimeField("remplacée le", null=True)

    objects = OpenRows["Qualification"].as_manager()

    class Meta:
        verbose_name = "qualification"
        constraints = (
            models.UniqueConstraint(
                fields=["passage"],
                condition=Q(closed_at=None),
                name="qualification_one_open_per_passage",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_label_display())

    @classmethod
    def supersede(
        cls, passage: Passage, *, label: Label, reason: str, by: User, at: datetime
    ) -> Qualification:
        """Close the reading in force, if any, and open this one."""
        passage.qualifications.filter(closed_at=None).update(closed_at=at)
        return cls.objects.create(
            passage=passage, label=label.value, reason=reason, by=by, opened_at=at
        )

    @property
    def legal(self) -> Label:
        return Label(self.label)
