from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from apps.accounts.models import Role
from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.complain import CannotComplain, complain
from apps.casework.files.merge import merge
from apps.correspondence.models import Complaint
from apps.incidents.models import Incident, Merge
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    closed_incident,
    declared_incident,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
Channel = Complaint.Channel


def noted(
    incident: Incident, *, sent_on: date = TODAY, channel: Channel = Channel.POST, **fields: Any
) -> Complaint:
    """What a colleague of the desk writes down on Monday morning."""
    facts: dict[str, Any] = {"incident": incident, "words": "Trop lent.", "by": incident.handler}
    return complain(
        incident.practitioner,
        channel=channel,
        sent_on=sent_on,
        at=MONDAY_MORNING,
        **facts | fields,
    )


def test_a_complaint_has_its_two_last_days_and_its_receipt_at_once() -> None:
    incident = taken_incident()
    complaint = complain(
        incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING
    )
    assert complaint.acknowledge_by == date(2026, 12, 4)
    assert complaint.answer_by == date(2027, 1, 23)
    receipt = Letter.objects.get(kind="complaint_received")
    assert receipt.recipient == incident.practitioner.user
    assert incident.events.filter(kind=Kind.COMPLAINT_SENT).count() == 1


def test_the_receipt_leaves_in_the_middle_of_the_night() -> None:
    night = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)  # past midnight in Paris: the Sunday
    complaint = complain(PractitionerFactory(), words="Rien ne bouge.", at=night)
    assert Letter.objects.get(kind="complaint_received").not_before == night
    assert complaint.answer_by == date(2027, 1, 29)


def test_those_who_may_answer_are_told_and_nobody_else() -> None:
    incident = taken_incident()
    seniors = {supervisor(), UserFactory(role=Role.LEGAL_LEAD)}
    supervisor(is_active=False)
    complain(incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING)
    told = Letter.objects.filter(kind="complaint_to_answer")
    assert {letter.recipient for letter in told} == seniors


def test_no_letter_nor_line_of_history_repeats_it() -> None:
    incident = taken_incident()
    supervisor()
    complain(incident.practitioner, words="motcanari", incident=incident, at=MONDAY_MORNING)
    data = [letter.data for letter in Letter.objects.all()]
    assert "motcanari" not in f"{data}{list(incident.events.values())}"


def test_sent_twice_it_is_one_complaint() -> None:
    practitioner = PractitionerFactory()
    first, second = (
        complain(practitioner, words="Trop lent.", at=MONDAY_MORNING) for _ in range(2)
    )
    assert first == second
    assert Letter.objects.filter(kind="complaint_received").count() == 1
    assert complain(practitioner, words="Et toujours.", at=MONDAY_MORNING) != first


def test_a_closed_file_may_be_complained_about_and_stays_closed() -> None:
    incident = closed_incident()
    complain(incident.practitioner, words="Trop vite.", incident=incident, at=MONDAY_MORNING)
    incident.refresh_from_db()
    assert not incident.is_open


def test_a_complaint_about_a_file_that_was_merged_is_about_the_one_that_is_kept() -> None:
    kept = taken_incident()
    absorbed = declared_incident(kept.practitioner)
    before = complain(kept.practitioner, words="Trop lent.", incident=absorbed, at=MONDAY_MORNING)
    merge(absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING)
    after = complain(kept.practitioner, words="Confus.", incident=absorbed, at=MONDAY_MORNING)
    assert after.incident == kept
    answered = answer_complaint(before, answer="Voici.", by=supervisor(), at=MONDAY_MORNING)
    assert answered.incident == kept


# --- Those that did not come from the portal ------------------------------------------------------


def test_the_days_of_a_letter_run_from_its_postmark_and_not_from_its_reading() -> None:
    incident = taken_incident()
    complaint = noted(incident, sent_on=date(2026, 11, 18))
    assert complaint.acknowledge_by == date(2026, 11, 30)
    assert complaint.answer_by == date(2027, 1, 18)
    assert (complaint.recorded_by, complaint.recorded_at) == (incident.handler, MONDAY_MORNING)
    from_the_portal = complain(incident.practitioner, words="Autre.", at=MONDAY_MORNING)
    assert (from_the_portal.channel, from_the_portal.sent_on) == (Channel.PORTAL, TODAY)


@pytest.mark.parametrize("channel", [Channel.POST, Channel.PHONE, Channel.EMAIL])
def test_the_same_two_letters_leave_whatever_the_way_it_came(channel: Channel) -> None:
    boss, incident = supervisor(), taken_incident()
    complaint = noted(incident, channel=channel)
    letters = Letter.objects.filter(data__complaint=complaint.pk)
    assert {(letter.kind, letter.recipient) for letter in letters} == {
        ("complaint_received", incident.practitioner.user),
        ("complaint_to_answer", boss),
    }


def test_the_history_says_how_it_came_and_who_wrote_it_down() -> None:
    sofia = handler(name="Sofia Renard")
    incident = taken_incident()
    noted(incident, channel=Channel.PHONE, by=sofia)
    line = incident.events.get(kind=Kind.COMPLAINT_NOTED)
    assert line.actor == sofia
    assert line.sentence == (
        "Réclamation du sociétaire, faite par téléphone le lundi 23 novembre 2026 : réponse "
        "attendue avant la fin du samedi 23 janvier 2027."
    )
    assert "Nous avons noté votre réclamation, faite par téléphone" in line.plain_sentence
    assert not incident.events.filter(kind=Kind.COMPLAINT_SENT).exists()


@pytest.mark.parametrize("weeks", [3, 30])
def test_one_that_is_late_already_is_noted_all_the_same(weeks: int) -> None:
    complaint = noted(taken_incident(), sent_on=TODAY - timedelta(weeks=weeks))
    assert complaint.acknowledge_by < TODAY
    assert Letter.objects.get(kind="complaint_received").not_before == MONDAY_MORNING


@pytest.mark.parametrize(
    ("sent_on", "sentence"),
    [
        (TODAY + timedelta(days=1), "Ce jour est à venir"),
        (date(2022, 12, 30), "que depuis le samedi 31 décembre 2022"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_nothing_is_written(
    sent_on: date, sentence: str
) -> None:
    incident = taken_incident()
    with pytest.raises(CannotComplain, match=sentence):
        noted(incident, sent_on=sent_on)
    assert not Complaint.objects.exists()
    assert not Letter.objects.filter(kind__startswith="complaint").exists()


def test_the_first_day_of_the_rules_is_counted() -> None:
    assert noted(taken_incident(), sent_on=date(2022, 12, 31)).answer_by == date(2023, 2, 28)


def test_noted_twice_it_is_one_complaint_and_another_day_is_another_one() -> None:
    incident = taken_incident()
    first = noted(incident)
    assert noted(incident) == first
    assert incident.events.filter(kind=Kind.COMPLAINT_NOTED).count() == 1
    earlier = noted(incident, sent_on=TODAY - timedelta(days=10))
    assert earlier != first
    assert earlier.answer_by < first.answer_by


def test_nobody_can_have_noted_what_came_from_the_portal_and_somebody_noted_the_rest() -> None:
    complaint = complain(PractitionerFactory(), words="Trop lent.", at=MONDAY_MORNING)
    with pytest.raises(IntegrityError, match="complaint_is_noted_by_somebody"):
        Complaint.objects.filter(pk=complaint.pk).update(channel=Channel.POST)
