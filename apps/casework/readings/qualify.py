from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, localtime

from apps.accounts.models import User
from apps.casework.deadlines.tell_dates import Before, tell_dates
from apps.deadlines.clock import set_clocks
from apps.directory.models import Partner
from apps.incidents.fingerprints import words_key
from apps.incidents.models import Incident, Passage, Qualification, Review
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.legal.qualification import Answers
from apps.legal.taxonomy import Label, highest
from apps.mailbox.post import post
from apps.refusals import Refused

from .ladder import set_steps

TOLD_AS = {Label.OPINION: "lawful", Label.UNDETERMINED: "open"}  # any other: unlawful


class OverlappingPassages(Refused):
    """The same words would get two labels: a summons that does so is void (legal.md §2.1)."""


class IdenticalPassages(Refused):
    """The same words, elsewhere in the content, bear another label."""


class ReadMeanwhile(Refused):
    """A colleague labelled this review since it was shown."""


@transaction.atomic
def qualify(
    review: Review,
    *,
    start: int,
    end: int,
    label: Label,
    reason: str,
    by: User,
    at: datetime,
    answers: Answers | None = None,
    seen: Collection[int] | None = None,
) -> Qualification:
    """Give the words [start, end[ of a review the handler's legal reading; set clocks and steps.

    `answers` are those given to the questions of the tree; `seen`, the ids of the readings in
    force that the author was shown. Sent twice, the first one stands. Raises `ReadMeanwhile` when
    others are in force by now, `OverlappingPassages` when some of these words already have a label
    of their own (Cass. ass. plén. 15 Feb. 2013, n° 11-14.637), `IdenticalPassages` when the same
    words bear another one elsewhere in the content, `IllegalMove` when the file is not under
    review. Words that are read again take with them the places where they stand identical.
    """
    incident = review.locked_incident()
    in_force = Qualification.objects.open().filter(passage__review=review)
    same_words = {"passage__start": start, "passage__end": end}
    sent_before = in_force.filter(**same_words, label=label.value, reason=reason, by=by).first()
    if sent_before:
        return sent_before
    _check_seen(in_force, seen)
    in_action = incident.status == Status.IN_ACTION
    incident.move_to(
        Status.IN_ACTION if in_action else Status.QUALIFIED,
        waiting_on=WaitingOn(incident.waiting_on) if in_action else WaitingOn.HANDLER,
    )
    incident.save(update_fields=["status", "waiting_on"])
    passage = _passage(review, start, end)
    reading: dict[str, Any] = {
        "label": label,
        "reason": reason,
        "answers": answers.codes if answers else {},
    }
    for twin in _twins(passage, in_force, label, by):
        Qualification.supersede(twin, **reading, by=by, at=at)
    qualification = Qualification.supersede(passage, **reading, by=by, at=at)
    record(
        Kind.REVIEW_QUALIFIED,
        incident=incident,
        actor=by,
        at=at,
        review=review.number,
        label=label.value,
    )
    before = Before(review)
    set_clocks(review, at=at, by=by)
    tell_dates(before, actor=by, at=at)
    set_steps(review, at=at)
    _tell_practitioner(review, incident, at=at)
    _tell_lawyers(qualification, review, at=at)
    return qualification


def _tell_practitioner(review: Review, incident: Incident, *, at: datetime) -> None:
    """That the content seems lawful, that something may follow, or that we go on reading: each
    once a day for the whole file. The desk shows one and the same letter."""
    in_force = Qualification.objects.open().filter(passage__review=review)
    gravest = highest(reading.legal for reading in in_force)
    orientation = TOLD_AS.get(gravest, "unlawful")
    post(
        "review_qualified",
        to=incident.practitioner.user,
        key=f"qualification-{incident.pk}-{localdate(at)}-{orientation}",
        at=at,
        incident=incident,
        orientation=orientation,
    )


def _tell_lawyers(qualification: Qualification, review: Review, *, at: datetime) -> None:
    """Those whose dossier prints the readings: it no longer says what the handler holds."""
    for mission in review.assignments.open().filter(kind=Partner.Kind.LAWYER):
        for member in mission.partner.members.filter(is_active=True):
            post(
                "qualification_changed",
                to=member,
                key=f"qualification-{qualification.pk}-changed-user-{member.pk}",
                at=at,
                incident=review.incident,
                assignment=mission.pk,
                reference=mission.reference,
            )


def _check_seen(in_force: QuerySet[Qualification], seen: Collection[int] | None) -> None:
    if seen is None:
        return
    now = list(in_force.select_related("by").order_by("opened_at"))
    if {row.pk for row in now} == set(seen):
        return
    unseen = [row for row in now if row.pk not in seen]
    who = "Un collègue"
    when = ""
    if unseen:
        who, when = unseen[-1].by.name, f" à {localtime(unseen[-1].opened_at):%H:%M}"
    raise ReadMeanwhile(
        f"{who} a enregistré une orientation{when}. Voici la différence. Votre texte est "
        "gardé\u00a0: rien n’est enregistré tant que vous ne confirmez pas."
    )


def _twins(
    passage: Passage, in_force: QuerySet[Qualification], label: Label, by: User
) -> list[Passage]:
    """Where the same words stand under another label; refused unless they are being read again."""
    key = words_key(passage.words)
    others = in_force.exclude(passage=passage).exclude(label=label.value)
    twins = [
        reading
        for reading in others.select_related("passage__review")
        if words_key(reading.passage.words) == key
    ]
    if twins and not in_force.filter(passage=passage).exists():
        label_held = f"«\u00a0{twins[0].legal.label}\u00a0»"
        raise IdenticalPassages(
            "Les mêmes mots, ailleurs dans ce contenu, sont déjà qualifiés "
            f"{'autrement' if twins[0].is_hidden_from(by) else label_held}. Des mots identiques ne "
            "peuvent recevoir qu’une seule qualification\u00a0: donnez la même, ou changez "
            "d’abord l’autre passage."
        )
    return [reading.passage for reading in twins]


def _passage(review: Review, start: int, end: int) -> Passage:
    """The passage of exactly these words, found or made, that shares none with another."""
    same = Q(start=start, end=end)
    labelled = review.passages.labelled()
    if labelled.filter(start__lt=end, end__gt=start).exclude(same).exists():
        raise OverlappingPassages(
            "Ces mots recoupent un passage déjà qualifié. Les mêmes mots ne peuvent recevoir "
            "qu’une seule qualification : une assignation qui en donne deux est nulle."
        )
    passage, _ = Passage.objects.get_or_create(review=review, start=start, end=end)
    return passage
