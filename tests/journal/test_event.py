import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from apps.casework.access import events_for
from apps.casework.correspondence.write_note import write_note
from apps.journal.append_only import create_triggers, drop_triggers
from apps.journal.kinds import Kind
from apps.journal.models import Event, broken_links
from tests.factories import MONDAY_MORNING, assigned, declared_incident, qualified_incident

pytestmark = pytest.mark.django_db


def test_each_event_carries_the_hash_of_the_one_before_on_the_same_file() -> None:
    declared_incident()
    incident = qualified_incident()
    events = list(incident.events.all())
    assert events[0].previous_hash == ""
    assert [event.previous_hash for event in events[1:]] == [event.hash for event in events[:-1]]
    assert broken_links(incident) == []


@pytest.mark.parametrize(
    "statement", ["UPDATE journal_event SET data = '{}'", "DELETE FROM journal_event"]
)
def test_the_database_refuses_to_change_or_delete_an_event(statement: str) -> None:
    declared_incident()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Event.objects.exists()


def test_a_line_changed_behind_the_trigger_s_back_is_found() -> None:
    incident = qualified_incident()
    call_command("verify_journal", verbosity=0)
    tampered = incident.events.all()[1]
    drop_triggers(None, connection.schema_editor())
    Event.objects.filter(pk=tampered.pk).update(data={"review": 9})
    create_triggers(None, connection.schema_editor())
    assert broken_links(incident) == [tampered.pk]
    with pytest.raises(CommandError, match=incident.reference):
        call_command("verify_journal")


def test_the_journal_holds_no_name_and_no_word_of_a_review() -> None:
    incident = assigned().incident
    write_note(incident, body="canari-note", by=incident.handler, at=MONDAY_MORNING)
    written = str(list(Event.objects.values_list("data", flat=True)))
    for secret in (
        incident.practitioner.user.name,
        incident.reviews.get().words[:20],
        "canari-note",
        "Fait précis",
    ):
        assert secret not in written


def test_a_practitioner_is_told_only_what_concerns_them_and_in_plain_words() -> None:
    incident = qualified_incident()
    write_note(incident, body="à relire", by=incident.handler, at=MONDAY_MORNING)
    told = events_for(incident.practitioner.user)
    assert Kind.NOTE_WRITTEN not in {event.kind for event in told}
    sentences = [event.plain_sentence for event in told]
    assert "Vous avez déclaré ce dossier. Nous l’avons bien reçu." in sentences
    assert any("Seul un juge peut le dire" in sentence for sentence in sentences)
