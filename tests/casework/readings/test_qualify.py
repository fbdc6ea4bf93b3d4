from datetime import timedelta

import pytest

from apps.casework.readings.qualify import (
    IdenticalPassages,
    OverlappingPassages,
    ReadMeanwhile,
    qualify,
)
from apps.deadlines.models import Deadline
from apps.directory.models import Partner
from apps.incidents.models import Qualification
from apps.incidents.status import IllegalMove, Status
from apps.legal.taxonomy import Label
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    WORDS,
    assigned,
    declared_incident,
    declared_review,
    taken_incident,
)

pytestmark = pytest.mark.django_db

SENTENCE = WORDS.index(".") + 1


def read(review, *, start=0, end=SENTENCE, label=Label.DIFF_PUB, at=MONDAY_MORNING, **more):
    return qualify(
        review,
        start=start,
        end=end,
        label=label,
        reason="Fait précis.",
        by=review.incident.handler,
        at=at,
        **more,
    )


def test_a_passage_is_given_the_exact_words_one_label_and_a_reason() -> None:
    review = taken_incident().reviews.get()
    qualification = read(review)
    assert qualification.passage.words == WORDS[:SENTENCE]
    assert qualification.legal is Label.DIFF_PUB
    review.incident.refresh_from_db()
    assert review.incident.status == Status.QUALIFIED


def test_a_label_never_moves_the_driving_date_later() -> None:
    incident = taken_incident()
    before = Deadline.objects.driving(incident)
    read(incident.reviews.get(), label=Label.DIFF_PUB_AGG)
    assert Deadline.objects.driving(incident) == before
    assert incident.deadlines.open().filter(rule_code="PRESS_1Y").exists()


def test_a_label_that_is_withdrawn_takes_its_own_clock_with_it_and_leaves_the_strictest() -> None:
    incident = taken_incident()
    read(incident.reviews.get(), label=Label.DIFF_PUB_AGG)
    read(incident.reviews.get(), label=Label.OPINION, at=MONDAY_MORNING + timedelta(hours=1))
    assert [deadline.rule_code for deadline in incident.deadlines.open()] == ["PRESS_3M"]
    assert incident.deadlines.count() == 2


def test_a_new_reading_supersedes_the_old_one_and_keeps_it() -> None:
    review = taken_incident().reviews.get()
    read(review)
    read(review, label=Label.INJ_PUB, at=MONDAY_MORNING + timedelta(hours=1))
    assert Qualification.objects.count() == 2
    assert Qualification.objects.open().get().legal is Label.INJ_PUB


@pytest.mark.parametrize(("start", "end"), [(0, 10), (5, SENTENCE + 3), (0, SENTENCE + 1)])
def test_the_same_words_cannot_get_two_labels(start: int, end: int) -> None:
    review = taken_incident().reviews.get()
    read(review)
    with pytest.raises(OverlappingPassages, match="nulle"):
        read(review, start=start, end=end, label=Label.INJ_PUB)
    assert Qualification.objects.count() == 1


def test_two_passages_side_by_side_may_differ() -> None:
    review = taken_incident().reviews.get()
    read(review)
    read(review, start=SENTENCE, end=len(WORDS), label=Label.INJ_PUB)
    assert Qualification.objects.open().count() == 2


TWICE = "Fuyez ! Un voleur. Vraiment, FUYEZ."
FIRST, SECOND = {"start": 0, "end": 5}, {"start": 29, "end": 34}


def test_identical_words_do_not_get_another_label_elsewhere_in_the_content() -> None:
    review = taken_incident(reviews=[declared_review(words=TWICE)]).reviews.get()
    read(review, **FIRST, label=Label.OPINION)
    with pytest.raises(IdenticalPassages, match="Avis négatif licite"):
        read(review, **SECOND, label=Label.INJ_PUB)
    read(review, **SECOND, label=Label.OPINION)
    assert Qualification.objects.open().count() == 2


def test_words_read_again_take_with_them_the_places_where_they_stand_identical() -> None:
    review = taken_incident(reviews=[declared_review(words=TWICE)]).reviews.get()
    read(review, **FIRST, label=Label.OPINION)
    read(review, **SECOND, label=Label.OPINION)
    read(review, **SECOND, label=Label.INJ_PUB, at=MONDAY_MORNING + timedelta(hours=1))
    assert {one.legal for one in Qualification.objects.open()} == {Label.INJ_PUB}
    assert Qualification.objects.count() == 4


