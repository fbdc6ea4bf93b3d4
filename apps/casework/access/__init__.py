"""Who may see and do what. Views and the API start from these, never from a manager.

What one may not see does not exist for them: the query is empty and the page is a 404. One module
an object, one import path: this one.
"""

from .calendars import (
    CALENDAR_HORIZON,
    calendar_deadlines_for,
    calendar_feeds_at,
    calendar_feeds_for,
    can_keep_calendar,
)
from .correspondence import (
    advice_requests_for,
    call_backs_for,
    calls_for,
    complaints_for,
    information_requests_for,
    known_complaints_for,
    messages_for,
    note_files_for,
    notes_for,
    saved_answers_for,
)
from .deadlines import acts_for, deadlines_for
from .declarations import (
    declarations_for,
    delegates_for,
    handed_declarations_for,
    practitioners_for,
    receipts_for,
)
from .exhibits import exhibits_for, readable_exhibits_for, uploads_for
from .history import events_for, letters_for
from .incidents import (
    absorbed_by,
    can_reopen,
    can_take,
    can_work,
    found_for,
    incidents_for,
    mergeable_for,
    merged_for,
    merges_for,
)
from .missions import assignments_for, can_answer, dossiers_for, readable_dossiers_for
from .readings import online_checks_for, platform_reports_for, readings_for, steps_for
from .team import INSURERS, absences_for, bulk_actions_for, colleagues_for, saved_views_for

__all__ = [
    "CALENDAR_HORIZON",
    "INSURERS",
    "absences_for",
    "absorbed_by",
    "acts_for",
    "advice_requests_for",
    "assignments_for",
    "bulk_actions_for",
    "calendar_deadlines_for",
    "calendar_feeds_at",
    "calendar_feeds_for",
    "call_backs_for",
    "calls_for",
    "can_answer",
    "can_keep_calendar",
    "can_reopen",
    "can_take",
    "can_work",
    "colleagues_for",
    "complaints_for",
    "deadlines_for",
    "declarations_for",
    "delegates_for",
    "dossiers_for",
    "events_for",
    "exhibits_for",
    "found_for",
    "handed_declarations_for",
    "incidents_for",
    "information_requests_for",
    "known_complaints_for",
    "letters_for",
    "mergeable_for",
    "merged_for",
    "merges_for",
    "messages_for",
    "note_files_for",
    "notes_for",
    "online_checks_for",
    "platform_reports_for",
    "practitioners_for",
    "readable_dossiers_for",
    "readable_exhibits_for",
    "readings_for",
    "receipts_for",
    "saved_answers_for",
    "saved_views_for",
    "steps_for",
    "uploads_for",
]
