from datetime import date

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.casework.deadlines.prescription import Board
from apps.desk.csv_file import csv_file
from apps.desk.deadlines.board import DEFAULT_TAB, TABS, BoardRow, listed, rows
from apps.legal.taxonomy import ORIENTATION
from apps.ui.meanings import state_on

HEADINGS = (
    "dossier",
    "contenu",
    ORIENTATION.rstrip("."),
    "date théorique",
    "date prudente",
    "date opérationnelle",
    "dernier jour de signification",
    "possible jusqu’au",
    "règle",
    "mise en ligne",
    "délai",
    "origine de la date",
    "publié au plus tôt le",
    "publié au plus tard le",
    "avocat",
    "accusé le",
    "accusé par",
    "gestionnaire",
)


@insurer_only
@require_safe
def prescription_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The tab shown, whole, for a spreadsheet: dates in ISO, no word and no author of a review."""
    today = localdate()
    name = request.GET.get("vue", "")
    name = name if name in TABS else DEFAULT_TAB
    board = Board(deadlines_for(request.user, today=today), today=today)
    lines = (_cells(row, today) for row in rows(listed(board, TABS[name]), user=request.user))
    return csv_file(f"prescription-{name}-{today}.csv", HEADINGS, lines)


def _cells(row: BoardRow, today: date) -> tuple[object, ...]:
    deadline, publication = row.deadline, row.deadline.publication
    return (
        deadline.incident.reference,
        deadline.review.number,
        ", ".join(row.labels),
        deadline.legal_last_day,
        deadline.prudent_day,
        deadline.act_by,
        deadline.last_service_day,
        deadline.possible_until,
        deadline.rule_version,
        publication.get_kind_display(),
        state_on(deadline, today),
        publication.get_source_display(),
        publication.earliest,
        publication.latest,
        row.mandate,
        row.acknowledged and localdate(row.acknowledged.acknowledged_at),
        row.acknowledged and row.acknowledged.acknowledged_by,
        deadline.incident.handler,
    )
