from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.casework.deadlines.prescription import Board, Figures
from apps.desk.deadlines.board import DEFAULT_TAB, TABS, listed, rows
from apps.desk.engine import engine

PAGE_SIZE = 50


@insurer_only
@require_safe
def prescription(request: HttpRequest) -> HttpResponse:
    """What will be time-barred, and what is missing for it not to be."""
    now, today = timezone.now(), timezone.localdate()
    board = Board(deadlines_for(request.user, today=today), today=today)
    name = request.GET.get("vue", "")
    name = name if name in TABS else DEFAULT_TAB
    tab = TABS[name]
    page = Paginator(listed(board, tab), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "tabs": [(key, each.label, each.holds(board).count()) for key, each in TABS.items()],
        "current": name,
        "tab": tab,
        "page": page,
        "rows": rows(page, user=request.user),
        "figures": _figures(board.figures()),
        "today": today,
        **engine(now),
    }
    return render(request, "desk/deadlines/prescription.html", context)


def _figures(figures: Figures) -> list[tuple[int, str, str, str]]:
    """Each with its words, the tab that lists it, and the meaning it takes when it is not zero."""
    return [
        (figures.week, "cette semaine (7 jours)", "7-jours", "neutral"),
        (figures.without_lawyer, "dont sans avocat", "7-jours", "urgent"),
        (figures.unacknowledged, "dont sans accusé", "7-jours", "urgent"),
        (figures.undated, "de date inconnue", "date-inconnue", "urgent"),
        (figures.passed, "passées sans décision", "passees", "urgent"),
    ]
