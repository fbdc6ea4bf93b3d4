import pytest

from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.casework.missions.compile import NothingToCompile, compile
from apps.directory.models import Partner
from apps.dossiers.models import Dossier
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, assigned, declared_review, ended, qualified_incident

pytestmark = pytest.mark.django_db


def make(assignment) -> Dossier:
    return compile(assignment, by=assignment.assigned_by, at=MONDAY_MORNING)


def test_each_compilation_is_a_new_version_and_the_old_one_stays() -> None:
    assignment = assigned()
    assert [make(assignment).version, make(assignment).version] == [1, 2]
    assert assignment.incident.events.filter(kind=Kind.DOSSIER_COMPILED).count() == 2


def test_the_content_is_frozen() -> None:
    assignment = assigned()
    dossier = make(assignment)
    assignment.incident.reviews.update(words="Autre chose.")
    dossier.refresh_from_db()
    assert dossier.content["reviews"][0]["words"].startswith("Ce chirurgien")


def test_a_lawyer_reads_the_label_of_each_passage_and_a_bailiff_does_not() -> None:
    lawyer = make(assigned(Partner.Kind.LAWYER)).content
    bailiff = make(assigned(Partner.Kind.BAILIFF)).content
    assert "Diffamation" in lawyer["reviews"][0]["passages"][0]["label"]
    assert "passages" not in bailiff["reviews"][0]
    assert lawyer["free_choice"]["wording"]
    assert "free_choice" not in bailiff


def test_the_dates_and_their_explanation_are_in_the_content() -> None:
    clock = make(assigned()).content["clock"]
    assert clock["act_by"] == "2027-02-01"
    assert clock["explanation"]


def test_notes_messages_and_other_contents_are_in_no_dossier() -> None:
    incident = qualified_incident(
        reviews=[declared_review(), declared_review(words="canari-contenu non confié")]
    )
    assignment = assigned(Partner.Kind.LAWYER, incident=incident)
    assignment.reviews.set([incident.reviews.get(number=1)])
    write_note(incident, body="canari-note", by=incident.handler, at=MONDAY_MORNING)
    write_message(incident, body="canari-message", by=incident.handler, at=MONDAY_MORNING)
    assert "canari" not in str(make(assignment).content)


def test_a_technical_provider_gets_no_dossier() -> None:
    with pytest.raises(NothingToCompile):
        make(assigned(Partner.Kind.TECHNICAL))


def test_a_mission_that_is_over_gets_no_dossier() -> None:
    assignment = assigned()
    ended(assignment.incident)
    assignment.refresh_from_db()
    with pytest.raises(NothingToCompile):
        make(assignment)
