"""The desk on which the demonstration happens: who is who, which file is which, what day it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.incidents.models import Incident, IncidentQuerySet, Review

from .models import Story
from .rows import Case, Days


class Desk:
    """Everything is found by name: people by the first part of their address, files by their
    case's. `now` is the moment at which the demonstration is looked at."""

    def __init__(self, *, now: datetime) -> None:
        self.now, self.today = now, localdate(now)

    @cached_property
    def people(self) -> dict[str, User]:
        """Everybody, by the first part of their address."""
        return {person.email.partition("@")[0]: person for person in User.objects.all()}

    @cached_property
    def references(self) -> dict[str, str]:
        """The reference kept for the file of each case."""
        return dict(Story.objects.values_list("name", "reference"))

    def files(self, names: Iterable[str]) -> IncidentQuerySet:
        """The files of these cases, once they are declared."""
        return Incident.objects.filter(reference__in=[self.references[name] for name in names])

    def file(self, name: str) -> Incident:
        """The file of a case, as it is now."""
        return self.files([name]).select_related("practitioner__user").get()


@dataclass(frozen=True)
class Moment:
    """A file at the moment of a step of its story."""

    desk: Desk
    case: Case
    at: datetime

    @cached_property
    def incident(self) -> Incident:
        return self.desk.file(self.case.name)

    @property
    def practitioner(self) -> User:
        return self.incident.practitioner.user

    @property
    def day(self) -> date:
        return localdate(self.at)

    @cached_property
    def days(self) -> Days:
        """What the dates of this file are counted from."""
        return days_of(self.case, self.incident.practitioner.department, today=self.desk.today)

    def person(self, login: str) -> User:
        """This person, or the one who handles the file when nobody is named."""
        return self.desk.people[login or self.case.handler]

    def review(self, number: int) -> Review:
        return self.incident.reviews.get(number=number)


def days_of(case: Case, department: str, *, today: date) -> Days:
    """What the dates of a case are counted from."""
    return Days(today, today - timedelta(days=case.declared), department)
