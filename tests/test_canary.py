"""What the insurer's people write for themselves is looked for everywhere else: it is nowhere.

Unlikely words are written as a note, in a file that comes with it, as the reason of a legal
reading, as what was said on the telephone, as what a colleague is told when a file changes hands,
as why an act is doubted, and as why two files are joined or said not to be of the same author. Then
every page of everyone else, every letter, every document and every export is searched for them.
"""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from time_machine import TimeMachineFixture

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.complain import complain
from apps.casework.correspondence.record_call import CallNote, record_call
from apps.casework.correspondence.remind_complaints import remind_complaints
from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.casework.deadlines.remind import remind
from apps.casework.deadlines.undo_check import undo_check
from apps.casework.deadlines.weekly_board import weekly_board
from apps.casework.files.dismiss_author import dismiss_author
from apps.casework.files.hand_over import hand_over
from apps.casework.files.merge import merge
from apps.casework.letters.daily_digest import daily_digest
from apps.casework.missions.compile import compile
from apps.casework.readings.qualify import qualify
from apps.casework.search.index_file import index_file
from apps.casework.tasks import make_receipts, render_dossiers
from apps.correspondence.models import Call, Complaint
from apps.directory.models import Partner
from apps.incidents.models import Incident, Merge
from apps.legal.taxonomy import Label
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.dossiers.reading import text_of
from tests.exhibits.corpus import mail
from tests.factories import (
    MONDAY_MORNING,
    WORDS,
    PlatformFactory,
    assigned,
    checked_act,
    declared_incident,
    declared_review,
    handler,
    qualified_incident,
    supervisor,
)
from tests.suite.worlds import in_world

from .access_matrix import PERSON
from .addresses import addresses
from .worlds import busy_mission, on_monday_morning

pytestmark = in_world(busy_mission)
CANARIES = (
    "canarinote",
    "canarifichier",
    "canariraison",
    "canarirelais",
    "canariappel",
    "canarisuite",
    "canarireunion",
    "canariauteur",
    "canarireprise",
)
COMPLAINT = ("canarireproche", "canariexcuse")
OUTSIDERS = (
    "anonymous",
    "owner",
    "other_practitioner",
    "delegate",
    "partner",
    "other_partner",
    "admin",
)
# What leaves the house even when one of the insurer's people asks for it.
EXPORTS = ("desk:queue_csv", "desk:prescription_csv", "calendar_feed", "api:incident-detail")


def plant(incident: Incident) -> None:
    """Write each canary where only the insurer's people may read it."""
    sofia, karim = incident.handler, handler()
    letter = SimpleUploadedFile("canarifichier.eml", mail(b"canarifichier", "a.txt", "text/plain"))
    write_note(incident, body="canarinote", uploads=[letter], by=sofia, at=MONDAY_MORNING)
    record_call(
        incident,
        CallNote(
            counterpart=Call.Counterpart.PRACTITIONER,
            direction=Call.Direction.OUTGOING,
            outcome=Call.Outcome.REACHED,
            started_at=MONDAY_MORNING,
            words="canariappel",
            next_step="canarisuite",
            next_on=MONDAY_MORNING.date(),
        ),
        by=sofia,
        at=MONDAY_MORNING,
    )
    qualify(
        incident.reviews.get(number=1),
        start=WORDS.index("Fuyez"),
        end=len(WORDS),
        label=Label.DIFF_PUB,
        reason="canariraison",
        by=sofia,
        at=MONDAY_MORNING,
    )
    act = checked_act(incident.reviews.get(number=1), "CITATION_DIRECTE")
    undo_check(act, reason="canarireprise", by=supervisor(), at=MONDAY_MORNING)
    hand_over(incident, to=karim, note="canarirelais", by=sofia, at=MONDAY_MORNING)
    hand_over(incident, to=sofia, note="Je vous le rends.", by=karim, at=MONDAY_MORNING)
    join(incident, by=sofia)
    incident.refresh_from_db()
    index_file(incident, at=MONDAY_MORNING)


