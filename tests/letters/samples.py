"""One letter of each kind, with the data that the verbs post (test_posted.py holds them to it)."""

from typing import Any

from apps.accounts.models import Role, User
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING

MISSION = {"assignment": 12, "reference": "M-000012", "partner_kind": "bailiff"}
ANSWER = {"assignment": "M-000012", "partner_kind": "bailiff"}
NOT_PASSED = {"act_by": "2026-12-07", "possible_until": None}
CLOCK = {"deadline": 3, "rung": 14, "act_by": "2026-12-07"}
FIGURES = {
    "week": 7,
    "three_weeks": 12,
    "without_lawyer": 2,
    "unacknowledged": 1,
    "undated": 3,
    "passed": 0,
}
OF_NO_FILE = {
    "file_entrusted",
    "substitute_named",
    "delegate_named",
    "declaration_handed_over",
    "call_back_asked",
    "complaint_received",
    "complaint_answered",
    "complaint_to_answer",
    "complaint_reminder",
    "complaint_unacknowledged",
    "advice_asked",
    "advice_answered",
    "draft_started",
    "draft_reminder",
    "draft_clock",
    "draft_deletion",
    "daily_digest",
    "practitioner_digest",
    "weekly_board",
    "engine_late",
    "exhibits_altered",
    "password_link",
}
COMPLAINT = {"complaint": 6, "reference": "R-000006"}
SAMPLES: dict[str, tuple[Role, dict[str, Any]]] = {
    "draft_started": (Role.PRACTITIONER, {}),
    "draft_reminder": (Role.PRACTITIONER, {}),
    "draft_clock": (
        Role.PRACTITIONER,
        {"act_by": "2026-12-07", "possible_until": "2026-12-08"},
    ),
    "draft_deletion": (Role.PRACTITIONER, {"deleted_on": "2026-12-23"}),
    "incident_declared": (Role.PRACTITIONER, {}),
    "delegate_named": (Role.DELEGATE, {"is_new": True}),
    "declaration_handed_over": (
        Role.PRACTITIONER,
        {
            "declaration": "0f8fad5b-d9cb-469f-a165-70867728950e",
            "prudent_day": "2027-02-01",
            "possible_until": "2027-02-02",
        },
    ),
    "declaration_to_confirm": (Role.PRACTITIONER, {}),
    "call_back_asked": (Role.SUPERVISOR, {"call_back": 4}),
    "complaint_received": (
        Role.PRACTITIONER,
        COMPLAINT | {"answer_by": "2027-01-23", "channel": "portal", "sent_on": "2026-11-23"},
    ),
    "complaint_to_answer": (Role.SUPERVISOR, COMPLAINT | {"answer_by": "2027-01-23"}),
    "complaint_reminder": (Role.SUPERVISOR, COMPLAINT | {"answer_by": "2026-12-07", "rung": 15}),
    "complaint_unacknowledged": (
        Role.SUPERVISOR,
        COMPLAINT | {"acknowledge_by": "2026-11-26", "rung": 3},
    ),
    "complaint_answered": (Role.PRACTITIONER, COMPLAINT),
    "files_merged": (Role.PRACTITIONER, {"absorbed": "ER-2026-000002"}),
    "merge_undone": (Role.PRACTITIONER, {"kept": "ER-2026-000002"}),
    "file_split": (
        Role.PRACTITIONER,
        {"origin": "ER-2026-000002", "reviews": 1, "lawyer_chosen": True},
    ),
    "advice_asked": (Role.SUPERVISOR, {"advice": 5}),
    "advice_answered": (Role.PRACTITIONER, {"advice": 5}),
    "incident_taken": (Role.PRACTITIONER, {}),
    "file_entrusted": (Role.HANDLER, {"files": ["ER-2026-000001", "ER-2026-000002"]}),
    "substitute_named": (
        Role.HANDLER,
        {"user": 7, "starts_on": "2026-12-21", "ends_on": "2027-01-04"},
    ),
    "new_message": (Role.PRACTITIONER, {}),
    "information_requested": (Role.PRACTITIONER, {"due_on": "2026-11-30"}),
    "request_reminder": (Role.PRACTITIONER, {"due_on": "2026-11-30"}),
    "request_answered": (Role.HANDLER, {}),
    "online_check_asked": (Role.PRACTITIONER, {}),
    "review_qualified": (Role.PRACTITIONER, {"orientation": "lawful"}),
    "inaction_notice": (Role.PRACTITIONER, NOT_PASSED),
    "incident_closed": (
        Role.PRACTITIONER,
        NOT_PASSED | {"contents": [[1, "removed_by_author"]]},
    ),
    "incident_reopened": (Role.PRACTITIONER, {}),
    "satisfaction_asked": (Role.PRACTITIONER, {}),
    "mission_ended": (Role.PARTNER, {"reference": "M-000012"}),
    "lawyer_requested": (Role.HANDLER, {}),
    "exhibit_added": (Role.HANDLER, {}),
    "assignment_accepted": (Role.HANDLER, ANSWER),
    "assignment_declined": (Role.HANDLER, ANSWER),
    "exhibit_infected": (Role.HANDLER, {"exhibit": 4, "number": 1}),
    "deadline_reminder": (Role.HANDLER, CLOCK),
    "next_act_due": (Role.HANDLER, {"act_by": "2026-12-07"}),
    "date_moved": (
        Role.SUPERVISOR,
        {
            "act_by": "2026-12-07",
            "review": 1,
            "former_act_by": "2027-01-19",
            "possible_until": None,
        },
    ),
    "date_held": (
        Role.SUPERVISOR,
        {"act_by": "2026-12-07", "review": 1, "wished_act_by": "2027-01-19"},
    ),
    "act_to_check": (Role.SUPERVISOR, {"act": 8, "act_by": "2026-12-07", "review": 1}),
    "act_unchecked": (Role.LEGAL_LEAD, {"act": 8, "act_by": "2026-12-07", "review": 1}),
    "act_checked": (Role.HANDLER, {"review": 1}),
    "without_lawyer": (Role.SUPERVISOR, {"deadline": 3, "act_by": "2026-12-07"}),
    "password_link": (Role.HANDLER, {}),
    "practitioner_digest": (
        Role.PRACTITIONER,
        {"files": [{"reference": "ER-2026-000001", "letters": 2}]},
    ),
    "daily_digest": (Role.HANDLER, {"deadlines": 2, "answers": 1, "new": 5}),
    "weekly_board": (Role.SUPERVISOR, FIGURES),
    "exhibits_altered": (Role.ADMIN, {"count": 2, "checked_on": "2026-11-23"}),
    "engine_late": (Role.ADMIN, {"stopped_on": "2026-11-23", "stopped_time": "05:50"}),
    "reminder_unacknowledged": (Role.SUPERVISOR, CLOCK),
    "assignment_proposed": (Role.PARTNER, MISSION | {"reply_by": "2026-11-27"}),
    "qualification_changed": (Role.PARTNER, {"assignment": 12, "reference": "M-000012"}),
    "dossier_ready": (Role.PARTNER, MISSION | {"version": 1}),
}


def letter(kind: str, *, role: Role | None = None, **data: Any) -> Letter:
    """A letter of this kind about the file ER-2026-000001, claimed on Monday morning."""
    usual_role, usual_data = SAMPLES[kind]
    reader = User(email="personne@example.org", role=role or usual_role)
    if kind == "password_link":  # it bears the key of an account
        reader.save()
    return Letter(
        kind=kind,
        key=f"sample-{kind}",
        recipient=reader,
        incident=None if kind in OF_NO_FILE else Incident(reference="ER-2026-000001"),
        data=usual_data | data,
        queued_at=MONDAY_MORNING,
        not_before=MONDAY_MORNING,
        claimed_at=MONDAY_MORNING,
    )
