"""Every URL × every role, the neighbour of the same role included. A URL without a row fails.

What one may not see is a 404, exactly as what does not exist; who has not signed in is sent to the
sign-in page.
"""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from apps.accounts.models import Role, User
from apps.assignments.models import Assignment
from apps.casework.correspondence.ask_advice import ask_advice
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.save_answer import save_answer
from apps.casework.correspondence.write_note import write_note
from apps.casework.deadlines.open_feed import open_feed
from apps.casework.files.merge import merge
from apps.casework.missions.compile import compile
from apps.casework.queue.prepare_bulk import Wanted, prepare_bulk
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.casework.tasks import make_receipts, render_dossiers
from apps.correspondence.models import NoteFile, SavedAnswer
from apps.deadlines.models import InactionDecision
from apps.incidents.models import BulkAction, Incident, Merge, Qualification
from apps.remedies.models import PlaybookStep
from tests.factories import (
    MONDAY_MORNING,
    DelegateFactory,
    PartnerFactory,
    PractitionerFactory,
    UserFactory,
    assigned,
    declared_incident,
    handler,
    png,
    requested_information,
    started_declaration,
    supervisor,
)

PEOPLE = (
    "anonymous",
    "owner",
    "other_practitioner",
    "handler",
    "other_handler",
    "supervisor",
    "legal_lead",
    "partner",
    "other_partner",
    "admin",
)

