"""Finding a mission, and what each trade reads of it besides the contents entrusted."""

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.access import assignments_for
from apps.deadlines.clock import STRICTEST_RULE
from apps.deadlines.discreet import without_acts
from apps.deadlines.models import Deadline, DeadlineQuerySet
from apps.directory.models import Partner

TITLES = {
    Partner.Kind.LAWYER: "Mandat d’avocat",
    Partner.Kind.BAILIFF: "Constat internet",
    Partner.Kind.TECHNICAL: "Intervention technique",
}
# A bailiff records what is on line: the rule's own name would tell how it was read.
CLOCK_HEADINGS = {
    Partner.Kind.LAWYER: "",
    Partner.Kind.BAILIFF: "Délai pour agir en justice",
}
# Who acts before a court knows the practitioner, the legal date, the exhibits and the dossier.
BEFORE_A_COURT = (Partner.Kind.LAWYER, Partner.Kind.BAILIFF)


def clock_for(mission: Assignment, running: DeadlineQuerySet) -> Deadline | None:
    """The deadline that drives a mission; a bailiff reads the one that always runs, with nothing of
    what is done in court."""
    if mission.kind == Partner.Kind.LAWYER:
        return running.first()
    strictest = running.filter(rule_code=STRICTEST_RULE).first()
    return without_acts(strictest) if strictest else None


def find_assignment(user: User, pk: int) -> Assignment:
    """The mission, while it is entrusted to this person's office; else a 404."""
    entrusted = assignments_for(user, today=localdate())
    people = ("partner", "incident__handler", "incident__practitioner__user")
    return get_object_or_404(entrusted.select_related(*people), pk=pk)
