from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import models
from django.db.models import Q
from django.utils.timezone import get_default_timezone, localtime

from .user import User

DIGEST_AT = time(8)
MONDAY, SATURDAY = 0, 5


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
