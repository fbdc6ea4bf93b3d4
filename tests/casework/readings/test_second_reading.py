from datetime import timedelta

import pytest

from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.decide_not_to_act import NeedsAnotherPerson
from apps.casework.readings.qualify import qualify
from apps.casework.readings.second_reading import second_reading
from apps.incidents.models import Qualification
from apps.journal.kinds import Kind
from apps.legal.taxonomy import Label
from tests.factories import MONDAY_MORNING, handler, qualified_incident, supervisor

pytestmark = pytest.mark.django_db


def first_reading(label: Label = Label.INJ_PUB_AGG) -> Qualification:
    qualified_incident(label=label)
    return Qualification.objects.open().get()


def waiting() -> list[Qualification]:
    return list(Qualification.objects.needing_second_reading())


@pytest.mark.parametrize("label", [label for label in Label if label.is_aggravated])
def test_an_aggravated_label_waits_for_a_second_person(label: Label) -> None:
    first = first_reading(label)
    assert waiting() == [first]
    assert first.awaits_second_reading


def test_a_plain_label_waits_for_nobody() -> None:
    assert not first_reading(Label.DIFF_PUB).awaits_second_reading
    assert waiting() == []


def test_a_senior_who_agrees_confirms_it() -> None:
    first, karim = first_reading(), supervisor()
    second = second_reading(
        first, label=Label.INJ_PUB_AGG, reason="Motif net.", by=karim, at=MONDAY_MORNING
    )
    assert second.agrees
    assert waiting() == []
    assert first.passage.review.incident.events.filter(kind=Kind.READING_SECONDED).exists()


def test_a_senior_who_disagrees_leaves_both_readings_and_the_first_in_force() -> None:
    first = first_reading()
    second = second_reading(
        first, label=Label.INJ_PUB, reason="Aucun motif.", by=supervisor(), at=MONDAY_MORNING
    )
    assert not second.agrees
    assert Qualification.objects.open().get().legal is Label.INJ_PUB_AGG
    assert (second.legal, second.reason) == (Label.INJ_PUB, "Aucun motif.")
    assert first.passage.review.incident.events.filter(kind=Kind.READING_DISPUTED).exists()


def test_the_first_of_two_second_readings_stands() -> None:
    first, karim = first_reading(), supervisor()
    given = second_reading(first, label=Label.INJ_PUB, reason="Non.", by=karim, at=MONDAY_MORNING)
    again = second_reading(
        first, label=Label.INJ_PUB_AGG, reason="Oui.", by=supervisor(), at=MONDAY_MORNING
    )
    assert (again.pk, again.reason) == (given.pk, "Non.")


def test_neither_a_handler_nor_the_author_reads_a_second_time() -> None:
    first = first_reading()
    for person in (handler(), first.by):
        with pytest.raises(NeedsAnotherPerson, match="une autre personne"):
            second_reading(
                first, label=Label.INJ_PUB_AGG, reason="Oui.", by=person, at=MONDAY_MORNING
            )
    assert waiting() == [first]


def test_a_new_aggravated_reading_waits_for_a_second_person_again() -> None:
    first = first_reading()
    second_reading(first, label=Label.INJ_PUB, reason="Non.", by=supervisor(), at=MONDAY_MORNING)
    anew = qualify(
        first.passage.review,
        start=first.passage.start,
        end=first.passage.end,
        label=Label.DIFF_PUB_AGG,
        reason="Fait précis.",
        by=first.by,
        at=MONDAY_MORNING + timedelta(hours=1),
    )
    assert waiting() == [anew]


def test_a_colleague_reads_again_what_a_senior_has_sent_to_a_second_reader() -> None:
    first, karim = first_reading(Label.DIFF_PUB), supervisor()
    ask_second_reading(first, is_blind=True, by=karim, at=MONDAY_MORNING)
    with pytest.raises(NeedsAnotherPerson, match="demandé une lecture à l’aveugle"):
        second_reading(first, label=Label.DIFF_PUB, reason="Vu.", by=karim, at=MONDAY_MORNING)
    with pytest.raises(NeedsAnotherPerson):
        second_reading(first, label=Label.DIFF_PUB, reason="Oui.", by=first.by, at=MONDAY_MORNING)
    second = second_reading(
        first, label=Label.INJ_PUB, reason="Mépris.", by=handler(), at=MONDAY_MORNING
    )
    assert not second.agrees


def test_who_is_not_of_the_insurer_reads_nothing_again() -> None:
    first = first_reading(Label.DIFF_PUB)
    ask_second_reading(first, is_blind=False, by=supervisor(), at=MONDAY_MORNING)
    practitioner = first.passage.review.incident.practitioner.user
    with pytest.raises(NeedsAnotherPerson):
        second_reading(
            first, label=Label.INJ_PUB, reason="Non.", by=practitioner, at=MONDAY_MORNING
        )
