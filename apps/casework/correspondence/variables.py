"""What the variables of a saved answer stand for in one file."""

from datetime import date

from apps.deadlines.models import Deadline
from apps.incidents.models import Incident
from apps.legal.wording import full_date
from apps.ui.meanings import HAS_TURNED


def values(incident: Incident, *, today: date) -> dict[str, str]:
    """Each variable with its words; empty when the file does not say, or no longer truly.

    A prudent day that is over is not given as a day to act by, nor that of another reading once the
    strictest one has passed.
    """
    driving = Deadline.objects.driving(incident, today=today)
    is_sure = driving is not None and driving.doubt not in HAS_TURNED
    prudent_day = driving.prudent_day if driving and is_sure else None
    return {
        "reference": incident.reference,
        "praticien": incident.practitioner.user.name,
        "gestionnaire": incident.handler.name if incident.handler else "",
        "date_prudente": full_date(prudent_day) if prudent_day and prudent_day >= today else "",
    }
