"""The letters that the verbs really post: each can be written, and gives nothing away."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from apps.accounts.models import NotificationPreferences, User
from apps.assignments.models import Assignment
from apps.casework.correspondence.answer_advice import answer_advice
from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.answer_request import answer_request
from apps.casework.correspondence.ask_advice import ask_advice
from apps.casework.correspondence.ask_call_back import ask_call_back
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.remind_complaints import remind_complaints
from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.correspondence.request_information import Item, request_information
from apps.casework.correspondence.write_message import write_message
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.escalate import escalate
from apps.casework.deadlines.remind import remind
from apps.casework.deadlines.remind_checks import remind_checks
from apps.casework.deadlines.warn_without_lawyer import warn_without_lawyer
from apps.casework.deadlines.watch_engine import watch_engine
from apps.casework.deadlines.weekly_board import weekly_board
from apps.casework.declarations.declare import Circumstances, declare
from apps.casework.declarations.hand_over_declaration import hand_over_declaration
from apps.casework.declarations.keep_answers import keep_answers
from apps.casework.declarations.name_delegate import name_delegate
from apps.casework.declarations.remind_drafts import remind_drafts
from apps.casework.exhibits.hand_in import hand_in
from apps.casework.exhibits.scan_exhibits import scan_exhibits
from apps.casework.exhibits.watch_store import PARTS, watch_store
from apps.casework.files.ask_satisfaction import ask_satisfaction
from apps.casework.files.hand_over import hand_over
from apps.casework.files.merge import merge
from apps.casework.files.split import split
from apps.casework.files.undo_close import undo_close
from apps.casework.files.undo_merge import undo_merge
from apps.casework.letters.daily_digest import daily_digest
from apps.casework.letters.practitioner_digest import practitioner_digest
from apps.casework.letters.send_password_link import send_password_link
from apps.casework.missions.accept import accept
from apps.casework.missions.compile import compile
from apps.casework.missions.decline import decline
from apps.casework.readings.ask_online_checks import ask_online_checks
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.casework.readings.qualify import qualify
from apps.casework.tasks import render_dossiers
from apps.casework.team.declare_absence import declare_absence
from apps.correspondence.models import InformationRequest
from apps.deadlines.models import InactionDecision
from apps.directory.models import Delegate, Partner, Practitioner
from apps.exhibits.models import Exhibit, Scan
from apps.incidents.circumstances import PracticeMode
from apps.incidents.models import Incident, Merge
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.kinds import KINDS
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import (
    MONDAY_MORNING,
    WORDS,
    PractitionerFactory,
    UserFactory,
    acted,
    assigned,
    declared_incident,
    declared_review,
    ended,
    handler,
    png,
    qualified_incident,
    started_declaration,
    supervisor,
    taken_incident,
)

from .samples import SAMPLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def incident() -> Incident:
    """A file that has known everything, with names that no letter may bear."""
    supervisor()
    practitioner = PractitionerFactory(
        user=UserFactory(role="practitioner", name="Dr Canari"), specialty="canaristique"
    )
    review = declared_review(author_pseudonym="auteur-canari")
    incident = qualified_incident(practitioner=practitioner, reviews=[review], exhibits=1)
    for kind in Partner.Kind:
        answer(assigned(kind, incident=incident))
    qualify(
        incident.reviews.get(),
        start=51,
        end=57,
        label=Label.OPINION,
        reason="motif-canari",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    for author in (incident.handler, practitioner.user):
        write_message(incident, body="message-canari", by=author, at=MONDAY_MORNING)
    render_dossiers()
    ask_and_answer(incident)
    ask_without_a_file(practitioner)
    declare_for(practitioner, on_the_telephone=incident.handler)
    leave_a_draft()
    join_and_part(practitioner)
    move_its_dates(incident)
    share_the_work(incident)
    decide_not_to_act(
        qualified_incident(label=Label.OPINION).reviews.get(),
        reason=InactionDecision.Reason.LAWFUL,
        words="raison-canari",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    qualified_incident(reviews=[declared_review(window=Window.on_day(date(2026, 9, 1)))])
    warn_without_lawyer(at=MONDAY_MORNING)
    weekly_board(at=MONDAY_MORNING)
    daily_digest(at=MONDAY_MORNING)
    nearly_over = incident.deadlines.open().first().act_by - timedelta(days=5)
    later = MONDAY_MORNING.replace(
        year=nearly_over.year, month=nearly_over.month, day=nearly_over.day
    )
    remind(at=later)
    watch_engine(at=later + timedelta(hours=3))
    find_a_virus(at=later)
    lose_a_file(incident, at=later)
    gather_letters(at=later)
    escalate(at=later + timedelta(days=4))
    hand_in(
        incident,
        upload=png(size=(90, 40)),
        kind=Exhibit.Kind.OTHER,
        by=practitioner.user,
        at=MONDAY_MORNING,
    )
    ended(incident, words="bilan-canari", at=later)
    ask_satisfaction(at=later + timedelta(days=5))
    send_password_link(incident.handler, at=later)
    undo_close(incident, by=incident.handler, at=later)
    return incident


def gather_letters(*, at: datetime) -> None:
    """Somebody who wants one letter a day gets it."""
    practitioner = PractitionerFactory()
    NotificationPreferences.objects.create(user=practitioner.user, frequency="daily")
    taken_incident(practitioner=practitioner, at=at)
    practitioner_digest(at=at + timedelta(days=4))


def find_a_virus(*, at: datetime) -> None:
    """In an exhibit of another file, which has a handler."""
    infected = qualified_incident(exhibits=1).exhibits.get()
    Exhibit.objects.filter(pk=infected.pk).update(scan=Scan.INFECTED, scanned_at=at)
    scan_exhibits(at=at)


def leave_a_draft() -> None:
    """It is begun, then waits until it is about to be erased."""
    draft = started_declaration(PractitionerFactory())
    with keep_answers(draft, page=None, at=MONDAY_MORNING) as answers:
        answers["reviews"] = {"1": {"words": "texte-canari"}}
        answers["prudent_day"] = "2027-02-01"
    for days in (2, 10, 23):
        remind_drafts(at=MONDAY_MORNING + timedelta(days=days))


def lose_a_file(incident: Incident, *, at: datetime) -> None:
    """It is found missing on the night when its part of the store is read again."""
    original = incident.exhibits.get().original
    original.storage.delete(original.name)
    for night in range(PARTS):
        watch_store(at=at + timedelta(days=night))


def answer(assignment: Assignment) -> None:
    member = assignment.partner.members.get()
    if assignment.kind == Partner.Kind.TECHNICAL:
        decline(assignment, reason="motif-canari", by=member, at=MONDAY_MORNING)
    else:
        accept(assignment, by=member, at=MONDAY_MORNING)
        compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)


def ask_and_answer(incident: Incident) -> None:
    item = Item(kind=InformationRequest.Kind.INFORMATION, question="question-canari")
    (asked,) = request_information(
        incident,
        items=[item],
        due_on=date(2026, 11, 30),
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    remind_requests(at=MONDAY_MORNING + timedelta(days=3))
    answer_request(asked, text="réponse-canari", by=incident.practitioner.user, at=MONDAY_MORNING)
    ask_online_checks(at=MONDAY_MORNING + timedelta(days=7))


def ask_without_a_file(practitioner: Practitioner) -> None:
    user = practitioner.user
    asked = ask_advice(practitioner, question="conseil-canari", at=MONDAY_MORNING)
    answer_advice(asked, answer="avis-canari", by=supervisor(), at=MONDAY_MORNING)
    ask_call_back(practitioner, phone="0612345678", by=user, at=MONDAY_MORNING)
    complaint = complain(practitioner, words="reproche-canari", at=MONDAY_MORNING)
    remind_complaints(at=MONDAY_MORNING + timedelta(days=60))
    answer_complaint(complaint, answer="excuse-canari", by=supervisor(), at=MONDAY_MORNING)


def declare_for(practitioner: Practitioner, *, on_the_telephone: User) -> None:
    """One draft prepared by a delegate, one file opened on the telephone."""
    delegate = name_delegate(
        practitioner,
        name="Julie Canari",
        email="julie@example.org",
        relation=Delegate.Relation.SECRETARY,
        at=MONDAY_MORNING,
    )
    prepared = started_declaration(practitioner, prepared_by=delegate.user)
    hand_over_declaration(prepared, prudent_day=date(2027, 2, 1), at=MONDAY_MORNING)
    declare(
        started_declaration(practitioner, prepared_by=on_the_telephone),
        circumstances=Circumstances(practice_mode=PracticeMode.LIBERAL),
        reviews=[declared_review(author_pseudonym="auteur-canari")],
        by=on_the_telephone,
        at=MONDAY_MORNING,
    )


def share_the_work(incident: Incident) -> None:
    """A colleague is given a file, and somebody stands in for the one who leaves."""
    boss, colleague = supervisor(), handler(name="Karim Canari")
    hand_over(taken_incident(), to=colleague, note="passation-canari", by=boss, at=MONDAY_MORNING)
    declare_absence(
        boss,
        substitute=colleague,
        starts_on=date(2027, 6, 1),
        ends_on=date(2027, 6, 2),
        by=boss,
        at=MONDAY_MORNING,
    )


def join_and_part(practitioner: Practitioner) -> None:
    """Two files of one person become one, then two again; one of them is cut in two."""
    contents = [declared_review(), declared_review(url="")]
    kept = qualified_incident(practitioner=practitioner, reviews=contents)
    facts: dict[str, Any] = {"by": kept.handler, "at": MONDAY_MORNING}
    absorbed = declared_incident(practitioner)
    merged = merge(absorbed, into=kept, reason=Merge.Reason.SAME_MATTER, **facts)
    undo_merge(merged, **facts)
    split(kept, reviews=[kept.reviews.get(number=2)], **facts)


def move_its_dates(incident: Incident) -> None:
    """Earlier, then later once an act is checked, then later on one person's word alone."""
    redate(incident, date(2026, 10, 26))
    act = acted(
        incident.reviews.get(),
        "CITATION_DIRECTE",
        done_by="Me Canari",
        court="Tribunal canari",
        case_number="canari-26",
    )
    remind_checks(at=MONDAY_MORNING + timedelta(days=1))
    check_act(act, by=supervisor(), at=MONDAY_MORNING)
    redate(qualified_incident(), date(2026, 11, 10))


def redate(incident: Incident, day: date) -> None:
    change_publication(
        incident.reviews.get().publications.open().get(),
        window=Window.on_day(day),
        reason="motif-canari",
        by=incident.handler,
        at=MONDAY_MORNING,
    )


def test_every_letter_of_a_file_can_be_written_and_gives_nothing_away(incident: Incident) -> None:
    letters = Letter.objects.select_related("recipient", "incident")
    for letter in letters:
        letter.claimed_at = MONDAY_MORNING
        write(letter)
        said = f"{letter.subject} {letter.body_text} {letter.body_html}".lower()
        assert "canari" not in said, letter.kind
        assert WORDS[:14].lower() not in said, letter.kind
    assert {letter.kind for letter in letters} == set(SAMPLES)


def test_a_letter_goes_to_whom_its_kind_is_for_with_its_data(incident: Incident) -> None:
    for letter in Letter.objects.select_related("recipient"):
        kind = KINDS[letter.kind]
        assert letter.recipient.role in kind.to, letter.kind
        assert set(letter.data) == kind.data, letter.kind
