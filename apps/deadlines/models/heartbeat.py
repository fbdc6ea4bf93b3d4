from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models

EVERY = timedelta(minutes=15)  # between two turns of the job that reads every deadline
LATE_AFTER = timedelta(hours=2)  # it has failed several times


class Heartbeat(models.Model):
    """When the clock's daily job last ran: a page that shows "nothing due" says so."""

    job = models.CharField("tâche", max_length=40, primary_key=True)
    beat_at = models.DateTimeField("dernier passage")
    swept_on = models.DateField("dernier jour entièrement parcouru", null=True)

    class Meta:
        verbose_name = "passage du moteur"
        verbose_name_plural = "passages du moteur"

    def __str__(self) -> str:
        return f"{self.job} : {self.beat_at:%d/%m/%Y %H:%M}"

    @property
    def next_at(self) -> datetime:
        return self.beat_at + EVERY

    def is_late(self, at: datetime) -> bool:
        """Has the job missed so many turns that somebody must look?"""
        return at - self.beat_at > LATE_AFTER
