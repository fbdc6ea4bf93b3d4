"""The letters that the verbs really post: each can be written, and gives nothing away."""

from datetime import date, timedelta

import pytest

from apps.assignments.models import Assignment
from apps.casework.accept import accept
from apps.casework.change_publication import change_publication
from apps.casework.close import close
from apps.casework.compile import compile
from apps.casework.daily_digest import daily_digest
from apps.casework.decide_not_to_act import decide_not_to_act
from apps.casework.decline import decline
from apps.casework.escalate import escalate
from apps.casework.record_act import record_act
from apps.casework.remind import remind
from apps.casework.tasks import render_dossiers
from apps.casework.warn_without_lawyer import warn_without_lawyer
from apps.casework.watch_engine import watch_engine
from apps.casework.weekly_board import weekly_board
from apps.casework.write_message import write_message
from apps.deadlines.models import InactionDecision
from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.incidents.status import Outcome
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import (
    MONDAY_MORNING,
    WORDS,
    PractitionerFactory,
    UserFactory,
    assigned,
    declared_review,
    qualified_incident,
    supervisor,
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
    for author in (incident.handler, practitioner.user):
        write_message(incident, body="message-canari", by=author, at=MONDAY_MORNING)
    render_dossiers()
    move_its_dates(incident)
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
    escalate(at=later + timedelta(days=4))
    close(
        incident,
        outcome=Outcome.REMOVED_BY_AUTHOR,
        words="bilan-canari",
        by=incident.handler,
        at=later,
    )
    return incident


def answer(assignment: Assignment) -> None:
    member = assignment.partner.members.get()
    if assignment.kind == Partner.Kind.TECHNICAL:
        decline(assignment, reason="motif-canari", by=member, at=MONDAY_MORNING)
    else:
        accept(assignment, by=member, at=MONDAY_MORNING)
        compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)


def move_its_dates(incident: Incident) -> None:
    review = incident.reviews.get()
    change_publication(
        review.publications.open().get(),
        window=Window.on_day(date(2026, 10, 26)),
        reason="motif-canari",
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    record_act(
        review,
        code="CITATION_DIRECTE",
        done_on=date(2026, 11, 20),
        done_by="Me Canari",
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


def test_the_samples_carry_what_the_verbs_post(incident: Incident) -> None:
    for letter in Letter.objects.all():
        _, data = SAMPLES[letter.kind]
        assert set(data) == set(letter.data), letter.kind