# One figure a person, in the order above, for a GET. 405: the URL only takes a POST.
MATRIX = {
    "home": "200 302 302 302 302 302 302 302 302 302",
    # --- portal
    "portal:start": "200 200 200 200 200 200 200 200 200 200",
    "portal:reflex_card": "200 200 200 200 200 200 200 200 200 200",
    "portal:explainers": "200 200 200 200 200 200 200 200 200 200",
    "portal:explainer": "200 200 200 200 200 200 200 200 200 200",
    "portal:preferences": "302 200 200 404 404 404 404 404 404 404",
    "portal:incidents": "302 200 200 404 404 404 404 404 404 404",
    "portal:incident": "302 200 404 404 404 404 404 404 404 404",
    "portal:answer_request": "302 200 404 404 404 404 404 404 404 404",
    "portal:online_checks": "302 200 404 404 404 404 404 404 404 404",
    "portal:report_to_platform": "302 200 404 404 404 404 404 404 404 404",
    "portal:messages": "302 200 404 404 404 404 404 404 404 404",
    "portal:satisfaction": "302 200 404 404 404 404 404 404 404 404",
    "portal:lawful_kit": "302 404 404 404 404 404 404 404 404 404",
    "portal:lawyer": "302 200 404 404 404 404 404 404 404 404",
    "portal:exhibits": "302 200 404 404 404 404 404 404 404 404",
    "portal:link_exhibit": "302 200 404 404 404 404 404 404 404 404",
    "portal:replace_exhibit": "302 200 404 404 404 404 404 404 404 404",
    "portal:withdraw_exhibit": "302 200 404 404 404 404 404 404 404 404",
    "portal:start_incident_upload": "302 405 405 404 404 404 404 404 404 404",
    "portal:start_draft_upload": "302 405 405 405 405 405 405 404 404 404",
    # HEAD, PATCH and DELETE: see tests/portal/exhibits/test_upload.py for who else's it is not.
    "portal:upload": "302 405 405 405 405 405 405 404 404 404",
    "portal:describe_exhibit": "302 302 404 404 404 404 404 404 404 404",
    "portal:confirmation": "302 200 404 404 404 404 404 404 404 404",
    "portal:start_declaration": "302 200 200 404 404 404 404 404 404 404",
    "portal:autosave": "302 405 405 405 405 405 405 404 404 404",
    "portal:delete_draft": "302 200 404 404 404 404 404 404 404 404",
    "portal:declare_situation": "302 200 404 404 404 404 404 404 404 404",
    "portal:declare_practice": "302 302 404 404 404 404 404 404 404 404",
    "portal:declare_reviews": "302 302 404 404 404 404 404 404 404 404",
    "portal:declare_review": "302 302 404 404 404 404 404 404 404 404",
    "portal:declare_dates": "302 302 404 404 404 404 404 404 404 404",
    "portal:declare_date": "302 302 404 404 404 404 404 404 404 404",
    "portal:too_late": "302 302 404 404 404 404 404 404 404 404",
    "portal:date_clock": "302 405 405 405 405 405 405 404 404 404",
    "portal:platform": "302 405 405 405 405 405 405 404 404 404",
    "portal:health_words": "302 405 405 405 405 405 405 405 405 405",
    "portal:declare_exhibits": "302 302 404 404 404 404 404 404 404 404",
    "portal:declare_context": "302 302 404 404 404 404 404 404 404 404",
    "portal:check_answers": "302 302 404 404 404 404 404 404 404 404",
    "portal:remove_review": "302 302 404 404 404 404 404 404 404 404",
    "portal:remove_exhibit": "302 405 405 405 405 405 405 404 404 404",
    # A delegate’s own, and a handler’s on the telephone: tests/portal/declarations/
    # test_delegations.py,
    # tests/desk/declarations/test_declare_by_phone.py.
    "portal:declare_facility": "302 302 404 404 404 404 404 404 404 404",
    "portal:call_back": "302 200 404 404 404 404 404 404 404 404",
    "portal:incident_call_back": "302 200 404 404 404 404 404 404 404 404",
    "portal:handed_over": "302 404 404 404 404 404 404 404 404 404",
    "portal:delegations": "302 404 404 404 404 404 404 404 404 404",
    "portal:start_for": "302 405 405 405 405 405 405 404 404 404",
    "portal:delegates": "302 200 200 404 404 404 404 404 404 404",
    "portal:dismiss_delegate": "302 405 405 404 404 404 404 404 404 404",
    "portal:confirm_declaration": "302 302 404 404 404 404 404 404 404 404",
    "portal:ask_advice": "302 200 200 404 404 404 404 404 404 404",
    "portal:advice": "302 200 404 404 404 404 404 404 404 404",
    "portal:complain": "302 200 200 404 404 404 404 404 404 404",
    "portal:complaint": "302 200 404 404 404 404 404 404 404 404",
    # --- desk
    "desk:close_call_back": "302 404 404 405 405 405 405 404 404 404",
    "desk:complaints": "302 404 404 404 404 200 200 404 404 404",
    "desk:answer_complaint": "302 404 404 404 404 200 200 404 404 404",
    "desk:find_complainant": "302 404 404 200 200 200 200 404 404 404",
    "desk:record_complaint": "302 404 404 200 200 200 200 404 404 404",
    "desk:advice_requests": "302 404 404 200 200 200 200 404 404 404",
    "desk:answer_advice": "302 404 404 200 200 200 200 404 404 404",
    "desk:declare_by_phone": "302 404 404 200 200 200 200 404 404 404",
    "desk:queue": "302 404 404 200 200 200 200 404 404 404",
    "desk:my_day": "302 404 404 200 200 200 200 404 404 404",
    "desk:queue_presence": "302 404 404 200 200 200 200 404 404 404",
    "desk:filter_queue": "302 404 404 200 200 200 200 404 404 404",
    "desk:queue_counts": "302 404 404 200 200 200 200 404 404 404",
    "desk:queue_csv": "302 404 404 200 200 200 200 404 404 404",
    "desk:save_view": "302 404 404 200 200 200 200 404 404 404",
    "desk:delete_view": "302 404 404 405 405 405 405 404 404 404",
    "desk:shortcuts": "302 404 404 200 200 200 200 404 404 404",
    "desk:search": "302 404 404 200 200 200 200 404 404 404",
    "desk:choose_bulk": "302 404 404 200 200 200 200 404 404 404",
    "desk:bulk": "302 404 404 200 404 404 404 404 404 404",
    "desk:run_bulk": "302 404 404 405 405 405 405 404 404 404",
    "desk:undo_bulk": "302 404 404 405 405 405 405 404 404 404",
    "desk:team": "302 404 404 404 404 200 200 404 404 404",
    "desk:distribute": "302 404 404 404 404 405 405 404 404 404",
    "desk:absences": "302 404 404 404 404 200 200 404 404 404",
    "desk:end_absence": "302 404 404 404 404 405 405 404 404 404",
    "desk:sample": "302 404 404 404 404 200 200 404 404 404",
    "desk:reread": "302 404 404 404 404 200 200 404 404 404",
    "desk:hand_over": "302 404 404 200 200 200 200 404 404 404",
    "desk:saved_answers": "302 404 404 200 200 200 200 404 404 404",
    "desk:save_answer": "302 404 404 200 200 200 200 404 404 404",
    "desk:change_answer": "302 404 404 200 200 200 200 404 404 404",
    "desk:approve_answer": "302 404 404 404 404 405 405 404 404 404",
    "desk:letters": "302 404 404 200 200 200 200 404 404 404",
    "desk:prescription": "302 404 404 200 200 200 200 404 404 404",
    "desk:prescription_csv": "302 404 404 200 200 200 200 404 404 404",
    "desk:calendar": "302 404 404 200 200 200 200 404 404 404",
    "desk:incident": "302 404 404 200 200 200 200 404 404 404",
    "desk:file_cover": "302 404 404 200 200 200 200 404 404 404",
    "desk:file_deadlines": "302 404 404 200 200 200 200 404 404 404",
    "desk:file_exhibits": "302 404 404 200 200 200 200 404 404 404",
    "desk:file_history": "302 404 404 200 200 200 200 404 404 404",
    "desk:file_missions": "302 404 404 200 200 200 200 404 404 404",
    "desk:file_readings": "302 404 404 200 200 200 200 404 404 404",
    "desk:file_steps": "302 404 404 200 200 200 200 404 404 404",
    "desk:presence": "302 404 404 200 200 200 200 404 404 404",
    "desk:snooze": "302 404 404 200 200 200 200 404 404 404",
    "desk:wake": "302 404 404 405 405 405 405 404 404 404",
    "desk:write_message": "302 404 404 200 200 200 200 404 404 404",
    "desk:request_information": "302 404 404 200 200 200 200 404 404 404",
    "desk:withdraw_request": "302 404 404 405 405 405 405 404 404 404",
    "desk:record_online_check": "302 404 404 200 200 200 200 404 404 404",
    "desk:report_to_platform": "302 404 404 200 200 200 200 404 404 404",
    "desk:skip_step": "302 404 404 200 200 200 200 404 404 404",
    "desk:redo_step": "302 404 404 405 405 405 405 404 404 404",
    "desk:do_step": "302 404 404 405 405 405 405 404 404 404",
    "desk:write_note": "302 404 404 200 200 200 200 404 404 404",
    "desk:record_call": "302 404 404 200 200 200 200 404 404 404",
    "desk:follow_call": "302 404 404 405 405 405 405 404 404 404",
    "desk:qualify": "302 404 404 200 200 200 200 404 404 404",
    "desk:assess": "302 404 404 200 200 200 200 404 404 404",
    "desk:second_reading": "302 404 404 200 200 200 200 404 404 404",
    "desk:ask_second_reading": "302 404 404 405 405 405 405 404 404 404",
    "desk:assign": "302 404 404 200 200 200 200 404 404 404",
    "desk:link_exhibit": "302 404 404 200 200 200 200 404 404 404",
    "desk:custody": "302 404 404 200 200 200 200 404 404 404",
    "desk:attach": "302 404 404 200 200 200 200 404 404 404",
    "desk:merge": "302 404 404 200 200 200 200 404 404 404",
    "desk:undo_merge": "302 404 404 200 200 200 200 404 404 404",
    "desk:split": "302 404 404 200 200 200 200 404 404 404",
    "desk:link_author": "302 404 404 405 405 405 405 404 404 404",
    "desk:unlink_author": "302 404 404 405 405 405 405 404 404 404",
    "desk:dismiss_author": "302 404 404 200 200 200 200 404 404 404",
    "desk:close": "302 404 404 200 200 200 200 404 404 404",
    "desk:closed": "302 404 404 302 302 302 302 404 404 404",
    "desk:undo_close": "302 404 404 405 405 405 405 404 404 404",
    "desk:reopen": "302 404 404 200 200 200 200 404 404 404",
    "desk:record_act": "302 404 404 200 200 200 200 404 404 404",
    "desk:add_publication": "302 404 404 200 200 200 200 404 404 404",
    "desk:change_publication": "302 404 404 200 200 200 200 404 404 404",
    "desk:decide_not_to_act": "302 404 404 302 302 302 302 404 404 404",
    "desk:second_inaction": "302 404 404 200 200 200 200 404 404 404",
    "desk:acknowledge": "302 404 404 405 405 405 405 404 404 404",
    "desk:resend": "302 404 404 405 405 405 405 404 404 404",
    "desk:triage": "302 404 404 200 200 200 200 404 404 404",
    "desk:take": "302 404 404 405 405 405 405 404 404 404",
    "desk:compile": "302 404 404 405 405 405 405 404 404 404",
    # --- extranet
    "extranet:assignments": "302 404 404 404 404 404 404 200 200 404",
    "extranet:assignment": "302 404 404 404 404 404 404 200 404 404",
    "extranet:decline": "302 404 404 404 404 404 404 200 404 404",
    # For lawyers: both partners here are bailiffs.
    "extranet:calendar": "302 404 404 404 404 404 404 404 404 404",
    "extranet:accept": "302 404 404 404 404 404 404 405 405 404",
    # --- files
    "files:exhibit": "302 200 404 200 200 200 200 200 404 404",
    # Made when the dossier was: whoever may have the original may have its pictures, nobody else.
    "files:thumbnail": "302 200 404 200 200 200 200 200 404 404",
    "files:copy": "302 200 404 200 200 200 200 200 404 404",
    "files:dossier": "302 404 404 200 200 200 200 200 404 404",
    "files:receipt": "302 200 404 200 200 200 200 404 404 404",
    "files:note_file": "302 404 404 200 200 200 200 404 404 404",
    "files:health": "200 200 200 200 200 200 200 200 200 200",
    # --- calendars: the address itself is the key
    "calendar_feed": "200 200 200 200 200 200 200 200 200 200",
    "open_feed": "302 404 404 405 405 405 405 404 404 404",
    "close_feed": "302 404 404 405 405 405 405 404 404 404",
    # --- api
    "api:incident-list": "403 200 200 200 200 200 200 200 200 200",
    "api:incident-detail": "403 200 404 200 200 200 200 404 404 404",
    "api:schema": "403 200 200 200 200 200 200 200 200 200",
    # --- accounts
    "account_inactive": "200 200 200 200 200 200 200 200 200 200",
    "account_login": "200 302 302 302 302 302 302 302 302 302",
    "account_logout": "302 200 200 200 200 200 200 200 200 200",
    "account_reset_password": "200 200 200 200 200 200 200 200 200 200",
    "account_reset_password_done": "200 200 200 200 200 200 200 200 200 200",
    "account_reset_password_from_key": "200 200 200 200 200 200 200 200 200 200",
    "account_reset_password_from_key_done": "200 200 200 200 200 200 200 200 200 200",
    # --- development only
    "devmailbox:letters": "200 200 200 200 200 200 200 200 200 200",
    "devmailbox:letter": "404 404 404 404 404 404 404 404 404 404",
}


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
    "decide_not_to_act",
    "second_inaction",
)


