"""The prescription board as people read it: its tabs, and what a row says of a deadline."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from apps.accounts.models import User
from apps.assignments.models import Assignment, LawyerRequest
from apps.casework.deadlines.prescription import HORIZON, THREE_WEEKS, WEEK, Board
from apps.deadlines.models import Deadline, DeadlineQuerySet, Reminder
from apps.desk.readings.passages import readings
from apps.directory.models import Partner


@dataclass(frozen=True)
class Tab:
    label: str
    holds: Callable[[Board], DeadlineQuerySet]
    caption: str
    when_empty: str


TABS = {
    "7-jours": Tab(
        "7 jours",
        lambda board: board.within(WEEK),
        "à traiter d’ici sept jours",
        "Aucune échéance légale cette semaine",
    ),
    "21-jours": Tab(
        "21 jours",
        lambda board: board.within(THREE_WEEKS),
        "à traiter d’ici trois semaines",
        "Aucune échéance légale d’ici trois semaines",
    ),
    "45-jours": Tab(
        "45 jours",
        lambda board: board.within(HORIZON),
        "à traiter d’ici 45 jours",
        "Aucune échéance légale d’ici 45 jours",
    ),
    "apres-assignation": Tab(
        "Après assignation",
        Board.rolling,
        "un acte est dû au moins tous les trois mois",
        "Aucune instance en cours",
    ),
    "discutees": Tab(
        "Discutées",
        Board.disputed,
        "délai discuté ou à vérifier",
        "Aucune échéance discutée",
    ),
    "date-inconnue": Tab(
        "Date inconnue",
        Board.undated,
        "à traiter comme presque finies",
        "Toutes les dates de publication sont connues",
    ),
    "sans-avocat": Tab(
        "Sans avocat",
        Board.without_lawyer,
        "d’ici 45 jours ou de date inconnue, sans mandat accepté",
        "Chaque échéance proche a son avocat",
    ),
    "passees": Tab(
        "Passées",
        Board.passed,
        "date opérationnelle passée sans décision",
        "Aucune échéance passée sans décision",
    ),
}
DEFAULT_TAB = "7-jours"
MANDATES = {
    Assignment.State.ACCEPTED: "calm",
    Assignment.State.PROPOSED: "attention",
    Assignment.State.DECLINED: "urgent",
    Assignment.State.ENDED: "urgent",
}


@dataclass(frozen=True)
class BoardRow:
    """`mandate` and `meaning` say where the lawyer stands."""

    deadline: Deadline
    labels: list[str]
    mandate: str
    meaning: str
    acknowledged: Reminder | None


def listed(board: Board, tab: Tab) -> DeadlineQuerySet:
    """The deadlines of a tab, the most urgent first, with all that their rows speak of."""
    return (
        tab.holds(board)
        .by_urgency()
        .select_related("incident__handler", "incident__lawyer_request", "review", "publication")
        .prefetch_related(
            "review__passages__qualifications__second_reading",
            "incident__assignments__partner",
            "incident__assignments__reviews",
            "reminders__acknowledged_by",
        )
    )


def rows(deadlines: Iterable[Deadline], *, user: User) -> list[BoardRow]:
    return [_row(deadline, user) for deadline in deadlines]


def _row(deadline: Deadline, user: User) -> BoardRow:
    labels = dict.fromkeys(
        "masquée jusqu’à la seconde lecture"
        if reading.is_hidden_from(user)
        else reading.legal.label
        for reading in readings(deadline.review)
    )
    answered = [reminder for reminder in deadline.reminders.all() if reminder.acknowledged_at]
    mandate, meaning = _mandate(deadline)
    return BoardRow(
        deadline,
        list(labels) or ["à qualifier"],
        mandate,
        meaning,
        max(answered, key=lambda reminder: reminder.acknowledged_at, default=None),
    )


def _mandate(deadline: Deadline) -> tuple[str, str]:
    """How far the lawyer is, the furthest first: acted, engaged, refused, chosen, nobody."""
    if deadline.last_act_on:
        return f"acte du {deadline.last_act_on:%d/%m/%Y}", "calm"
    mandates = [
        assignment
        for assignment in deadline.incident.assignments.all()
        if assignment.kind == Partner.Kind.LAWYER and deadline.review in assignment.reviews.all()
    ]
    if mandates:
        last = mandates[0]  # the latest: missions are ordered that way
        return f"{last.get_state_display()} ({last.partner.name})", MANDATES[last.state]
    request = getattr(deadline.incident, "lawyer_request", None)
    if request and request.choice == LawyerRequest.Choice.OWN:
        return "avocat choisi par le sociétaire", "attention"
    return "aucun avocat", "urgent"
