from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils.timezone import get_default_timezone, localtime

DIGEST_AT = time(8)
MONDAY, SATURDAY = 0, 5


class Role(models.TextChoices):
    PRACTITIONER = "practitioner", "sociétaire"
    HANDLER = "handler", "gestionnaire"
    SUPERVISOR = "supervisor", "responsable d’équipe"
    LEGAL_LEAD = "legal_lead", "responsable juridique"
    PARTNER = "partner", "partenaire"
    DELEGATE = "delegate", "délégué d’un sociétaire"
    ADMIN = "admin", "administrateur"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> User:
        return self.create_user(
            email, password, role=Role.ADMIN, is_staff=True, is_superuser=True, **fields
        )

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address; `role` decides which audience they are."""

    email = models.EmailField("adresse e-mail", unique=True)
    name = models.CharField("nom affiché", max_length=150)
    role = models.CharField("rôle", max_length=20, choices=Role)
    is_active = models.BooleanField("actif", default=True)
    is_staff = models.BooleanField("accès à l’administration", default=False)
    joined_at = models.DateTimeField("créé le", auto_now_add=True)
    # Of the desk: may single keys act in the list of files? (WCAG 2.1.4)
    uses_shortcuts = models.BooleanField("raccourcis clavier", default=True)

    objects = UserManager()

    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "utilisateur"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="user_role_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def is_practitioner(self) -> bool:
        return self.role == Role.PRACTITIONER

    @property
    def is_insurer(self) -> bool:
        """The people of the insurer who work on files: handlers and those they answer to."""
        return self.role in {Role.HANDLER, Role.SUPERVISOR, Role.LEGAL_LEAD}

    @property
    def is_senior(self) -> bool:
        """Those who may decide on any file and sign as the second person."""
        return self.role in {Role.SUPERVISOR, Role.LEGAL_LEAD}

    @property
    def is_delegate(self) -> bool:
        """Someone whom practitioners let prepare their declarations, and nothing else."""
        return self.role == Role.DELEGATE

    @property
    def is_partner(self) -> bool:
        return self.role == Role.PARTNER


class CalendarFeed(models.Model):
    """The private address under which a person's own calendar reads their dates.

    Whoever knows the token reads them: it is long, it is revoked by closing the row, and what it
    opens is recomputed from the person's role at each reading.
    """

    user = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="calendar_feeds",
        verbose_name="personne",
    )
    token = models.CharField("jeton", max_length=64, unique=True)
    opened_at = models.DateTimeField("ouvert le")
    closed_at = models.DateTimeField("révoqué le", null=True)

    class Meta:
        verbose_name = "calendrier privé"
        verbose_name_plural = "calendriers privés"
        constraints = (
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(closed_at=None),
                name="calendar_one_open_per_user",
            ),
        )

    def __str__(self) -> str:
        return f"Calendrier ouvert le {self.opened_at:%d/%m/%Y}"


class NotificationPreferences(models.Model):
    """One row per person who has chosen; whoever has none gets the defaults, unsaved."""

    class Frequency(models.TextChoices):
        IMMEDIATE = "immediate", "aussitôt"
        DAILY = "daily", "une fois par jour"
        WEEKLY = "weekly", "une fois par semaine"

    user = models.OneToOneField(
        User,
        models.PROTECT,
        related_name="notification_preferences",
        verbose_name="personne",
    )
    frequency = models.CharField(
        "fréquence", max_length=10, choices=Frequency, default=Frequency.IMMEDIATE
    )
    quiet_from = models.TimeField("silence à partir de", default=time(20))
    quiet_until = models.TimeField("silence jusqu’à", default=time(8))
    quiet_weekends = models.BooleanField("silence le week-end", default=True)
    unwanted = models.JSONField("lettres non voulues", default=list, help_text="Types de lettres.")

    class Meta:
        verbose_name = "préférences de notification"
        verbose_name_plural = "préférences de notification"
        constraints = (
            models.CheckConstraint(
                condition=Q(frequency__in=["immediate", "daily", "weekly"]),
                name="preferences_frequency_is_known",
            ),
            models.CheckConstraint(
                condition=Q(quiet_until__lt=models.F("quiet_from")),
                name="preferences_leave_some_daytime",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_frequency_display())

    def next_moment(self, at: datetime) -> datetime:
        """`at` itself, or the end of the silence in which it falls, on the clock of Paris."""
        local = localtime(at)
        day = local.date()
        if local.time() >= self.quiet_from:
            day += timedelta(days=1)
        elif local.time() >= self.quiet_until and not self._is_silent(day):
            return at
        return _at(self._first_spoken(day), self.quiet_until)

    def next_digest(self, at: datetime) -> datetime:
        """The first 8:00 in Paris after `at`, on a Monday for those who want one letter a week."""
        local = localtime(at)
        day = local.date() if local.time() < DIGEST_AT else local.date() + timedelta(days=1)
        if self.frequency == self.Frequency.WEEKLY:
            day += timedelta(days=(MONDAY - day.weekday()) % 7)
        return _at(self._first_spoken(day), DIGEST_AT)

    def _first_spoken(self, day: date) -> date:
        while self._is_silent(day):
            day += timedelta(days=1)
        return day

    def _is_silent(self, day: date) -> bool:
        return self.quiet_weekends and day.weekday() >= SATURDAY


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=get_default_timezone())


class SavedView(models.Model):
    """A way of looking at the queue that somebody has named: the address that shows it."""

    owner = models.ForeignKey(
        User, models.PROTECT, related_name="saved_views", verbose_name="propriétaire"
    )
    name = models.CharField("nom", max_length=60)
    query = models.CharField("adresse", max_length=500, blank=True)
    is_shared = models.BooleanField("visible par l’équipe", default=False)
    saved_at = models.DateTimeField("enregistrée le")

    class Meta:
        verbose_name = "vue enregistrée"
        verbose_name_plural = "vues enregistrées"
        ordering: ClassVar[list[str]] = ["name", "pk"]
        constraints = (
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_one_of_a_name"),
        )

    def __str__(self) -> str:
        return self.name


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: date) -> AbsenceQuerySet:
        """Those that run on a civil day in Paris, their first and last days included."""
        return self.crossing(day, day)

    def crossing(self, first: date, last: date) -> AbsenceQuerySet:
        """Those that share at least one day with these."""
        return self.filter(ended_at=None, starts_on__lte=last, ends_on__gte=first)


class Absence(models.Model):
    """Days on which somebody is away, and who stands in for them: everything that is written to
    the one is written to the other too, who may work on their files on those days only."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="absences", verbose_name="personne absente"
    )
    substitute = models.ForeignKey(
        User, models.PROTECT, related_name="stands_in", verbose_name="remplacée par"
    )
    starts_on = models.DateField("premier jour")
    ends_on = models.DateField("dernier jour")
    declared_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="déclarée par"
    )
    declared_at = models.DateTimeField("déclarée le")
    ended_at = models.DateTimeField("terminée plus tôt le", null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "absence"
        ordering: ClassVar[list[str]] = ["starts_on", "pk"]
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="absence_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(substitute=models.F("user")), name="absence_is_covered_by_another"
            ),
        )

    def __str__(self) -> str:
        return f"Absence du {self.starts_on:%d/%m/%Y} au {self.ends_on:%d/%m/%Y}"
