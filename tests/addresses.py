"""Where each URL of the access matrix leads in a file that has something of everything."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from apps.assignments.models import Assignment
from apps.correspondence.models import NoteFile, SavedAnswer
from apps.deadlines.models import InterruptingAct
from apps.incidents.models import BulkAction, Qualification
from apps.remedies.models import PlaybookStep

from .access_matrix import MATRIX

OF_A_FILE = {
    "api:incident-detail",
    "desk:attach",
    "desk:close",
    "desk:closed",
    "desk:reopen",
    "desk:undo_close",
    "desk:custody",
    "desk:file_cover",
    "desk:file_deadlines",
    "desk:file_exhibits",
    "desk:file_history",
    "desk:file_missions",
    "desk:file_readings",
    "desk:file_steps",
    "desk:hand_over",
    "desk:incident",
    "desk:merge",
    "desk:split",
    "desk:reread",
    "desk:presence",
    "desk:snooze",
    "desk:wake",
    "desk:record_call",
    "desk:request_information",
    "desk:take",
    "desk:write_message",
    "desk:write_note",
    "portal:confirmation",
    "portal:confirm_declaration",
    "portal:incident_call_back",
    "portal:exhibits",
    "portal:start_incident_upload",
    "portal:incident",
    "portal:lawful_kit",
    "portal:lawyer",
    "portal:satisfaction",
    "portal:messages",
    "portal:online_checks",
}
OF_A_DRAFT = {
    "portal:autosave": [],
    "portal:delete_draft": [],
    "portal:check_answers": [],
    "portal:date_clock": [],
    "portal:too_late": [1],
    "portal:declare_context": [],
    "portal:declare_date": [1],
    "portal:declare_dates": [],
    "portal:declare_exhibits": [],
    "portal:describe_exhibit": [1],
    "portal:start_draft_upload": [],
    "portal:declare_practice": [],
    "portal:declare_review": [1],
    "portal:declare_reviews": [],
    "portal:declare_situation": [],
    "portal:declare_facility": [],
    "portal:call_back": [],
    "portal:handed_over": [],
    "portal:remove_exhibit": [1],
    "portal:remove_review": [1],
}
ON_A_CONTENT = (
    "qualify",
    "assess",
    "record_act",
    "record_online_check",
    "report_to_platform",
    "add_publication",
    "confirm_dates",
    "decide_not_to_act",
    "second_inaction",
)
BULK = ("bulk", "run_bulk", "undo_bulk")
OF_AN_AUTHOR = ("link_author", "unlink_author", "dismiss_author")
ON_AN_EXHIBIT = ("link", "replace", "withdraw")


def every_url(
    resolver: URLResolver | None = None, namespace: str = "", asked: frozenset[str] = frozenset()
) -> Iterator[tuple[str, frozenset[str]]]:
    """The name of each URL and what it names, whatever includes it. The administration is Django's
    own, behind `is_staff`."""
    for pattern in (resolver or get_resolver()).url_patterns:
        names = asked | pattern.pattern.converters.keys()
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", names
        elif pattern.namespace != "admin":
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from every_url(pattern, inner, names)


def addresses(mission: Assignment) -> dict[str, str]:
    """Where each URL leads, by its name."""
    arguments = _arguments(mission)
    return {name: reverse(name, args=arguments.get(name, [])) for name in MATRIX}


def _arguments(mission: Assignment) -> dict[str, list[object]]:
    incident = mission.incident
    publication = incident.reviews.get(number=1).publications.get()
    draft = incident.practitioner.declarations.get(incident=None)
    return {
        **{name: [incident.reference] for name in OF_A_FILE},
        **{name: [draft.key, *more] for name, more in OF_A_DRAFT.items()},
        "desk:delete_view": [1],
        "desk:change_answer": [SavedAnswer.objects.get().pk],
        "desk:approve_answer": [SavedAnswer.objects.get().versions.get().pk],
        "desk:end_absence": [1],
        **{f"desk:{name}": [BulkAction.objects.get().pk] for name in BULK},
        "desk:withdraw_request": [incident.reference, incident.information_requests.get().pk],
        "desk:undo_merge": [incident.reference, incident.absorptions.get().pk],
        **{f"desk:{verb}": [incident.reference, incident.reference] for verb in OF_AN_AUTHOR},
        "portal:answer_request": [incident.reference, incident.information_requests.get().pk],
        "portal:report_to_platform": [incident.reference, 1],
        "portal:start_for": [incident.practitioner.pk],
        "portal:dismiss_delegate": [incident.practitioner.delegates.get().pk],
        "portal:advice": [incident.practitioner.advice_requests.get().pk],
        "portal:explainer": ["injure"],
        "desk:answer_advice": [incident.practitioner.advice_requests.get().pk],
        "portal:complaint": [incident.practitioner.complaints.get().pk],
        "desk:answer_complaint": [incident.practitioner.complaints.get().pk],
        "desk:record_complaint": [incident.practitioner.pk],
        "desk:follow_call": [incident.reference, 1],
        "desk:close_call_back": [incident.practitioner.call_backs.get().pk],
        "desk:resend": [incident.letters.earliest("pk").pk],
        **{f"desk:{verb}": [incident.reference, 1] for verb in ON_A_CONTENT},
        **{
            f"desk:{verb}": [incident.reference, PlaybookStep.objects.earliest("pk").pk]
            for verb in ("skip_step", "do_step", "redo_step")
        },
        "desk:link_exhibit": [incident.reference, 1],
        **{f"portal:{verb}_exhibit": [incident.reference, 1] for verb in ON_AN_EXHIBIT},
        "portal:upload": ["00000000-0000-4000-8000-000000000000"],
        "desk:change_publication": [incident.reference, 1, publication.pk],
        **{
            f"desk:{verb}": [incident.reference, InterruptingAct.objects.get().pk]
            for verb in ("check_act", "undo_check")
        },
        "desk:acknowledge": [incident.reference, incident.deadlines.earliest("pk").pk],
        **{
            f"desk:{verb}": [incident.reference, 1, Qualification.objects.get().pk]
            for verb in ("second_reading", "ask_second_reading")
        },
        "desk:assign": [incident.reference, "technical"],
        "desk:triage": [incident.reference, "conseil"],
        "desk:compile": [incident.reference, mission.pk],
        "extranet:assignment": [mission.pk],
        "extranet:accept": [mission.pk],
        "extranet:decline": [mission.pk],
        "calendar_feed": [incident.handler.calendar_feeds.get().token],
        "files:exhibit": [mission.exhibits.get().pk],
        "files:thumbnail": [mission.exhibits.get().pk],
        "files:copy": [mission.exhibits.get().pk],
        "files:note_file": [NoteFile.objects.earliest("pk").pk],
        "files:receipt": [incident.receipt.pk],
        "files:dossier": [incident.dossiers.get().pk],
        "account_reset_password_from_key": ["1", "unknown-key"],
        "devmailbox:letter": ["unknown"],
    }
