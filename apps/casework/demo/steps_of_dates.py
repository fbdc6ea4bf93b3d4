"""Steps of the demonstration that move dates, or try to: acts, puttings on line, corrections."""

from datetime import timedelta

from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.confirm_dates import confirm_dates
from apps.casework.deadlines.record_act import ActFacts, Subject, record_act
from apps.casework.letters.quiet_hours import METROPOLITAN_FRANCE
from apps.legal.acts import act
from apps.legal.interruption import Doubt
from apps.legal.republication import PublicationKind

from .desk import Moment
from .rows import Posted


def act_done(
    moment: Moment,
    code: str,
    done_by: str,
    by: str = "",
    content: int = 1,
    is_regular: bool = True,
    is_checked: bool = True,
) -> None:
    """A procedural act of the day before, or of the last day on which a bailiff may serve, proved
    by an exhibit; a supervisor has checked it, unless it is still to be checked."""
    kind, review = act(code), moment.review(content)
    facts = ActFacts(
        code=code,
        done_on=METROPOLITAN_FRANCE.last_service_day(moment.day - timedelta(days=1)),
        done_by=done_by,
        is_regular=is_regular,
        conditions=kind.requires,
        exhibit=moment.incident.exhibits.current().first(),
    )
    suit = moment.incident.proceedings.last()
    subjects = [Subject(review)]
    person = moment.person(by)
    [row] = record_act(subjects, facts=facts, proceeding=suit, by=person, at=moment.at)
    if is_checked and row.is_pending:
        check_act(row, by=moment.person("karim"), at=moment.at + timedelta(minutes=2))


def posted_again(
    moment: Moment,
    kind: PublicationKind,
    posted: Posted,
    reason: str,
    by: str = "",
    content: int = 1,
) -> None:
    add_publication(
        moment.review(content),
        kind=kind,
        window=posted(moment.days),
        reason=reason,
        by=moment.person(by),
        at=moment.at,
    )


def redated(moment: Moment, posted: Posted, reason: str, by: str = "", content: int = 1) -> None:
    review = moment.review(content)
    first = review.publications.open().get(number=1)
    window = posted(moment.days)
    change_publication(first, window=window, reason=reason, by=moment.person(by), at=moment.at)
    if review.deadlines.open().filter(doubt=Doubt.HELD).exists():
        confirm_dates(review, by=moment.person("karim"), at=moment.at + timedelta(minutes=2))
