import csv

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.casework.prescription import Board

from ..board import DEFAULT_TAB, TABS, Row, listed, rows

HEADINGS = (
    "dossier",
    "contenu",
    "qualification",
    "date théorique",
    "date prudente",
    "date opérationnelle",
    "dernier jour de signification",
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
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a calculation


@insurer_only
@require_safe
def prescription_csv(request: HttpRequest) -> HttpResponse:
    """The tab shown, whole, for a spreadsheet: dates in ISO, no word and no author of a review."""
    today = localdate()
    name = request.GET.get("vue", "")
    name = name if name in TABS else DEFAULT_TAB
    board = Board(deadlines_for(request.user), today=today)
    response = HttpResponse(
        "\ufeff",  # by which Excel knows the encoding
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="prescription-{name}-{today}.csv"',
            "Cache-Control": "private, no-store",
        },
    )
    writer = csv.writer(response, delimiter=";")
    writer.writerow(HEADINGS)
    for row in rows(listed(board, TABS[name])):
        writer.writerow([_inert(cell) for cell in _cells(row)])
    return response


def _cells(row: Row) -> tuple[object, ...]:
    deadline, publication = row.deadline, row.deadline.publication
    return (
        deadline.incident.reference,
        deadline.review.number,
        ", ".join(row.labels),
        deadline.legal_last_day,
        deadline.prudent_day,
        deadline.act_by,
        deadline.last_service_day,
        deadline.rule_version,
        publication.get_kind_display(),
        publication.grade.label,
        publication.get_source_display(),
        publication.earliest,
        publication.latest,
        row.mandate,
        row.acknowledged and localdate(row.acknowledged.acknowledged_at),
        row.acknowledged and row.acknowledged.acknowledged_by,
        deadline.incident.handler,
    )


def _inert(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