def test_the_same_words_in_another_content_have_a_reading_of_their_own() -> None:
    incident = taken_incident(reviews=[declared_review(), declared_review()])
    first, second = incident.reviews.order_by("number")
    read(first)
    assert read(second, label=Label.DIFF_NP).legal is Label.DIFF_NP


def test_a_file_that_nobody_has_taken_cannot_be_qualified() -> None:
    review = declared_incident().reviews.get()
    with pytest.raises(IllegalMove, match="Reçu"):
        read(review)
    assert not Qualification.objects.exists()


def test_a_file_in_action_may_be_read_again_and_stays_in_action() -> None:
    review = assigned().incident.reviews.get()
    read(review, start=50, end=len(WORDS), label=Label.INJ_PUB)
    review.incident.refresh_from_db()
    assert review.incident.status == Status.IN_ACTION


def test_reading_one_content_leaves_the_clocks_of_the_others_alone() -> None:
    incident = taken_incident(reviews=[declared_review(), declared_review()])
    before = set(incident.deadlines.open().values_list("pk", flat=True))
    read(incident.reviews.get(number=1))
    assert set(incident.deadlines.open().values_list("pk", flat=True)) == before


def test_a_reading_sent_twice_is_kept_once() -> None:
    review = taken_incident().reviews.get()
    assert read(review) == read(review)
    assert Qualification.objects.count() == 1


def test_nothing_is_saved_over_a_reading_that_its_author_did_not_see() -> None:
    review = taken_incident().reviews.get()
    first = read(review)
    with pytest.raises(ReadMeanwhile, match="a enregistré une orientation à"):
        read(review, label=Label.INJ_PUB, seen=[])
    assert Qualification.objects.get() == first
    read(review, label=Label.INJ_PUB, seen=[first.pk])
    assert Qualification.objects.open().get().legal is Label.INJ_PUB


def test_the_doctor_gets_one_mail_for_all_the_passages_read_in_a_day() -> None:
    review = taken_incident().reviews.get()
    read(review)
    read(review, start=SENTENCE, end=len(WORDS), label=Label.INJ_PUB)
    assert Letter.objects.filter(kind="review_qualified").count() == 1


@pytest.mark.parametrize(
    ("labels", "orientations"),
    [
        ([Label.OPINION], ["lawful"]),
        ([Label.DIFF_PUB], ["unlawful"]),
        ([Label.FACTUAL_ERROR], ["unlawful"]),
        ([Label.UNDETERMINED], ["open"]),
        ([Label.OPINION, Label.DIFF_PUB], ["lawful", "unlawful"]),
        ([Label.DIFF_PUB, Label.OPINION], ["unlawful"]),
    ],
)
def test_the_doctor_is_told_what_the_content_seems_to_be_as_a_whole(
    labels: list[Label], orientations: list[str]
) -> None:
    review = taken_incident().reviews.get()
    for place, label in zip([(0, SENTENCE), (SENTENCE, len(WORDS))], labels, strict=False):
        read(review, start=place[0], end=place[1], label=label)
    told = Letter.objects.filter(kind="review_qualified").order_by("pk")
    assert [letter.data["orientation"] for letter in told] == orientations


def test_a_lawyer_who_has_the_mission_is_told_that_the_reading_changed() -> None:
    mission = assigned(Partner.Kind.LAWYER)
    review = mission.incident.reviews.get()
    assert not Letter.objects.filter(kind="qualification_changed").exists()
    read(review, label=Label.INJ_PUB, at=MONDAY_MORNING + timedelta(hours=1))
    told = Letter.objects.filter(kind="qualification_changed")
    assert {letter.recipient for letter in told} == set(mission.partner.members.all())
    assert {frozenset(letter.data) for letter in told} == {frozenset({"assignment", "reference"})}


def test_a_bailiff_who_records_what_is_online_hears_nothing_of_its_meaning() -> None:
    review = assigned(Partner.Kind.BAILIFF).incident.reviews.get()
    read(review, label=Label.INJ_PUB, at=MONDAY_MORNING + timedelta(hours=1))
    assert not Letter.objects.filter(kind="qualification_changed").exists()
