from datetime import date

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.accounts.models import User
from apps.desk.csv_file import csv_file
from apps.desk.queue.asked_queue import AskedQueue
from apps.desk.queue.queue_rows import BATCH, Line, lines, with_lines
from apps.incidents.models import IncidentQuerySet
from apps.ui.meanings import state_on

HEADINGS = (
    "dossier",
    "agir avant",
    "délai",
    "possible jusqu’au",
    "état",
    "issue",
    "en attente de",
    "situation",
    "plateformes",
    "contenus",
    "sociétaire",
    "spécialité",
    "département",
    "couverture",
    "preuve fixée",
    "gestionnaire",
    "origine",
    "déclaré le",
)


@insurer_only
@require_safe
def queue_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The list shown, whole, for a spreadsheet; no word and no author of a review."""
    asked = AskedQueue(request.GET, user=request.user, today=localdate())
    files = with_lines(asked.files).order_by(*asked.shelf.ordering)
    return csv_of(files, name=asked.name, user=request.user)


def csv_of(files: IncidentQuerySet, *, name: str, user: User) -> StreamingHttpResponse:
    """These files, `with_lines`, as a list that says where it comes from and of which day."""
    today = localdate()
    rows = (_cells(line, today) for line in lines(files.iterator(BATCH), user=user))
    return csv_file(f"dossiers-{name}-{today}.csv", HEADINGS, rows)


def _cells(line: Line, today: date) -> tuple[object, ...]:
    incident = line.incident
    return (
        incident.reference,
        incident.act_by,
        state_on(incident, today) if line.has_clock else "",
        incident.possible_until,
        line.state,
        line.outcome,
        line.awaited,
        line.situation,
        line.platforms,
        line.contents,
        line.name,
        incident.specialty,
        incident.department,
        line.cover,
        "oui" if line.is_proved else "non",
        line.handler,
        line.source,
        localdate(incident.declared_at),
    )
