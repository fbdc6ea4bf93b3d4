"""The only writer of deadlines. It asks the law and writes down the answer; it decides nothing."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.incidents.models import Incident, Publication, Qualification, Review
from apps.legal.interruption import Doubt
from apps.legal.limitation import TAKE_OVER
from apps.legal.wording import full_date

from .models import Deadline, InterruptingAct
from .reckoning import Reckoning, labelled_passages, reckon
from .suit import owed
from .urgency import place_in_queue

STRICTEST_RULE = "PRESS_3M"  # runs from the declaration on, whatever the label (legal.md §2.5)


def set_clocks(
    review: Review, *, at: datetime, by: User | None = None, may_move_later: bool = False
) -> list[Deadline]:
    """Open the deadlines that this review's publications, acts and labels call for.

    A deadline whose dates have not changed is left alone; one that has is closed and re-opened as
    a new row. A date never moves later on one person's word (`by`): it is held where it was until
    a second person agrees, who alone may call this with `may_move_later`. Returns the open
    deadlines.
    """
    today, territory = localdate(at), review.incident.practitioner.department
    acts = acts_of(review)
    clock = _Clock(review, at=at, by=by, may_move_later=may_move_later)
    passages, codes = labelled_passages(review), _rule_codes(review)
    first_publication = None
    for publication in review.publications.open().order_by("number"):
        first_publication = first_publication or publication
        for code in codes:
            answer = reckon(
                publication, code, acts, passages=passages, territory=territory, today=today
            )
            if answer:
                clock.keep_or_reopen(publication, answer)
    for act, answer in owed(acts, territory=territory, today=today):
        if first_publication:
            clock.keep_or_reopen(first_publication, answer, act=act)
    clock.close_the_others()
    place_in_queue([review.incident_id], today=today)
    return clock.wanted


def acts_of(review: Review) -> list[InterruptingAct]:
    """The acts in force about a content, with all that the law asks of them."""
    rows = review.acts.open().select_related("proceeding").prefetch_related("checks", "passages")
    return list(rows.order_by("done_on", "pk"))


def stop_clocks(reviews: Iterable[Review], *, at: datetime) -> None:
    """Close every open deadline of these reviews: the file has been decided."""
    reviews = list(reviews)
    Deadline.objects.open().filter(review__in=reviews).update(closed_at=at)
    place_in_queue({review.incident_id for review in reviews}, today=localdate(at))


def move_clocks(reviews: Iterable[Review], *, to: Incident, at: datetime) -> None:
    """Hand the deadlines of these reviews, past and open, to the file that now holds them.

    They are the same rows: no date moves, and what was reminded or acknowledged stays so.
    """
    moved = Deadline.objects.filter(review__in=list(reviews))
    files = {to.pk, *moved.values_list("incident_id", flat=True)}
    moved.update(incident=to)
    place_in_queue(files, today=localdate(at))


def stop_reminding(review: Review) -> None:
    """No more reminders for this review: two people have decided not to act. Its dates stay."""
    review.deadlines.open().update(has_reminders=False)


def _rule_codes(review: Review) -> list[str]:
    open_ones = Qualification.objects.open().filter(passage__review=review)
    labels = [qualification.legal for qualification in open_ones.order_by("pk")]
    codes = [STRICTEST_RULE, *(code for label in labels for code in label.rule_codes)]
    return list(dict.fromkeys(codes))


class _Clock:
    """The open deadlines of one review, being replaced by those that are wanted."""

    def __init__(
        self, review: Review, *, at: datetime, by: User | None, may_move_later: bool
    ) -> None:
        self.review, self.at, self.by = review, at, by
        self.may_move_later = may_move_later
        self.wanted: list[Deadline] = []
        rows = review.deadlines.select_related("publication", "act").order_by("opened_at", "pk")
        self.standing = _standing(list(rows))

    def keep_or_reopen(
        self, publication: Publication, answer: Reckoning, *, act: InterruptingAct | None = None
    ) -> None:
        code = answer.first.rule.code
        key = (publication.number, code, _suit(act))
        known = next((row for row in reversed(self.standing) if _key(row) == key), None)
        facts, today = answer.facts, localdate(self.at)
        if known and known.first_last_day and known.is_over(today) and answer.is_over:
            facts = _as_it_ended(known, facts)
        elif known and not self.may_move_later:
            if _is_later(answer, known, today=today):
                facts = _held(known, facts, by=self.by)
            elif known.counted_on and _latest_end(facts["beside"]) > _latest_end(known.beside):
                facts = _with_end_held(known, facts, by=self.by)
        self._write(publication, code, facts, act=act, instead_of=known)

    def close_the_others(self) -> None:
        """Those that nothing calls for any more; but one that drove, and that nothing as early
        replaces, stays until a second person agrees."""
        keys = {_key(row) for row in self.wanted}
        for row in reversed(self.standing):
            if _key(row) in keys:
                continue
            nearest = None if self.may_move_later else self._later_than(row)
            if nearest:
                keys.add(_key(row))
                facts = _held(row, vars(nearest), by=self.by)
                self._write(nearest.publication, row.rule_code, facts, instead_of=row)
            elif row.closed_at is None:
                Deadline.objects.filter(pk=row.pk).update(closed_at=self.at)

    def _later_than(self, row: Deadline) -> Deadline | None:
        """The nearest date of the same putting on line, when this row drove it and all the others
        are later."""
        if row.act_id or row.act_by is None or row.is_over(localdate(self.at)):
            return None
        same = [one for one in self.wanted if one.publication.number == row.publication.number]
        if any(one.act_by is None or one.act_by <= row.act_by for one in same):
            return None
        return min(same, key=lambda one: one.act_by or date.min, default=None)

    def _write(
        self,
        publication: Publication,
        code: str,
        facts: dict[str, Any],
        *,
        act: InterruptingAct | None = None,
        instead_of: Deadline | None,
    ) -> None:
        """Leave alone the row that stands if it bears these facts; else open one in its place."""
        current = instead_of if instead_of and instead_of.closed_at is None else None
        if current and current.publication_id == publication.pk and _bears(current, facts):
            self.wanted.append(current)
            return
        if current:
            Deadline.objects.filter(pk=current.pk).update(closed_at=self.at)
        self.wanted.append(
            Deadline.objects.create(
                incident=self.review.incident,
                review=self.review,
                publication=publication,
                act=act,
                rule_code=code,
                opened_at=self.at,
                counted_on=localdate(self.at),
                **facts,
            )
        )


def _standing(rows: list[Deadline]) -> list[Deadline]:
    """The open rows; in a file that is open again, those of the day when it was closed."""
    is_open = any(row.closed_at is None for row in rows)
    last = None if is_open else max((row.closed_at for row in rows if row.closed_at), default=None)
    return [row for row in rows if row.closed_at == last]


def _key(row: Deadline) -> tuple[int, str, int | None]:
    """What a suit owes is one, however often the act that it hangs on is corrected."""
    return row.publication.number, row.rule_code, _suit(row.act)


def _suit(act: InterruptingAct | None) -> int | None:
    return act and act.proceeding_id


def _bears(row: Deadline, facts: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in facts.items())


def _is_later(answer: Reckoning, known: Deadline, *, today: date) -> bool:
    """Would this deadline move later otherwise than by the passing of time? An unknown date is as
    early as can be."""
    first, driving = answer.first.dates, answer.driving.dates
    before = known.first_last_day or known.legal_last_day
    if first is None or driving is None:
        return False
    if before is None or known.legal_last_day is None or known.act_by is None:
        return True
    is_put_off = driving.legal_last_day > known.legal_last_day
    if answer.has_turned and known.first_last_day is None and known.counted_on:
        # Time has passed: the reading that drives now is one that stood beside, or it is held.
        return is_put_off and driving.legal_last_day.isoformat() > _latest_end(known.beside)
    if first.legal_last_day != before:
        return first.legal_last_day > before or is_put_off
    if known.first_last_day:
        return is_put_off and known.legal_last_day >= today
    return first.act_by > known.act_by


def _held(known: Deadline, wished: dict[str, Any], *, by: User | None) -> dict[str, Any]:
    """The dates as they were, with the later one beside, until a second person agrees: not the one
    who asked for the latest."""
    names = ("rule_version", "legal_last_day", "prudent_day", "act_by", "last_service_day")
    ends = (known.possible_until, wished["possible_until"])
    sentence = (
        "Si une seconde personne confirme la date plus tardive\u00a0: jusqu’au "
        f"{full_date(wished['legal_last_day'])}."
    )
    reading = {
        "doubt": Doubt.HELD.value,
        "act_by": _iso(wished["act_by"]),
        "legal_last_day": _iso(wished["legal_last_day"]),
        "sentence": sentence,
    }
    before = known.beside[0] if known.is_held else None
    is_asked_anew = before is None or _wish(reading) > _wish(before)
    return {
        **{name: getattr(known, name) for name in names},
        "possible_until": max(end for end in ends if end) if all(ends) else None,
        "first_last_day": known.first_last_day,
        "doubt": Doubt.HELD.value,
        "beside": [reading],
        "last_act_on": known.last_act_on,
        "explanation": [*_without_wish(known.explanation, before), sentence],
        "held_for_id": by.pk if by and is_asked_anew else known.held_for_id,
    }


def _without_wish(explanation: list[str], before: dict[str, Any] | None) -> list[str]:
    is_last = before is not None and explanation[-1:] == [before["sentence"]]
    return explanation[:-1] if is_last else explanation


def _with_end_held(known: Deadline, wished: dict[str, Any], *, by: User | None) -> dict[str, Any]:
    """The dates as they are now, but not the later end that nobody has confirmed."""
    end = _latest_end(known.beside)
    late = [one for one in wished["beside"] if _is_end(one) and one["legal_last_day"] > end]
    reading = {**max(late, key=_wish), "doubt": Doubt.HELD.value}
    others = [one for one in wished["beside"] if one not in late]
    before = next((one for one in known.beside if one["doubt"] == Doubt.HELD), None)
    is_asked_anew = before is None or _wish(reading) > _wish(before)
    return {
        **wished,
        "doubt": Doubt.HELD.value,
        "beside": [reading, *others],
        "held_for_id": by.pk if by and is_asked_anew else known.held_for_id,
    }


def _as_it_ended(known: Deadline, wished: dict[str, Any]) -> dict[str, Any]:
    """The dates of the last reading, once it has ended too: the first does not come back."""
    names = ("legal_last_day", "prudent_day", "act_by", "last_service_day", "first_last_day")
    return {**wished, **{name: getattr(known, name) for name in names}, "doubt": known.doubt}


def _is_end(reading: dict[str, Any]) -> bool:
    """Is it one that drives once the earlier day has passed?"""
    return reading["doubt"] in TAKE_OVER and bool(reading["legal_last_day"])


def _latest_end(beside: list[dict[str, Any]]) -> str:
    return max((one["legal_last_day"] for one in beside if _is_end(one)), default="")


def _wish(reading: dict[str, Any]) -> tuple[str, str]:
    return reading["legal_last_day"], reading["act_by"]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
