from datetime import timedelta

import pytest

from apps.casework.correspondence.write_message import write_message
from apps.casework.exhibits.link_exhibit import link_exhibit
from apps.casework.files.link_author import link_author
from apps.casework.files.merge import merge
from apps.casework.files.same_author import same_author
from apps.casework.files.split import split
from apps.casework.files.undo_merge import CannotUndoMerge, undo_merge
from apps.casework.files.unlink_author import unlink_author
from apps.directory.models import Partner
from apps.incidents.models import Incident, Merge, Tag
from apps.incidents.status import IllegalMove, Status
from apps.journal.kinds import Kind
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    PlatformFactory,
    PractitionerFactory,
    assigned,
    attached,
    declared_incident,
    declared_review,
    ended,
    png,
    read_as,
    taken_incident,
)

pytestmark = pytest.mark.django_db
LATER = MONDAY_MORNING + timedelta(hours=1)


@pytest.fixture
def merged() -> Merge:
    """A file of two contents and an exhibit, absorbed by one of a single content and exhibit."""
    practitioner = PractitionerFactory()
    kept = taken_incident(practitioner=practitioner, exhibits=1)
    absorbed = declared_incident(
        practitioner, reviews=[declared_review(), declared_review(url="")], exhibits=1
    )
    return merge(
        absorbed,
        into=kept,
        reason=Merge.Reason.DUPLICATE,
        by=kept.handler,
        at=MONDAY_MORNING,
    )


def undone(merged: Merge, **fields: object) -> Incident:
    return undo_merge(merged, **{"by": merged.kept.handler, "at": LATER, **fields})


def test_everything_goes_back_with_its_number_of_before(merged: Merge) -> None:
    absorbed = undone(merged)
    kept = Incident.objects.get(pk=merged.kept.pk)
    assert [each.number for each in absorbed.reviews.order_by("number")] == [1, 2]
    assert [each.number for each in kept.reviews.all()] == [1]
    assert [each.number for each in absorbed.exhibits.all()] == [1]
    assert [each.number for each in kept.exhibits.all()] == [1]
    assert absorbed.deadlines.open().count() == 2
    assert kept.deadlines.open().count() == 1


def test_a_file_that_nobody_followed_is_followed_by_who_had_it_meanwhile(merged: Merge) -> None:
    absorbed = undone(merged)
    assert absorbed.status == Status.UNDER_REVIEW
    assert absorbed.handler == merged.kept.handler


def test_what_was_done_meanwhile_goes_with_its_content(merged: Merge) -> None:
    review = merged.kept.reviews.get(number=2)
    proof = attached(merged.kept, upload=png(size=(90, 40)), reviews=[review])
    read_as(review, by=merged.kept.handler)
    absorbed = undone(merged)
    proof.refresh_from_db()
    assert (proof.incident, proof.number) == (absorbed, 2)
    assert absorbed.status == Status.QUALIFIED


def test_an_exhibit_that_shows_both_sides_is_in_both_files(merged: Merge) -> None:
    exhibit = merged.kept.exhibits.get(number=2)
    link_exhibit(
        exhibit, reviews=merged.kept.reviews.all(), by=merged.kept.handler, at=MONDAY_MORNING
    )
    absorbed = undone(merged)
    [twin] = absorbed.exhibits.all()
    exhibit.refresh_from_db()
    assert exhibit.incident == merged.kept
    assert [each.number for each in exhibit.reviews.all()] == [1]
    assert twin.sha256 == exhibit.sha256
    assert [each.number for each in twin.reviews.order_by("number")] == [1, 2]


def test_what_was_written_before_goes_back_and_what_was_written_since_stays(
    merged: Merge,
) -> None:
    practitioner = merged.kept.practitioner.user
    undone(merged)
    before = write_message(merged.absorbed, body="Avant", by=practitioner, at=LATER)
    again = merge(
        merged.absorbed,
        into=merged.kept,
        reason=Merge.Reason.SAME_MATTER,
        by=merged.kept.handler,
        at=LATER,
    )
    since = write_message(merged.kept, body="Depuis", by=practitioner, at=LATER)
    absorbed = undone(again)
    assert list(absorbed.messages.all()) == [before]
    assert list(merged.kept.messages.all()) == [since]