def join(incident: Incident, *, by: User) -> None:
    """Absorb a file for a reason, and set aside another insured's one of the same pseudonym."""
    PlatformFactory()
    lulu = declared_review(author_pseudonym="Lulu")
    merge(
        declared_incident(incident.practitioner, reviews=[lulu]),
        into=incident,
        reason=Merge.Reason.OTHER,
        words="canarireunion",
        by=by,
        at=MONDAY_MORNING,
    )
    other = declared_incident(reviews=[lulu])
    dismiss_author(incident, other, reason="canariauteur", by=by, at=MONDAY_MORNING)


@dataclass(frozen=True)
class Planted:
    """A mission in whose file the canaries are, and where each URL leads on it."""

    mission: Assignment
    addresses: dict[str, str]


@on_monday_morning
def planted_mission() -> Planted:
    mission = busy_mission()
    where = addresses(mission)
    plant(mission.incident)
    return Planted(mission, where)


planted_world = in_world(planted_mission)


@pytest.fixture(autouse=True)
def monday_morning(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(MONDAY_MORNING)


@pytest.fixture
def mission(db: None, world: Assignment) -> Assignment:
    """Nothing is planted in its file yet."""
    return world


@pytest.fixture
def planted(db: None, world: Planted) -> Planted:
    return world


def said(response: HttpResponseBase) -> str:
    """All that an answer says: its headers and its words, those of a PDF too."""
    body = b"".join(response)
    words = text_of(body) if body.startswith(b"%PDF") else body.decode(errors="replace")
    return f"{response.headers}{words}"


def leaks(text: str, words: tuple[str, ...] = CANARIES) -> list[str]:
    """The canaries that this text gives away."""
    return [word for word in words if word in text.lower()]


def signed_in(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def person(name: str, mission: Assignment) -> User | None:
    if name == "delegate":
        return mission.incident.practitioner.delegates.get().user
    return PERSON[name](mission)


@planted_world
@pytest.mark.parametrize("name", OUTSIDERS)
def test_no_address_gives_it_to_anyone_outside(name: str, planted: Planted) -> None:
    client = signed_in(person(name, planted.mission))
    found = {url: leaks(said(client.get(where))) for url, where in planted.addresses.items()}
    assert {url: words for url, words in found.items() if words} == {}


@planted_world
@pytest.mark.parametrize("name", OUTSIDERS)
def test_nobody_outside_finds_it(name: str, planted: Planted) -> None:
    client = signed_in(person(name, planted.mission))
    for word in CANARIES:
        answer = client.post(reverse("desk:search"), {"mots": word}, follow=True)
        assert planted.mission.incident.reference not in said(answer)


@planted_world
@pytest.mark.parametrize("name", ["handler", "supervisor"])
def test_no_export_takes_it_out_of_the_house(name: str, planted: Planted) -> None:
    client = signed_in(person(name, planted.mission))
    for url in EXPORTS:
        answer = client.get(planted.addresses[url])
        assert answer.status_code == 200
        assert not leaks(said(answer)), url


@planted_world
def test_no_letter_carries_it(planted: Planted) -> None:
    incident = planted.mission.incident
    for author in (incident.handler, incident.practitioner.user):
        write_message(incident, body="Bonjour.", by=author, at=MONDAY_MORNING)
    daily_digest(at=MONDAY_MORNING)
    weekly_board(at=MONDAY_MORNING)
    remind(at=MONDAY_MORNING + timedelta(days=60))
    letters = list(Letter.objects.select_related("recipient", "incident"))
    assert {letter.kind for letter in letters} >= {"new_message", "file_entrusted"}
    for letter in letters:
        letter.claimed_at = MONDAY_MORNING
        write(letter)
        written = f"{letter.data}{letter.subject}{letter.body_text}{letter.body_html}"
        assert not leaks(written), letter.kind


@in_world(None)
@pytest.mark.parametrize(
    ("kind", "meant_for_them"),
    # The lawyer's dossier gives the reason of each reading: it is for them that it is written.
    [(Partner.Kind.BAILIFF, []), (Partner.Kind.LAWYER, ["canariraison"])],
)
def test_no_document_prints_it(kind: Partner.Kind, meant_for_them: list[str], db: None) -> None:
    incident = qualified_incident(exhibits=1)
    plant(incident)
    assignment = assigned(kind, incident=incident)
    compile(assignment, by=incident.handler, at=MONDAY_MORNING)
    render_dossiers()
    make_receipts()
    partner = signed_in(assignment.partner.members.get())
    dossier = said(partner.get(reverse("files:dossier", args=[incident.dossiers.get().pk])))
    assert "opéré sans autorisation" in dossier  # the PDF was really read
    owner = signed_in(incident.practitioner.user)
    receipt = said(owner.get(reverse("files:receipt", args=[incident.receipt.pk])))
    assert incident.reference in receipt
    assert leaks(dossier) == meant_for_them
    assert not leaks(receipt)


@planted_world
def test_the_journal_never_repeats_it(planted: Planted) -> None:
    assert not leaks(str(list(planted.mission.incident.events.values())))


def complained(incident: Incident) -> None:
    """A complaint and its answer: between its practitioner and those who may answer, no more."""
    complaint = incident.complaints.get()
    Complaint.objects.filter(pk=complaint.pk).update(words="canarireproche")
    answer_complaint(complaint, answer="canariexcuse", by=supervisor(), at=MONDAY_MORNING)


@pytest.mark.parametrize(
    "name", [*(name for name in OUTSIDERS if name != "owner"), "handler", "other_handler"]
)
def test_no_address_gives_a_complaint_to_those_whom_it_does_not_concern(
    name: str, mission: Assignment
) -> None:
    where = addresses(mission)
    complained(mission.incident)
    client = signed_in(person(name, mission))
    found = {url: leaks(said(client.get(page)), COMPLAINT) for url, page in where.items()}
    assert {url: words for url, words in found.items() if words} == {}


def test_no_letter_nor_line_of_history_carries_a_complaint(mission: Assignment) -> None:
    supervisor()
    practitioner = mission.incident.practitioner
    complain(
        practitioner,
        words="canarireproche",
        incident=mission.incident,
        channel=Complaint.Channel.PHONE,
        sent_on=MONDAY_MORNING.date(),
        by=mission.incident.handler,
        at=MONDAY_MORNING,
    )
    remind_complaints(at=MONDAY_MORNING + timedelta(days=60))
    for complaint in practitioner.complaints.all():
        answer_complaint(complaint, answer="canariexcuse", by=supervisor(), at=MONDAY_MORNING)
    letters = Letter.objects.filter(kind__startswith="complaint_")
    assert set(letters.values_list("kind", flat=True)) == {
        "complaint_received",
        "complaint_to_answer",
        "complaint_reminder",
        "complaint_unacknowledged",
        "complaint_answered",
    }
    for letter in letters.select_related("recipient", "incident"):
        letter.claimed_at = MONDAY_MORNING
        write(letter)
        written = f"{letter.data}{letter.subject}{letter.body_text}{letter.body_html}"
        assert not leaks(written, COMPLAINT), letter.kind
    assert not leaks(str(list(mission.incident.events.values())), COMPLAINT)


def test_those_whom_a_complaint_concerns_read_it(mission: Assignment) -> None:
    """The pages above do show it to somebody: the tests above can fail."""
    where = addresses(mission)
    complained(mission.incident)
    owner, senior = signed_in(mission.incident.practitioner.user), signed_in(supervisor())
    assert leaks(said(owner.get(where["portal:complaint"])), COMPLAINT) == list(COMPLAINT)
    assert leaks(said(senior.get(where["desk:answer_complaint"])), COMPLAINT) == list(COMPLAINT)


@planted_world
@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("desk:write_note", "canarinote"),
        ("desk:write_note", "canarifichier"),
        ("desk:qualify", "canariraison"),
        ("desk:write_note", "canarirelais"),
        ("desk:record_call", "canariappel"),
        ("desk:record_call", "canarisuite"),
        ("desk:incident", "canarireunion"),
        ("desk:incident", "canariauteur"),
    ],
)
def test_the_search_sees_a_leak_where_the_word_is_shown(
    url: str, word: str, planted: Planted
) -> None:
    """The insurer's own pages show what was planted: the tests above can fail."""
    client = signed_in(planted.mission.incident.handler)
    assert word in leaks(said(client.get(planted.addresses[url])))
