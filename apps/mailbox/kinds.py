"""Every kind of letter: who reads it, what its row carries, and what its reader may choose.

Its words stand in `templates/letters/<kind>/`. What a letter is about, its file, is in its row
beside the data named here.
"""

from collections.abc import Set
from dataclasses import dataclass

from apps.accounts.models import Role

PRACTITIONER = {Role.PRACTITIONER}
AUTHOR_OF_A_DRAFT = {Role.PRACTITIONER, Role.DELEGATE}
# Any of them may stand in for another; `casework/letters/recipients.py` says who it is to be.
INSURER = {Role.HANDLER, Role.SUPERVISOR, Role.LEGAL_LEAD}
WHO_WATCHES = {*INSURER, Role.ADMIN}
PARTNER = {Role.PARTNER}
NOTHING: Set[str] = frozenset()


@dataclass(frozen=True)
class LetterKind:
    """`to` are the roles that it is written for, `data` the names of what its text is made of.

    `optional` is how the practitioner's preferences call news that the file shows as well: it may
    be switched off. What is `grouped` may wait for the digest; all other letters, legal or calling
    for an answer, are sent one by one. What is sent `at_once` answers what its reader has just
    done: it leaves at any hour. The text of a `secret` one opens an account: it is kept that it
    left, not what it said.
    """

    to: Set[Role]
    data: Set[str] = NOTHING
    optional: str = ""
    grouped: bool = False
    at_once: bool = False
    secret: bool = False


KINDS: dict[str, LetterKind] = {
    # Accounts
    "password_link": LetterKind({*Role}, at_once=True, secret=True),
    "delegate_named": LetterKind({Role.DELEGATE}, {"is_new"}),
    # Drafts and declarations
    "draft_started": LetterKind(AUTHOR_OF_A_DRAFT),
    "draft_reminder": LetterKind(AUTHOR_OF_A_DRAFT),
    "draft_clock": LetterKind(AUTHOR_OF_A_DRAFT, {"act_by", "possible_until"}),
    "draft_deletion": LetterKind(AUTHOR_OF_A_DRAFT, {"deleted_on"}),
    "declaration_handed_over": LetterKind(
        PRACTITIONER, {"declaration", "possible_until", "prudent_day"}
    ),
    "declaration_to_confirm": LetterKind(PRACTITIONER),
    "incident_declared": LetterKind(PRACTITIONER, at_once=True),
    "incident_taken": LetterKind(
        PRACTITIONER, optional="Un gestionnaire prend mon dossier en charge", grouped=True
    ),
    # Contents and exhibits
    "review_qualified": LetterKind(
        PRACTITIONER,
        {"orientation"},
        optional="Mon gestionnaire donne sa lecture d’un contenu",
        grouped=True,
    ),
    "inaction_notice": LetterKind(PRACTITIONER, {"act_by", "possible_until"}),
    "online_check_asked": LetterKind(PRACTITIONER),
    "exhibit_added": LetterKind(INSURER),
    "exhibit_infected": LetterKind(INSURER, {"exhibit", "number"}),
    # Dates
    "deadline_reminder": LetterKind(INSURER, {"act_by", "deadline", "rung"}),
    "reminder_unacknowledged": LetterKind(INSURER, {"act_by", "deadline", "rung"}),
    "without_lawyer": LetterKind(INSURER, {"act_by", "deadline"}),
    "date_moved": LetterKind(
        INSURER | PARTNER | PRACTITIONER, {"act_by", "former_act_by", "possible_until", "review"}
    ),
    "date_held": LetterKind(
        INSURER | PARTNER | PRACTITIONER, {"act_by", "review", "wished_act_by"}
    ),
    "act_to_check": LetterKind(INSURER, {"act", "act_by", "review"}),
    "act_unchecked": LetterKind(INSURER, {"act", "act_by", "review"}),
    "act_checked": LetterKind(INSURER, {"review"}),
    "next_act_due": LetterKind(INSURER | PARTNER, {"act_by"}),
    # What is written and said
    "new_message": LetterKind(PRACTITIONER | INSURER, grouped=True),
    "information_requested": LetterKind(PRACTITIONER, {"due_on"}),
    "request_reminder": LetterKind(PRACTITIONER, {"due_on"}),
    "request_answered": LetterKind(INSURER),
    "call_back_asked": LetterKind(INSURER, {"call_back"}),
    "advice_asked": LetterKind(INSURER, {"advice"}),
    "advice_answered": LetterKind(PRACTITIONER, {"advice"}),
    "complaint_received": LetterKind(
        PRACTITIONER,
        {"answer_by", "channel", "complaint", "reference", "sent_on"},
        at_once=True,
    ),
    "complaint_answered": LetterKind(PRACTITIONER, {"complaint", "reference"}),
    "complaint_to_answer": LetterKind(INSURER, {"answer_by", "complaint", "reference"}),
    "complaint_reminder": LetterKind(INSURER, {"answer_by", "complaint", "reference", "rung"}),
    "complaint_unacknowledged": LetterKind(
        INSURER, {"acknowledge_by", "complaint", "reference", "rung"}
    ),
    # The file
    "incident_closed": LetterKind(PRACTITIONER, {"act_by", "contents", "possible_until"}),
    "incident_reopened": LetterKind(PRACTITIONER),
    "satisfaction_asked": LetterKind(
        PRACTITIONER, optional="Mon avis est demandé quand un dossier est terminé", grouped=True
    ),
    "files_merged": LetterKind(PRACTITIONER, {"absorbed"}),
    "merge_undone": LetterKind(PRACTITIONER, {"kept"}),
    "file_split": LetterKind(PRACTITIONER, {"lawyer_chosen", "origin", "reviews"}),
    "file_entrusted": LetterKind(INSURER, {"files"}),
    "substitute_named": LetterKind(INSURER, {"ends_on", "starts_on", "user"}),
    # Partners
    "lawyer_requested": LetterKind(INSURER),
    "assignment_proposed": LetterKind(
        PARTNER, {"assignment", "partner_kind", "reference", "reply_by"}
    ),
    "assignment_accepted": LetterKind(INSURER, {"assignment", "partner_kind"}),
    "assignment_declined": LetterKind(INSURER, {"assignment", "partner_kind"}),
    "qualification_changed": LetterKind(PARTNER, {"assignment", "reference"}),
    "dossier_ready": LetterKind(PARTNER, {"assignment", "partner_kind", "reference", "version"}),
    "mission_ended": LetterKind(PARTNER, {"reference"}),
    # Digests and alarms
    "practitioner_digest": LetterKind(PRACTITIONER, {"files"}),
    "daily_digest": LetterKind(INSURER, {"answers", "deadlines", "new"}),
    "weekly_board": LetterKind(
        INSURER, {"passed", "three_weeks", "unacknowledged", "undated", "week", "without_lawyer"}
    ),
    "engine_late": LetterKind(WHO_WATCHES, {"stopped_on", "stopped_time"}),
    "exhibits_altered": LetterKind(WHO_WATCHES, {"checked_on", "count"}),
}
OPTIONAL = {kind: row.optional for kind, row in KINDS.items() if row.optional}