def test_tags_and_links_of_the_same_author_go_back_too() -> None:
    PlatformFactory()
    reviews = [declared_review(author_pseudonym="Lulu")]
    practitioner = PractitionerFactory()
    kept = taken_incident(practitioner=practitioner, reviews=reviews)
    absorbed = declared_incident(practitioner, reviews=reviews)
    same, unlinked = taken_incident(reviews=reviews), taken_incident(reviews=reviews)
    for other in (same, unlinked):
        link_author(other, absorbed, by=other.handler, at=MONDAY_MORNING)
    shared, own = Tag.objects.create(name="Groupe A"), Tag.objects.create(name="Groupe B")
    shared.incidents.add(absorbed, kept)
    own.incidents.add(absorbed)
    merged = merge(
        absorbed, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING
    )
    unlink_author(kept, unlinked, by=kept.handler, at=LATER)
    absorbed = undone(merged)
    assert list(kept.tags.all()) == [shared]
    assert list(absorbed.tags.all()) == [shared, own]
    assert [one.incident for one in same_author(absorbed.handler, absorbed, at=LATER).linked] == [
        same
    ]
    assert same_author(kept.handler, kept, at=LATER).linked == []


def test_a_merge_that_wrote_down_neither_tags_nor_links_is_undone_all_the_same(
    merged: Merge,
) -> None:
    for name in ("author_links", "tags"):
        del merged.moved[name]
    merged.save(update_fields=["moved"])
    assert undone(merged).reviews.count() == 2


def test_both_histories_and_the_practitioner_are_told(merged: Merge) -> None:
    absorbed = undone(merged)
    for incident, other in ((absorbed, merged.kept), (merged.kept, absorbed)):
        assert other.reference in incident.events.get(kind=Kind.MERGE_UNDONE).plain_sentence
    letter = Letter.objects.get(kind="merge_undone")
    assert (letter.recipient, letter.incident) == (absorbed.practitioner.user, absorbed)


def test_undone_twice_it_is_undone_once(merged: Merge) -> None:
    assert undone(merged) == undone(merged)
    assert Letter.objects.filter(kind="merge_undone").count() == 1


def test_it_can_be_undone_for_thirty_days_and_not_a_moment_longer(merged: Merge) -> None:
    last = MONDAY_MORNING + timedelta(days=30)
    with pytest.raises(CannotUndoMerge, match="pendant 30 jours"):
        undone(merged, at=last + timedelta(seconds=1))
    assert merged.kept.reviews.count() == 3
    assert undone(merged, at=last).reviews.count() == 2


def test_what_a_partner_holds_stays_until_their_mission_ends(merged: Merge) -> None:
    merged.kept.refresh_from_db()
    mission = assigned(Partner.Kind.BAILIFF, incident=merged.kept)
    with pytest.raises(CannotUndoMerge, match=mission.reference):
        undone(merged)


def test_a_file_that_is_over_is_reopened_first(merged: Merge) -> None:
    merged.kept.refresh_from_db()
    ended(merged.kept)
    with pytest.raises(IllegalMove, match="est terminé"):
        undone(merged)


def test_contents_that_were_split_off_since_are_not_taken_from_their_file(merged: Merge) -> None:
    going = merged.kept.reviews.filter(number__gt=1)
    split(merged.kept, reviews=going, by=merged.kept.handler, at=LATER)
    with pytest.raises(CannotUndoMerge, match="ont été séparés"):
        undone(merged)


def test_the_kept_file_is_never_left_empty(merged: Merge) -> None:
    own = merged.kept.reviews.filter(number=1)
    split(merged.kept, reviews=own, by=merged.kept.handler, at=LATER)
    with pytest.raises(CannotUndoMerge, match="aucun contenu"):
        undone(merged)
