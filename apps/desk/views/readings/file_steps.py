from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from apps.accounts.gates import insurer_only
from apps.casework.access import information_requests_for, steps_for
from apps.casework.readings.ladder import with_facts
from apps.desk.contents import page_of_contents
from apps.desk.file_page import find_incident, render_file
from apps.desk.readings.ladder import rungs


@insurer_only
@require_safe
def file_steps(request: HttpRequest, reference: str) -> HttpResponse:
    """The ladder of each content, what was asked of the practitioner, and what came of it all."""
    user = request.user
    incident = find_incident(user, reference)
    ladder = with_facts(steps_for(user).on_the_ladder()).select_related("review", "settled_by")
    page = page_of_contents(
        request,
        incident,
        "online_checks",
        "platform_reports",
        Prefetch("playbook_steps", queryset=ladder, to_attr="ladder"),
    )
    asked = information_requests_for(user).filter(incident=incident)
    return render_file(
        request,
        "desk/readings/file_steps.html",
        incident,
        page=page,
        contents=[
            (review, rungs(review.ladder, incident, today=localdate())) for review in page.rows
        ],
        information_requests=asked.select_related(
            "asked_by", "answered_by", "review"
        ).prefetch_related("exhibits"),
    )
