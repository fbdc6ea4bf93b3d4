"""What a handler has to do today, in three boxes: legal dates, today's work, new files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.access import (
    acts_for,
    assignments_for,
    calls_for,
    complaints_for,
    deadlines_for,
    incidents_for,
    information_requests_for,
    letters_for,
    messages_for,
    steps_for,
)
from apps.casework.correspondence.complaint_facts import Watched, watched
from apps.casework.letters.promise import LONG_SILENCE, first_answer
from apps.casework.letters.recipients import answered_for
from apps.casework.readings.ladder import to_do
from apps.casework.search.queue_facts import is_answered
from apps.correspondence.models import Call
from apps.desk.correspondence.silence import is_silent
from apps.incidents.models import RUNNING, UNDATED, Incident, IncidentQuerySet
from apps.incidents.status import WaitingOn
from apps.legal.interruption import Doubt
from apps.remedies.models import PlaybookStep
from apps.ui.meanings import ATTENTION_WITHIN, URGENT_WITHIN
from apps.ui.wording import day_and_hour, full_date

SHOWN = 5
NEW_ANSWER = timedelta(days=7)
HELD_READ = 10 * SHOWN  # dates: one content has several, of its rules and puttings on line
PROMISES_READ = 50  # the oldest files that wait for a first word: a day holds fewer


@dataclass(frozen=True)
class Task:
    """Something to do, on which file or about what, the page where it is done, and the last day
    where the law gives one."""

    name: str
    words: str
    url: str
    by: date | None = None


@dataclass(frozen=True)
class Group:
    """Tasks of one kind: the first ones, and how many there are."""

    label: str
    count: int
    tasks: list[Task]


@dataclass(frozen=True)
class MyDay:
    red: int
    amber: int
    dates: list[Incident]
    groups: list[Group]
    to_triage: int
    newest: list[Incident]
    undelivered: int

    @property
    def to_do(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def is_quiet(self) -> bool:
        return not (self.red or self.to_do)


def my_day(user: User, *, at: datetime) -> MyDay:
    """The same few queries whatever the number of files."""
    today = localdate(at)
    visible = incidents_for(user).open().select_related("practitioner__user")
    people = answered_for(user, today=today)
    mine = visible.filter(handler__in=people)
    near = f"{RUNNING}{today + timedelta(days=ATTENTION_WITHIN)}"
    figures = mine.aggregate(
        red=Count("pk", filter=_is_red(today)),
        near=Count("pk", filter=Q(queue_key=UNDATED) | Q(queue_key__range=(RUNNING, near))),
    )
    new = visible.filter(handler=None)
    return MyDay(
        red=figures["red"],
        amber=figures["near"] - figures["red"],
        dates=list(mine.filter(queue_key__lte=near).in_queue_order()[:SHOWN]),
        groups=[group for group in _groups(user, people, mine, at=at) if group.count],
        to_triage=new.count(),
        newest=list(new.in_queue_order()[:SHOWN]),
        undelivered=letters_for(user).undelivered().filter(incident__in=mine).count(),
    )


def _is_red(today: date) -> Q:
    week = f"{RUNNING}{today + timedelta(days=URGENT_WITHIN)}"
    return Q(queue_key=UNDATED) | Q(queue_key__range=(RUNNING, week))


def _groups(
    user: User, people: list[User], mine: IncidentQuerySet, *, at: datetime
) -> Iterable[Group]:
    yield _reminders(user, mine, today=localdate(at))
    yield _promises(user, mine, at=at)
    yield _unread(mine)
    yield _answers(user, mine, at=at)
    yield _steps(user, mine, today=localdate(at))
    yield _late_requests(user, mine, today=localdate(at))
    yield _silent_partners(user, mine, today=localdate(at))
    yield _calls_to_follow(user, people, today=localdate(at))
    yield _silences(user, mine, at=at)
    if user.is_senior:
        yield _acts_to_check(user)
        yield _dates_to_confirm(user, today=localdate(at))
        yield _complaints(user, at=at)


def _reminders(user: User, mine: IncidentQuerySet, *, today: date) -> Group:
    running = deadlines_for(user, today=today).open().filter(incident__in=mine)
    due = running.unacknowledged().by_urgency()
    return _group(
        "Rappels d’échéance à accuser",
        due.select_related("incident", "review"),
        lambda one: f"contenu n°\u00a0{one.review.number}",
        "file_deadlines",
    )


def _promises(user: User, mine: IncidentQuerySet, *, at: datetime) -> Group:
    """Files whose first word was promised for today at the latest, and has not been written.

    A question asked is a first word: from then on we wait for the practitioner. So is a call that
    reached them.
    """
    written = messages_for(user).exclude(author__practitioner__isnull=False)
    asked = information_requests_for(user)
    unanswered = mine.exclude(pk__in=written.values("incident"))
    unanswered = unanswered.exclude(pk__in=asked.values("incident"))
    called = calls_for(user).filter(
        counterpart=Call.Counterpart.PRACTITIONER, outcome=Call.Outcome.REACHED
    )
    unanswered = unanswered.exclude(pk__in=called.values("incident")).prefetch_related("deadlines")
    owed = [
        (incident, promised)
        for incident in unanswered.order_by("declared_at", "pk")[:PROMISES_READ]
        if localdate(promised := first_answer(incident)) <= localdate(at)
    ]
    tasks = [_task(one, f"promise pour le {day_and_hour(by)}", "write_message") for one, by in owed]
    return Group("Premières réponses promises", len(owed), tasks[:SHOWN])


def _unread(mine: IncidentQuerySet) -> Group:
    waiting = mine.filter(is_answered()).in_queue_order()
    return _group("Messages non lus", waiting, lambda _one: "nouveau message", "write_message")


def _answers(user: User, mine: IncidentQuerySet, *, at: datetime) -> Group:
    """Answers of this week on files where it is our turn."""
    answered = information_requests_for(user).filter(
        answered_at__gte=at - NEW_ANSWER,
        incident__in=mine.filter(waiting_on=WaitingOn.HANDLER),
    )
    return _group(
        "Demandes répondues",
        answered.select_related("incident").order_by("-answered_at", "-pk"),
        lambda one: f"{one.get_kind_display()}, réponse du {day_and_hour(one.answered_at)}",
        "file_steps",
    )


def _steps(user: User, mine: IncidentQuerySet, *, today: date) -> Group:
    """Steps of the playbooks whose day has come, or has passed."""
    due = to_do(steps_for(user).filter(review__incident__in=mine, due_on__lte=today))
    return _group(
        "Démarches à faire",
        due.select_related("review__incident"),
        lambda one: f"{one.step.label}, pour le {full_date(one.due_on)}",
        "file_steps",
    )


def _late_requests(user: User, mine: IncidentQuerySet, *, today: date) -> Group:
    late = information_requests_for(user).pending().filter(incident__in=mine, due_on__lt=today)
    return _group(
        "Sociétaires à relancer",
        late.select_related("incident"),
        lambda one: f"{one.get_kind_display()}, réponse attendue le {full_date(one.due_on)}",
        "file_steps",
    )


def _silent_partners(user: User, mine: IncidentQuerySet, *, today: date) -> Group:
    silent = assignments_for(user, today=today).filter(
        incident__in=mine, state=Assignment.State.PROPOSED, closed_at=None, reply_by__lt=today
    )
    return _group(
        "Partenaires silencieux",
        silent.select_related("incident", "partner").order_by("reply_by", "pk"),
        lambda one: f"{one.partner}, réponse attendue le {full_date(one.reply_by)}",
        "file_missions",
    )


def _calls_to_follow(user: User, people: list[User], *, today: date) -> Group:
    """What was promised on the telephone for today at the latest, even on a file that is over."""
    alone = Q(incident__handler=None, caller=user)
    due = calls_for(user).due(today).filter(Q(incident__handler__in=people) | alone)
    return _group(
        "Suites d’appel",
        due.select_related("incident"),
        lambda one: f"{one.next_step}, prévu le {full_date(one.next_on)}",
        "record_call",
    )


def _silences(user: User, mine: IncidentQuerySet, *, at: datetime) -> Group:
    """Files of which the practitioner has seen nothing move: a draft waits to be sent, or not."""
    return _group(
        f"Silences de plus de {LONG_SILENCE.days}\u00a0jours",
        mine.filter(is_silent(user, now=at)).in_queue_order(),
        lambda _one: "un message est prêt",
        "incident",
    )


def _acts_to_check(user: User) -> Group:
    """Those that somebody else recorded, on any file, the oldest first."""
    waiting = acts_for(user).pending().one_each().exclude(recorded_by=user)
    waiting = waiting.order_by("recorded_at", "pk")
    waiting = waiting.filter(review__incident__in=incidents_for(user).open())
    tasks = [
        Task(
            act.review.incident.reference,
            f"{act.get_code_display()}, contenu n°\u00a0{act.review.number}",
            reverse("desk:check_act", args=[act.review.incident.reference, act.pk]),
        )
        for act in waiting.select_related("review__incident")[:SHOWN]
    ]
    return Group("Actes à vérifier", waiting.count(), tasks)


def _dates_to_confirm(user: User, *, today: date) -> Group:
    """Contents of which somebody else has asked for a later date, whatever its rules."""
    held = deadlines_for(user, today=today).open().filter(doubt=Doubt.HELD)
    others = held.exclude(review__in=held.filter(held_for=user).values("review"))
    rows = others.by_urgency().select_related("incident", "review")[:HELD_READ]
    tasks = [
        Task(
            one.incident.reference,
            f"contenu n°\u00a0{one.review.number}",
            reverse("desk:confirm_dates", args=[one.incident.reference, one.review.number]),
        )
        for one in {row.review_id: row for row in rows}.values()
    ]
    contents = others.order_by().values("review").distinct()
    return Group("Dates plus tardives à confirmer", contents.count(), tasks[:SHOWN])


def _complaints(user: User, *, at: datetime) -> Group:
    """Every complaint without an answer, the nearest last day first."""
    waiting = complaints_for(user).open().select_related("practitioner__user")
    tasks = [
        Task(
            one.complaint.reference,
            _about_complaint(one, at=at),
            reverse("desk:answer_complaint", args=[one.complaint.pk]),
            one.complaint.answer_by,
        )
        for one in watched(waiting[:SHOWN])
    ]
    return Group("Réclamations à répondre", waiting.count(), tasks)


def _about_complaint(one: Watched, *, at: datetime) -> str:
    """Who complains; the last day stands beside, with how near it is."""
    who = str(one.complaint.practitioner)
    return f"{who}, accusé de réception pas encore parti" if one.is_receipt_in_danger(at) else who


def _group(label: str, rows: QuerySet[Any], words: Callable[[Any], str], page: str) -> Group:
    tasks = [_task(_file_of(row), words(row), page) for row in rows[:SHOWN]]
    return Group(label, rows.count(), tasks)


def _file_of(row: Any) -> Incident:
    if isinstance(row, Incident):
        return row
    return row.review.incident if isinstance(row, PlaybookStep) else row.incident


def _task(incident: Incident, words: str, page: str) -> Task:
    return Task(incident.reference, words, reverse(f"desk:{page}", args=[incident.reference]))
