"""What a blind second reading keeps from who may still give it: the label, and what tells it."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from apps.accounts.models import User
from apps.deadlines.clock import STRICTEST_RULE
from apps.deadlines.models import Deadline
from apps.incidents.models import Incident, Qualification, QualificationRows
from apps.refusals import Refused


class BlindReadingAwaited(Refused):
    """A passage is to be read blind first."""


def hidden_readings_for(user: User) -> QualificationRows:
    """Those whose label stays hidden from this person until the blind second reading."""
    if not user.is_insurer:
        return Qualification.objects.none()
    return Qualification.objects.blind().exclude(by=user)


def is_added_by_hidden(user: User, *, today: date) -> Q:
    """Of a deadline: a hidden label has added it to the three months of press law, which still run.

    Until then these come first and say what to do; once they are over, a date to keep is hidden
    from nobody.
    """
    strictest = Deadline.objects.open().filter(
        Q(possible_until=None) | Q(possible_until__gte=today),
        publication=OuterRef("publication"),
        rule_code=STRICTEST_RULE,
    )
    hidden = hidden_readings_for(user).values("passage__review")
    return Q(Exists(strictest), review__in=hidden) & ~Q(rule_code=STRICTEST_RULE)


def is_told_of_hidden(user: User) -> Q:
    """Of a letter: it has told the practitioner of a hidden reading. Whether there is one beside
    that of another reading of the day hangs on both labels."""
    hidden = hidden_readings_for(user).filter(
        passage__review__incident=OuterRef("incident"), opened_at=OuterRef("queued_at")
    )
    return Q(Exists(hidden), kind="review_qualified")


def why_blind(user: User, incident: Incident) -> str:
    """Why this person neither ends the file nor lets a date pass yet; empty when they may."""
    hidden = hidden_readings_for(user).filter(passage__review__incident=incident)
    if reading := hidden.select_related("passage__review").first():
        return (
            f"Le contenu n°\u00a0{reading.passage.review.number} attend une seconde lecture à "
            "l’aveugle\u00a0: elle vient avant cette décision, qui dépend de son orientation."
        )
    return ""


def check_not_blind(incident: Incident, *, by: User) -> None:
    """Raises `BlindReadingAwaited` where what is refused, or happens, would tell a hidden label."""
    if why := why_blind(by, incident):
        raise BlindReadingAwaited(why)
