from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.directory.models import Platform
from apps.legal.qualification import Answers, suggest
from apps.legal.republication import Grade, PublicationKind
from apps.legal.supports import Support
from apps.legal.taxonomy import Label
from apps.legal.windows import DateSource, Window

from ..circumstances import Audience, AuthorKind, FacilityPage, Nature
from ..status import IllegalMove
from .incident import Incident, known

if TYPE_CHECKING:
    from apps.accounts.models import User

Row = TypeVar("Row", bound=models.Model)


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
    person = models.CharField(
        "personne visée",
        max_length=120,
        blank=True,
        help_text="Quand le sociétaire est un établissement : une échéance par personne visée.",
    )
    rating = models.PositiveSmallIntegerField("note sur 5", null=True)
    author_pseudonym = models.CharField("pseudonyme de l’auteur", max_length=100, blank=True)
    author_kind = models.CharField(
        "auteur", max_length=20, choices=AuthorKind, default=AuthorKind.UNKNOWN
    )
    natures = models.JSONField("nature sensible", default=list, help_text="Codes de `Nature`.")
    audience = models.CharField("audience", max_length=20, choices=Audience)
    members = models.PositiveIntegerField("nombre de membres du groupe ou de la page", null=True)
    read_on = models.DateField("lu le", null=True)
    url_key = models.CharField("lien normalisé", max_length=64, blank=True, db_index=True)
    words_key = models.CharField("mots normalisés", max_length=64, blank=True, db_index=True)
    author_key = models.CharField("auteur normalisé", max_length=64, blank=True, db_index=True)

    class Meta:
        verbose_name = "contenu"
        ordering: ClassVar[list[str]] = ["incident_id", "number"]
        constraints = (
            models.UniqueConstraint(
                fields=["incident", "number"], name="review_number_is_unique_in_incident"
            ),
            models.CheckConstraint(
                condition=known("audience", Audience.values), name="review_audience_is_known"
            ),
            models.CheckConstraint(
                condition=Q(rating=None) | Q(rating__range=(1, 5)), name="review_rating_is_of_five"
            ),
        )

    def __str__(self) -> str:
        return f"Contenu n° {self.number}"

    def locked_incident(self) -> Incident:
        """Its open file, locked. `IllegalMove` when that is closed, or when the content has gone
        to another file since it was read."""
        incident = Incident.objects.locked_open(self.incident_id)
        if not incident.reviews.filter(pk=self.pk).exists():
            raise IllegalMove(
                "Ce contenu est passé dans un autre dossier\u00a0: rien n’a été enregistré. "
                f"Le journal du dossier {incident.reference} dit lequel."
            )
        return incident

    @property
    def qualifications(self) -> models.QuerySet[Qualification]:
        """Every reading that its passages ever had."""
        return Qualification.objects.filter(passage__review=self)

    @property
    def is_read_as_lawful(self) -> bool:
        """Tell whether it was read, and is free criticism and nothing else.

        Prefetch `passages__qualifications` when there are several reviews.
        """
        readings = [row for passage in self.passages.all() for row in passage.qualifications.all()]
        in_force = [row for row in readings if row.closed_at is None]
        return bool(in_force) and all(row.legal.is_lawful for row in in_force)

    @property
    def support(self) -> Support:
        """Where it stands: to whom each step is addressed hangs on it."""
        if self.audience == Audience.PRIVATE_MESSAGE:
            return Support.PRIVATE
        if self.incident.facility_page == FacilityPage.YES:
            return Support.FACILITY_PAGE
        return Support[self.platform.kind.upper()] if self.platform else Support.UNKNOWN

    @property
    def declared_natures(self) -> list[Nature]:
        """What the practitioner ticked as serious. The handler confirms it, or not."""
        return [Nature(code) for code in self.natures]


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
        "origine de la date", max_length=20, choices=[(s.value, s.label) for s in DateSource]
    )
    origin = models.CharField("comment elle a été lue", max_length=300, blank=True)
    reason = models.TextField("motif du changement", blank=True)
    opened_at = models.DateTimeField("retenue le")
    closed_at = models.DateTimeField("remplacée le", null=True)

    objects = OpenRows["Publication"].as_manager()

    class Meta:
        verbose_name = "mise en ligne"
        ordering: ClassVar[list[str]] = ["review_id", "number", "pk"]
        constraints = (
            models.UniqueConstraint(
                fields=["review", "number"],
                condition=Q(closed_at=None),
                name="publication_one_open_per_number",
            ),
            models.CheckConstraint(
                # Only the first day may be unknown: « published at the latest on that day ».
                condition=Q(earliest=None)
                | Q(latest__isnull=False, earliest__lte=models.F("latest")),
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
        return Window(self.earliest, self.latest, DateSource(self.source), self.origin)


class PassageRows(models.QuerySet["Passage"]):
    def labelled(self) -> PassageRows:
        """Those that have a reading in force."""
        readings = Qualification.objects.open().filter(passage=models.OuterRef("pk"))
        return self.filter(models.Exists(readings))


class Passage(models.Model):
    """Some exact words of a review: each is given one legal label, and one only."""

    review = models.ForeignKey(
        Review, models.PROTECT, related_name="passages", verbose_name="contenu"
    )
    start = models.PositiveIntegerField("premier caractère")
    end = models.PositiveIntegerField("dernier caractère (exclu)")

    objects = PassageRows.as_manager()

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


class QualificationRows(OpenRows["Qualification"]):
    """Readings, those in force and those they replaced."""

    def needing_second_reading(self) -> QualificationRows:
        """Those in force that wait for a second person: by rule (L. 1881 art. 65-3) or asked."""
        by_rule = Q(second_reading=None, label__in=[one for one in Label if one.is_aggravated])
        asked = Q(second_reading__isnull=False, second_reading__read_at=None)
        return self.filter(by_rule | asked, closed_at=None)

    def blind(self) -> QualificationRows:
        """Those that wait for a second person who must not see their label before."""
        return self.needing_second_reading().filter(second_reading__is_blind=True)


class Qualification(models.Model):
    """The handler's legal reading of a passage. An orientation, never a court's finding."""

    passage = models.ForeignKey(
        Passage, models.PROTECT, related_name="qualifications", verbose_name="passage"
    )
    label = models.CharField(
        "qualification", max_length=20, choices=[(label.value, label.label) for label in Label]
    )
    reason = models.TextField("motif")
    answers = models.JSONField(
        "réponses aux questions", default=dict, help_text="Codes de `legal.qualification.Answers`."
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="auteur"
    )
    opened_at = models.DateTimeField("retenue le")
    closed_at = models.DateTimeField("remplacée le", null=True)

    objects = QualificationRows.as_manager()

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
        cls,
        passage: Passage,
        *,
        label: Label,
        reason: str,
        answers: dict[str, Any],
        by: User,
        at: datetime,
    ) -> Qualification:
        """Close the reading in force, if any, and open this one."""
        passage.qualifications.filter(closed_at=None).update(closed_at=at)
        return cls.objects.create(
            passage=passage, label=label.value, reason=reason, answers=answers, by=by, opened_at=at
        )

    @property
    def legal(self) -> Label:
        return Label(self.label)

    @property
    def departs_from(self) -> Label | None:
        """What the tree suggested from the answers kept, when the handler chose otherwise."""
        suggested = suggest(Answers.of(self.answers)).label if self.answers else Label.UNDETERMINED
        return None if suggested in (Label.UNDETERMINED, self.legal) else suggested

    @property
    def awaits_second_reading(self) -> bool:
        """Tell whether it is « à relire »; select `second_reading` when there are several."""
        second = getattr(self, "second_reading", None)
        if second is None:
            return self.closed_at is None and self.legal.is_aggravated
        return self.closed_at is None and second.read_at is None

    @property
    def is_blind(self) -> bool:
        """Tell whether others may not see it before the second person has chosen."""
        second = getattr(self, "second_reading", None)
        return self.awaits_second_reading and second is not None and second.is_blind

    def is_hidden_from(self, user: User) -> bool:
        """Tell whether this person may still be its blind second reader, or was not its first."""
        return self.is_blind and self.by_id != user.pk

    def may_be_read_again_by(self, user: User) -> bool:
        """Tell whether this person may be its second reader: another one than its author.

        What lengthens a term (L. 1881 art. 65-3) is read by a senior; what a senior sent to a
        second reader, by any colleague, except that who asks for a blind reading has seen it.
        """
        second = getattr(self, "second_reading", None)
        if not user.is_insurer or user.pk == self.by_id:
            return False
        if second is not None and second.is_blind and second.asked_by_id == user.pk:
            return False
        return user.is_senior or (second is not None and not self.legal.is_aggravated)
