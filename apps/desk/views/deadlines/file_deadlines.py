from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import deadlines_for
from apps.desk.contents import page_of_contents
from apps.desk.deadlines.proceedings import proceedings
from apps.desk.file_page import find_incident, render_file


@insurer_only
@require_safe
def file_deadlines(request: HttpRequest, reference: str) -> HttpResponse:
    """The open deadlines, the most urgent first, then what was done about each content.

    A page holds so many contents and their deadlines; the one that drives the file stands in the
    header of every page.
    """
    user, today = request.user, timezone.localdate()
    incident = find_incident(user, reference)
    page = page_of_contents(
        request,
        incident,
        "publications",
        "acts__exhibit__replaced_by",
        "acts__checks__checked_by",
        "acts__checks__closed_by",
        "acts__passages",
        "acts__proceeding",
        "acts__recorded_by",
        "passages__qualifications",
        "inaction_decisions__signed_by",
        "inaction_decisions__seconded_by",
    )
    visible = deadlines_for(user, today=today).filter(incident=incident)
    running = visible.open().filter(review__in=page.rows)
    return render_file(
        request,
        "desk/deadlines/file_deadlines.html",
        incident,
        page=page,
        deadlines=running.by_urgency(today=today)
        .select_related("review", "publication")
        .prefetch_related("reminders__acknowledged_by"),
        proceedings=[proceedings(review, today=today) for review in page.rows],
    )