BULK = ("bulk", "run_bulk", "undo_bulk")


OF_AN_AUTHOR = ("link_author", "unlink_author", "dismiss_author")


ON_AN_EXHIBIT = ("link", "replace", "withdraw")


def url_names(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace != "admin":  # Django's own, behind is_staff: tested below
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from url_names(pattern, inner)


def test_every_url_has_a_row() -> None:
    assert set(url_names()) == set(MATRIX)


@pytest.fixture
def mission(db, time_machine) -> Assignment:
    time_machine.move_to(MONDAY_MORNING)
    return busy_mission()


def busy_mission() -> Assignment:
    """A mission of a file that has something of everything that a URL may point to."""
    assignment = assigned()
    compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)
    render_dossiers()
    make_receipts()
    incident = assignment.incident
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    ask_second_reading(
        Qualification.objects.get(), is_blind=False, by=supervisor(), at=MONDAY_MORNING
    )
    open_feed(by=incident.handler, at=MONDAY_MORNING)
    prepare_bulk(
        Incident.objects.all(),
        wanted=Wanted(kind=BulkAction.Kind.TAG, tag="À revoir"),
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    save_answer(title="Accueil", body="Bonjour.", by=incident.handler, at=MONDAY_MORNING)
    write_note(incident, body="Voir.", uploads=[png()], by=incident.handler, at=MONDAY_MORNING)
    requested_information(incident)
    started_declaration(incident.practitioner)
    DelegateFactory(practitioner=incident.practitioner)
    ask_advice(incident.practitioner, question="Que faire ?", at=MONDAY_MORNING)
    complain(incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING)
    ask_call_back(
        incident.practitioner,
        phone="0612345678",
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    merge(
        declared_incident(incident.practitioner),
        into=incident,
        reason=Merge.Reason.DUPLICATE,
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    return assignment


PERSON: dict[str, Callable[[Assignment], User | None]] = {
    "anonymous": lambda mission: None,
    "owner": lambda mission: mission.incident.practitioner.user,
    "other_practitioner": lambda mission: PractitionerFactory().user,
    "handler": lambda mission: mission.incident.handler,
    "other_handler": lambda mission: handler(),
    "supervisor": lambda mission: supervisor(),
    "legal_lead": lambda mission: UserFactory(role=Role.LEGAL_LEAD),
    "partner": lambda mission: mission.partner.members.get(),
    "other_partner": lambda mission: PartnerFactory().members.get(),
    "admin": lambda mission: UserFactory(role=Role.ADMIN, is_staff=True, is_superuser=True),
}


def address(name: str, mission: Assignment) -> str:
    incident = mission.incident
    publication = incident.reviews.get(number=1).publications.get()
    arguments = {
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
    if name in arguments:
        return reverse(name, args=arguments[name])
    if name in OF_A_DRAFT:
        draft = incident.practitioner.declarations.get(incident=None)
        return reverse(name, args=[draft.key, *OF_A_DRAFT[name]])
    if name in OF_A_FILE:
        return reverse(name, args=[incident.reference])
    return reverse(name)


@pytest.mark.parametrize("person", PEOPLE)
def test_each_url_answers_each_person_as_the_matrix_says(person: str, mission: Assignment) -> None:
    user, column = PERSON[person](mission), PEOPLE.index(person)
    answers, expected = {}, {}
    for name, row in MATRIX.items():
        client = Client()
        if user:
            client.force_login(user)
        expected[name] = int(row.split()[column])
        response = client.get(address(name, mission))
        b"".join(response)  # reads a file to its end, which closes it
        answers[name] = response.status_code
    assert answers == expected


@pytest.mark.parametrize("person", PEOPLE[1:])
def test_where_one_may_not_look_one_may_not_write_either(person: str, mission: Assignment) -> None:
    client = Client()
    client.force_login(PERSON[person](mission))
    for name, row in MATRIX.items():
        if row.split()[PEOPLE.index(person)] == "404":
            assert client.post(address(name, mission)).status_code in {404, 405}, name


def test_the_administration_is_for_staff(mission: Assignment) -> None:
    for person, name in product(PEOPLE[1:-1], ("admin:index", "admin:accounts_user_changelist")):
        client = Client()
        client.force_login(PERSON[person](mission))
        assert client.get(reverse(name)).status_code == 302, (person, name)
